package io.github.depends.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Settles the outcome of a planned endpoint when its value is there and before the response is written. */
final class CompletingReturnValueHandler implements AsyncHandlerMethodReturnValueHandler {

    private final EndpointRegistry endpoints;
    private final Completions completions;
    private final HandlerMethodReturnValueHandlerComposite spring = new HandlerMethodReturnValueHandlerComposite();

    CompletingReturnValueHandler(EndpointRegistry endpoints, List<HandlerMethodReturnValueHandler> handlers) {
        this.endpoints = endpoints;
        this.completions = new Completions(handlers);
        this.spring.addHandlers(handlers);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return endpoints.plans(returnType.getMethod());
    }

    @Override
    public boolean isAsyncReturnValue(@Nullable Object value, MethodParameter returnType) {
        return false;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returnType, ModelAndViewContainer model, NativeWebRequest request)
            throws Exception {
        ServletRequest servletRequest = request.getNativeRequest(ServletRequest.class);
        RequestLife life = servletRequest == null ? null : RequestLife.find(servletRequest);
        Frame frame = life == null ? null : life.current();
        Object settled = frame != null && frame.endpoint().is(returnType.getMethod())
                ? settled(frame, value, returnType, WebAsyncUtils.getAsyncManager(request))
                : value;
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        spring.handleReturnValue(KeptCookies.merged(settled, response), returnType, model, request);
    }

    private @Nullable Object settled(
            Frame frame, @Nullable Object value, MethodParameter returnType, WebAsyncManager async) throws Exception {
        frame.checkResult(value);
        Completion completion = frame.resumed() ? Completion.NOW : completions.of(value, returnType);
        if (completion.otherThread()) {
            requireNothingBound(frame, value);
        }
        if (completion.byWork()) {
            async.registerCallableInterceptor(frame, frame.follow());
        }
        if (completion == Completion.AS_SPRING_DECIDES) {
            return ManyValues.gated(frame, Objects.requireNonNull(value), async);
        }
        if (completion.later()) {
            frame.defers();
        } else {
            frame.complete();
        }
        return value;
    }

    private static void requireNothingBound(Frame frame, @Nullable Object value) {
        String bound = frame.resolution().threadBound();
        if (bound != null) {
            throw new IllegalStateException("'" + bound + "' is bound to its thread, but "
                    + frame.endpoint().plan().endpoint() + " returned a "
                    + Objects.requireNonNull(value).getClass().getName()
                    + ", whose result is delivered on another; return the value itself");
        }
    }
}
