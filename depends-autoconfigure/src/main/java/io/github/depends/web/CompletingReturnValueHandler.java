package io.github.depends.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
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
    private final RequestsUnderWay requests;
    private final Completions completions;
    private final List<HandlerMethodReturnValueHandler> handlers;
    private final HandlerMethodReturnValueHandlerComposite spring = new HandlerMethodReturnValueHandlerComposite();

    CompletingReturnValueHandler(
            EndpointRegistry endpoints, RequestsUnderWay requests, List<HandlerMethodReturnValueHandler> handlers) {
        this.endpoints = endpoints;
        this.requests = requests;
        this.completions = new Completions(handlers);
        this.handlers = List.copyOf(handlers);
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
        Frame frame = requests.current(request, returnType.getMethod());
        OrdinaryResult ordinary = frame == null ? null : ordinary(frame, value, returnType);
        if (frame != null && ordinary != null) {
            frame.checkResult(value);
            frame.complete();
            ordinary.handler().handleReturnValue(value, returnType, model, request);
            return;
        }
        Object settled =
                frame == null ? value : settled(frame, value, returnType, WebAsyncUtils.getAsyncManager(request));
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        spring.handleReturnValue(KeptCookies.merged(settled, response), returnType, model, request);
    }

    private @Nullable OrdinaryResult ordinary(Frame frame, @Nullable Object value, MethodParameter returnType) {
        if (value == null || value instanceof HttpEntity || frame.resumed()) {
            return null;
        }
        OrdinaryResult known = frame.endpoint().ordinaryResult();
        if (known != null || completions.of(value, returnType) != Completion.NOW || asynchronous(value, returnType)) {
            return known != null && known.type() == value.getClass() ? known : null;
        }
        return handlers.stream()
                .filter(handler -> handler.supportsReturnType(returnType))
                .findFirst()
                .map(handler -> new OrdinaryResult(value.getClass(), handler))
                .map(frame.endpoint()::ordinaryResult)
                .orElse(null);
    }

    private boolean asynchronous(Object value, MethodParameter returnType) {
        return handlers.stream()
                .anyMatch(handler -> handler instanceof AsyncHandlerMethodReturnValueHandler deferring
                        && deferring.isAsyncReturnValue(value, returnType));
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

    /**
     * How Spring MVC handles the results of an endpoint that are values of one class, written at once.
     *
     * @param type the class
     * @param handler the handler that is chosen for it
     */
    record OrdinaryResult(Class<?> type, HandlerMethodReturnValueHandler handler) {}
}
