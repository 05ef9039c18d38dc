package io.github.depends.web;

import io.github.depends.resolution.LateFailures;
import io.github.depends.resolution.TaskContexts;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The requests that planned endpoints handle, each until everything that it has opened is closed. Thread-safe.
 *
 * <p>A request is found through its response, which our filter watches, or by what its container knows it by. No request
 * attribute is needed: an include takes back what was set during it, applications remove attributes, and request wrappers
 * may keep them to themselves.
 */
final class RequestsUnderWay {

    private final Map<Object, RequestLife> requests = new ConcurrentHashMap<>();
    private final LateFailures failures;
    private final TaskContexts contexts;

    RequestsUnderWay(LateFailures failures, TaskContexts contexts) {
        this.failures = failures;
        this.contexts = contexts;
    }

    /** Returns the life of a request, which begins now if it has not; it is kept when it is {@link #add added}. */
    RequestLife begin(ServletRequest request, ServletResponse response) {
        ResponseWatch watch = ResponseWatch.of(response);
        RequestLife known = watched(watch);
        if (known != null) {
            return known;
        }
        Object key = key(request);
        RequestLife kept = requests.get(key);
        RequestLife life = kept == null ? new RequestLife(key, failures, contexts) : kept;
        if (watch != null) {
            watch.belongsTo(life);
        }
        return life;
    }

    /** Keeps a request until it has {@link #ended}. */
    void add(RequestLife life) {
        requests.put(life.key(), life);
    }

    /** Drops a request, unless an error page has opened something again. */
    void ended(RequestLife life) {
        requests.computeIfPresent(life.key(), (key, kept) -> kept == life && life.closed() ? null : kept);
    }

    /** Returns the life of a request, {@code null} if no planned endpoint has begun to handle it. */
    @Nullable RequestLife find(ServletRequest request, @Nullable ServletResponse response) {
        RequestLife watched = response == null ? null : watched(ResponseWatch.of(response));
        return watched == null ? find(request) : watched;
    }

    /** As {@link #find(ServletRequest, ServletResponse)}, as long as something of the request may be open. */
    @Nullable RequestLife find(ServletRequest request) {
        return requests.isEmpty() ? null : requests.get(key(request));
    }

    /** As {@link #find(ServletRequest, ServletResponse)}. */
    @Nullable RequestLife find(NativeWebRequest request) {
        ServletRequest servletRequest = request.getNativeRequest(ServletRequest.class);
        return servletRequest == null ? null : find(servletRequest, request.getNativeResponse(ServletResponse.class));
    }

    /** Returns the handling that is under way, {@code null} if it is not one of the given controller method. */
    @Nullable Frame current(NativeWebRequest request, @Nullable Executable method) {
        RequestLife life = find(request);
        Frame frame = life == null ? null : life.current();
        return frame != null && frame.endpoint().is(method) ? frame : null;
    }

    /** Returns those that are kept now. */
    Collection<RequestLife> all() {
        return Collections.unmodifiableCollection(requests.values());
    }

    private static @Nullable RequestLife watched(@Nullable ResponseWatch watch) {
        return watch == null ? null : watch.life();
    }

    /** Whether no container has made a request: containers give every request an id, and MockMvc's have none. */
    static boolean ofNoContainer(ServletRequest request) {
        return key(request) instanceof ServletRequest;
    }

    // The innermost request, for a wrapper may be of another request, or give out an id of its own.
    private static Object key(ServletRequest request) {
        ServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        @Nullable String id = innermost.getRequestId();
        return id == null || id.isEmpty() ? innermost : ContainerKey.of(innermost, id);
    }

    /**
     * What a container knows a request by. The id alone is not enough: Tomcat counts in decimal for the first request of a
     * connection and in hexadecimal for those that follow, so that two requests under way can have the same. But a
     * connection handles one request at a time, or one for each of its streams.
     */
    private record ContainerKey(String request, String connection, String stream) {

        static ContainerKey of(ServletRequest request, String id) {
            return new ContainerKey(
                    id, request.getServletConnection().getConnectionId(), request.getProtocolRequestId());
        }
    }
}
