package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.graph.LibraryClasses;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.server.ResponseStatusException;

/**
 * Knows whether an {@code @ExceptionHandler} of the application wants a fault, looking at controllers and advices in the
 * order in which Spring does.
 *
 * <p>A handler for all exceptions counts only if it takes Spring's exceptions of the same kind too: an application that
 * tells client errors apart should not answer ours as errors of its own.
 */
final class ApplicationHandlers {

    private final Supplier<List<ControllerAdviceBean>> advices;
    private final Map<Class<?>, ExceptionHandlerMethodResolver> handlers = new ConcurrentHashMap<>();

    ApplicationHandlers(Supplier<List<ControllerAdviceBean>> advices) {
        this.advices = advices;
    }

    /** Whether a class comes with Spring or another library. */
    static boolean platform(Class<?> type) {
        return LibraryClasses.contains(ClassUtils.getUserClass(type));
    }

    /**
     * Returns the exception to give to Spring, so that the application handles it: the fault or its cause.
     *
     * @param handler the handler of the request
     * @param fault the fault
     * @return {@code null} if the application does not handle it
     */
    @Nullable Exception wanted(@Nullable Object handler, Exception fault) {
        Exception bare = bare(fault);
        Exception cause = fault.getCause() instanceof Exception single ? single : null;
        boolean similarTaken = false;
        boolean causeTaken = false;
        for (Class<?> type : candidates(handler)) {
            ExceptionHandlerMethodResolver methods =
                    handlers.computeIfAbsent(type, ExceptionHandlerMethodResolver::new);
            Method own = methods.resolveMethodByThrowable(bare);
            Method all = methods.resolveMethodByExceptionType(RuntimeException.class);
            Method ofCause = cause == null ? null : methods.resolveMethodByThrowable(cause);
            Method similar = methods.resolveMethodByExceptionType(similar(fault));
            if (!platform(type)) {
                if (own != null && !own.equals(all)) {
                    return causeTaken ? bare : fault;
                }
                if (ofCause != null && !causeTaken && !ofCause.equals(own)) {
                    return cause;
                }
                if (own != null && own.equals(similar) && !similarTaken) {
                    return causeTaken ? bare : fault;
                }
            }
            causeTaken |= ofCause != null;
            similarTaken |= similar != null;
        }
        return null;
    }

    private List<Class<?>> candidates(@Nullable Object handler) {
        List<Class<?>> types = new ArrayList<>();
        Class<?> controller =
                handler instanceof HandlerMethod method ? ClassUtils.getUserClass(method.getBeanType()) : null;
        if (controller != null) {
            types.add(controller);
        }
        for (ControllerAdviceBean advice : advices.get()) {
            Class<?> type = advice.getBeanType();
            if (type != null && advice.isApplicableToBeanType(controller)) {
                types.add(ClassUtils.getUserClass(type));
            }
        }
        return types;
    }

    private static Class<? extends Throwable> similar(Exception fault) {
        return fault instanceof InvalidRequestException
                ? MissingServletRequestParameterException.class
                : ResponseStatusException.class;
    }

    private static Exception bare(Exception fault) {
        if (!(fault instanceof InvalidRequestException invalid) || fault.getCause() == null) {
            return fault;
        }
        InvalidRequestException copy = new InvalidRequestException(invalid.getErrors(), invalid.getMoreErrors(), null);
        copy.setStackTrace(fault.getStackTrace());
        return copy;
    }
}
