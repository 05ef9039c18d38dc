package io.github.depends.web;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.HttpEntity;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitterReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBodyReturnValueHandler;

/** Tells from what a controller method returned when its outcome is known. */
final class Completions {

    private final List<HandlerMethodReturnValueHandler> handlers;

    Completions(List<HandlerMethodReturnValueHandler> handlers) {
        this.handlers = handlers;
    }

    Completion of(@Nullable Object returned, MethodParameter returnType) {
        if (returned instanceof HttpEntity<?> entity) {
            Completion ofBody = ofBody(entity.getBody());
            return ofBody == Completion.NOW || asynchronous(returnType) ? ofBody : Completion.NOW;
        }
        Completion completion = ofBody(returned);
        if (completion != Completion.NOW) {
            return completion; // first, as in Spring: some reactive values are a Callable as well
        }
        if (returned instanceof Callable || returned instanceof WebAsyncTask) {
            return Completion.LATER_BY_WORK;
        }
        return returned instanceof DeferredResult || returned instanceof CompletionStage
                ? Completion.LATER
                : Completion.NOW;
    }

    private static Completion ofBody(@Nullable Object body) {
        if (body instanceof StreamingResponseBody) {
            return Completion.NOW_THEN_WORK;
        }
        if (body instanceof ResponseBodyEmitter) {
            return Completion.NOW_THEN_STREAM;
        }
        ReactiveAdapter adapter = body == null
                ? null
                : ReactiveAdapterRegistry.getSharedInstance().getAdapter(body.getClass());
        if (adapter == null) {
            return Completion.NOW;
        }
        return adapter.isMultiValue() ? Completion.AS_SPRING_DECIDES : Completion.LATER;
    }

    // Inside an entity the declared type decides: ResponseEntity<?> is written as it is.
    private boolean asynchronous(MethodParameter returnType) {
        return handlers.stream()
                .filter(handler -> handler.supportsReturnType(returnType))
                .findFirst()
                .filter(handler -> handler instanceof ResponseBodyEmitterReturnValueHandler
                        || handler instanceof StreamingResponseBodyReturnValueHandler)
                .isPresent();
    }
}
