package io.github.depends.test;

import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.Substitute;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Replaces dependencies for one MockMvc request.
 *
 * <pre>{@code mvc.perform(get("/articles").with(dependency(User.class, alice)))}</pre>
 */
public final class DependencyRequestPostProcessors {

    private DependencyRequestPostProcessors() {}

    /**
     * Gives a value in the place of a dependency.
     *
     * @throws IllegalArgumentException from {@code perform}, if no endpoint uses such a dependency
     */
    public static <T> RequestPostProcessor dependency(Class<T> type, @Nullable T value) {
        return dependency(type, "", value);
    }

    /** Gives a value in the place of a dependency, by its name. */
    public static <T> RequestPostProcessor dependency(Class<T> type, String name, @Nullable T value) {
        DependencyOverride override =
                new DependencyOverride(type, name, ResolvableType.forClass(type), new Substitute.Value(value));
        return request -> {
            WebApplicationContext context =
                    WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
            TestPlanSelector selector = context == null
                    ? null
                    : context.getBeanProvider(TestPlanSelector.class).getIfAvailable();
            if (selector == null) {
                throw new IllegalStateException("This MockMvc has no application, so that there are no request"
                        + " dependencies, and guarded controllers are served without their guards. Set it up with"
                        + " webAppContextSetup(...), or with standaloneSetup(...).apply(dependencies(...)), see"
                        + " DependencyMockMvcConfigurers");
            }
            selector.add(request, override);
            return request;
        };
    }
}
