package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.graph.UseReader;
import jakarta.servlet.ServletRequest;
import java.lang.reflect.Executable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives exception handlers what the failed request had resolved and is still open; resolves nothing. */
final class ExceptionHandlerUses implements HandlerMethodArgumentResolver {

    private final Supplier<Map<Place, Argument.OfDependency>> uses;

    ExceptionHandlerUses(Supplier<Map<Place, Argument.OfDependency>> uses) {
        this.uses = uses;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return UseReader.ours(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Argument.OfDependency use = uses.get().get(new Place(parameter.getExecutable(), parameter.getParameterIndex()));
        if (use == null) {
            throw new IllegalStateException("The use on a parameter of "
                    + parameter.getExecutable().toGenericString() + " was not there at start-up; it is refused");
        }
        ServletRequest servletRequest = request.getNativeRequest(ServletRequest.class);
        RequestLife life = servletRequest == null ? null : RequestLife.find(servletRequest);
        Frame failed = life == null ? null : life.last();
        Object value = failed == null ? null : failed.stillOpen(use.node());
        return parameter.getParameterType() == Optional.class ? Optional.ofNullable(value) : value;
    }

    /**
     * A parameter of an exception handler.
     *
     * @param handler the method
     * @param parameter index of the parameter
     */
    record Place(Executable handler, int parameter) {}
}
