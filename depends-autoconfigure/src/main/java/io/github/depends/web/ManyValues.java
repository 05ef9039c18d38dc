package io.github.depends.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Many reactive values, which flow only when Spring MVC has decided what becomes of them: a stream, before which the
 * outcome is settled, or one value, whose end is waited for.
 */
final class ManyValues implements DeferredResultProcessingInterceptor, Publisher<Object> {

    // Set by Spring when it has decided to stream, so that an ETag filter does not collect the body.
    private static final String STREAMING = ShallowEtagHeaderFilter.class.getName() + ".STREAMING";

    private final Frame frame;
    private final Publisher<Object> values;
    private final List<Subscriber<? super Object>> waiting = new ArrayList<>(1);
    private boolean decided;

    private ManyValues(Frame frame, Publisher<Object> values) {
        this.frame = frame;
        this.values = values;
    }

    /** Returns the returned value, or entity of it, as one that waits for the decision. */
    static Object gated(Frame frame, Object returned, WebAsyncManager async) {
        frame.defers();
        if (returned instanceof HttpEntity<?> entity && entity.getBody() != null) {
            Object body = gate(frame, entity.getBody(), async);
            return entity instanceof ResponseEntity<?> response
                    ? new ResponseEntity<>(body, response.getHeaders(), response.getStatusCode())
                    : new HttpEntity<>(body, entity.getHeaders());
        }
        return gate(frame, returned, async);
    }

    private static Object gate(Frame frame, Object values, WebAsyncManager async) {
        ReactiveAdapter adapter = adapter(values);
        ManyValues gate = new ManyValues(frame, adapter.toPublisher(values));
        async.registerDeferredResultInterceptor(frame, gate);
        return adapter.fromPublisher(gate);
    }

    private static ReactiveAdapter adapter(Object values) {
        @Nullable ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(values.getClass());
        if (adapter == null) {
            throw new IllegalStateException(values.getClass().getName() + " delivers no values later");
        }
        return adapter;
    }

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        if (decided) {
            values.subscribe(subscriber);
        } else {
            waiting.add(subscriber);
        }
    }

    @Override
    public <T> void beforeConcurrentHandling(NativeWebRequest request, DeferredResult<T> result) throws Exception {
        if (request.getAttribute(STREAMING, RequestAttributes.SCOPE_REQUEST) != null) {
            frame.complete();
        }
        decided = true;
        waiting.forEach(values::subscribe);
        waiting.clear();
    }
}
