package io.github.depends.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;

/** Writes problem details as Spring MVC would write them for a {@code ResponseEntity}, converters and all. */
final class ProblemWriter {

    private static final Log LOGGER = LogFactory.getLog(ProblemWriter.class);
    private static final MethodParameter RESULT = new MethodParameter(method(), -1);

    private final Supplier<List<HandlerMethodReturnValueHandler>> handlers;

    ProblemWriter(Supplier<List<HandlerMethodReturnValueHandler>> handlers) {
        this.handlers = handlers;
    }

    private static Method method() {
        Method method = ReflectionUtils.findMethod(ProblemWriter.class, "result");
        if (method == null) {
            throw new IllegalStateException("There is no result()");
        }
        return method;
    }

    /** Only its type is read. */
    @SuppressWarnings("UnusedMethod")
    private static ResponseEntity<ProblemDetail> result() {
        throw new UnsupportedOperationException();
    }

    /** Writes a problem and returns an empty view; if it cannot be written, its status is sent without a body. */
    ModelAndView write(
            HttpServletRequest request, HttpServletResponse response, ProblemDetail problem, HttpHeaders headers) {
        try {
            HandlerMethodReturnValueHandlerComposite composite =
                    new HandlerMethodReturnValueHandlerComposite().addHandlers(handlers.get());
            composite.handleReturnValue(
                    ResponseEntity.status(problem.getStatus()).headers(headers).body(problem),
                    RESULT,
                    new ModelAndViewContainer(),
                    new ServletWebRequest(request, response));
            return new ModelAndView();
        } catch (Exception failed) {
            LOGGER.debug("The problem details could not be written", failed);
            if (!response.isCommitted()) {
                response.setStatus(problem.getStatus());
                headers.forEach((name, values) -> response.setHeader(name, values.get(0)));
            }
            return new ModelAndView();
        }
    }
}
