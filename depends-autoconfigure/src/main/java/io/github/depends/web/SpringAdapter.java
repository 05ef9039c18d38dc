package io.github.depends.web;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Spring's own adapter, with our resolver and return value handler in front of its own. */
final class SpringAdapter {

    /** What is wrong where our parts are not where they were put. */
    static final Fault REARRANGED = new Fault(
            "The argument resolvers or return value handlers of the RequestMappingHandlerAdapter have been rearranged, so"
                    + " that Spring MVC would bind request dependencies from the query",
            Site.of("the RequestMappingHandlerAdapter"),
            "Register them through WebMvcConfigurer, or keep the first of each list first.");

    private final Supplier<RequestMappingHandlerAdapter> adapter;
    private final Supplier<BindingSupport> support;

    SpringAdapter(Supplier<RequestMappingHandlerAdapter> adapter, Supplier<BindingSupport> support) {
        this.adapter = SingletonSupplier.of(adapter);
        this.support = SingletonSupplier.of(support);
    }

    BindingSupport support() {
        return support.get();
    }

    @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, HandlerMethod handler)
            throws Exception {
        return adapter.get().handle(request, response, handler);
    }

    /**
     * Requires that our parts are where they were put.
     *
     * @throws IllegalStateException if someone has rearranged them
     */
    void requireIntact(Object endpoint) {
        if (!intact()) {
            throw new IllegalStateException(
                    REARRANGED.message() + "; " + endpoint + " is refused. " + REARRANGED.action());
        }
    }

    /** Whether our parts are where they were put. */
    boolean intact() {
        return first(adapter.get().getArgumentResolvers()) instanceof DependsArgumentResolver
                && first(adapter.get().getReturnValueHandlers()) instanceof CompletingReturnValueHandler;
    }

    private static @Nullable Object first(@Nullable List<?> list) {
        return list == null || list.isEmpty() ? null : list.get(0);
    }
}
