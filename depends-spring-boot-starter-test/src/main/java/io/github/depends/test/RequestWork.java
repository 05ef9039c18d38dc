package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/** Lets the work that Spring MVC does for one request on another thread use the graph of that request, however late. */
final class RequestWork implements CallableProcessingInterceptor {

    private final Function<HttpServletRequest, @Nullable DependencyGraph> graphs;
    private final ThreadLocal<@Nullable DependencyGraph> current;
    private volatile @Nullable DependencyGraph graph;

    /**
     * Follows the work of one request.
     *
     * @param graphs tells the graph of a request, {@code null} if nobody knows whose it is
     * @param current takes the graph while the work runs
     */
    RequestWork(
            Function<HttpServletRequest, @Nullable DependencyGraph> graphs,
            ThreadLocal<@Nullable DependencyGraph> current) {
        this.graphs = graphs;
        this.current = current;
    }

    // The other thread may come when the container uses the request for someone else.
    @Override
    public <T> void beforeConcurrentHandling(NativeWebRequest request, Callable<T> work) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        graph = servletRequest == null ? null : graphs.apply(servletRequest);
    }

    @Override
    public <T> void preProcess(NativeWebRequest request, Callable<T> work) {
        current.set(graph);
    }

    @Override
    public <T> void postProcess(NativeWebRequest request, Callable<T> work, @Nullable Object result) {
        current.remove();
    }
}
