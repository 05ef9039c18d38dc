package io.github.depends.web;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.HttpEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Settles the outcome of a planned endpoint when its value is there and before the response is written. */
final class CompletingReturnValueHandler implements AsyncHandlerMethodReturnValueHandler {

    private final EndpointRegistry endpoints;
    private final HandlerMethodReturnValueHandlerComposite spring = new HandlerMethodReturnValueHandlerComposite();

    CompletingReturnValueHandler(EndpointRegistry endpoints, List<HandlerMethodReturnValueHandler> handlers) {
        this.endpoints = endpoints;
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
        if (frame != null && frame.endpoint().is(returnType.getMethod())) {
            frame.checkResult(value);
            if (deferred(value)) {
                frame.resolution().handled();
            } else {
                frame.complete();
            }
        }
        spring.handleReturnValue(value, returnType, model, request);
    }

    private static boolean deferred(@Nullable Object returned) {
        Object value = returned instanceof HttpEntity<?> entity ? entity.getBody() : returned;
        if (value == null) {
            return false;
        }
        if (value instanceof Callable
                || value instanceof WebAsyncTask
                || value instanceof DeferredResult
                || value instanceof CompletionStage) {
            return true;
        }
        ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(value.getClass());
        return adapter != null && !adapter.isMultiValue();
    }
}
