package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.security.NotAuthenticatedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers invalid and unauthenticated requests as RFC 9457 problem details, unless the application handles them itself.
 *
 * <p>It comes before Spring's exception handlers, because Boot's own for problem details would take the cause of the
 * exception for the exception.
 */
final class FaultResolver implements HandlerExceptionResolver {

    private static final String PLATFORM = "org.springframework.";

    private final Supplier<List<ControllerAdviceBean>> advices;
    private final HandlerExceptionResolver spring;
    private final ProblemWriter writer;
    private final HttpStatusCode invalid;
    private final Map<Class<?>, ExceptionHandlerMethodResolver> handlers = new ConcurrentHashMap<>();

    FaultResolver(
            Supplier<List<ControllerAdviceBean>> advices,
            HandlerExceptionResolver spring,
            ProblemWriter writer,
            HttpStatusCode invalid) {
        this.advices = advices;
        this.spring = spring;
        this.writer = writer;
        this.invalid = invalid;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (thrown instanceof InvalidRequestException fault) {
            return resolve(request, response, handler, fault);
        }
        if (thrown instanceof NotAuthenticatedException fault && !handled(handler, fault, false)) {
            return unauthenticated(request, response, fault);
        }
        return null;
    }

    private @Nullable ModelAndView resolve(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            InvalidRequestException fault) {
        if (handled(handler, fault, true)) {
            return null;
        }
        if (handled(handler, fault, false)) {
            return spring.resolveException(request, response, handler, withoutCause(fault));
        }
        ProblemDetail problem = new PathlessProblem(invalid);
        int count = fault.getErrors().size();
        problem.setDetail(count + (count == 1 ? " request parameter is" : " request parameters are") + " invalid");
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            problem.setProperty("route", route.toString());
        }
        problem.setProperty("errors", fault.getErrors());
        return writer.write(request, response, problem, HttpHeaders.EMPTY);
    }

    private static InvalidRequestException withoutCause(InvalidRequestException fault) {
        InvalidRequestException copy = new InvalidRequestException(fault.getErrors());
        copy.setStackTrace(fault.getStackTrace());
        return copy;
    }

    private @Nullable ModelAndView unauthenticated(
            HttpServletRequest request, HttpServletResponse response, NotAuthenticatedException fault) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, fault.getChallenge());
        ProblemDetail problem = new PathlessProblem(HttpStatusCode.valueOf(401));
        problem.setDetail(fault.getMessage());
        return writer.write(request, response, problem, headers);
    }

    /**
     * Whether the application handles an exception.
     *
     * @param first whether its handler must be the first that Spring would find
     */
    private boolean handled(@Nullable Object handler, Exception thrown, boolean first) {
        Class<?> controller =
                handler instanceof HandlerMethod method ? ClassUtils.getUserClass(method.getBeanType()) : null;
        if (controller != null && handles(controller, thrown)) {
            return true;
        }
        for (ControllerAdviceBean advice : advices.get()) {
            Class<?> type = advice.getBeanType();
            if (type == null || !advice.isApplicableToBeanType(controller)) {
                continue;
            }
            Class<?> own = ClassUtils.getUserClass(type);
            boolean platform = own.getName().startsWith(PLATFORM);
            if (platform ? first && handles(own, thrown) : handles(own, first ? thrown : bare(thrown))) {
                return !platform;
            }
        }
        return false;
    }

    private static Exception bare(Exception thrown) {
        return thrown instanceof InvalidRequestException fault ? withoutCause(fault) : thrown;
    }

    private boolean handles(Class<?> type, Exception thrown) {
        return handlers.computeIfAbsent(type, ExceptionHandlerMethodResolver::new)
                        .resolveMethodByThrowable(thrown)
                != null;
    }

    /** A problem that keeps to itself which path was asked for. */
    private static final class PathlessProblem extends ProblemDetail {

        private static final long serialVersionUID = 1L;

        PathlessProblem(HttpStatusCode status) {
            super(status.value());
            setTitle(title(status));
        }

        private static @Nullable String title(HttpStatusCode status) {
            org.springframework.http.HttpStatus known = org.springframework.http.HttpStatus.resolve(status.value());
            return known == null ? null : known.getReasonPhrase();
        }

        @Override
        public void setInstance(java.net.@Nullable URI instance) {}
    }
}
