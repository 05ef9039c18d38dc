package io.github.depends.web;

import io.github.depends.BackgroundTasks.Task;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends the response, then the life of the request; as listener also for an error page that never comes. */
final class Release implements ServletRequestListener {

    /** Request attribute that is set where a filter will release. */
    static final String OWNED = Release.class.getName() + ".OWNED";

    private static final String PENDING = Release.class.getName() + ".PENDING";

    private final Supplier<Executor> executor;

    Release(Supplier<Executor> executor) {
        this.executor = executor;
    }

    /** Ends the response, if it is given and anything waits for that, and releases. */
    void now(RequestLife life, @Nullable HttpServletResponse response) {
        if (response != null && life.somethingToRelease() && response.getStatus() != 101) {
            try {
                close(response);
            } catch (IOException | RuntimeException failed) {
                life.responseFailed(failed);
            }
        }
        life.release(this::later);
    }

    /** Releases after the error page, or when the container is done with the request. */
    void onDestroyed(HttpServletRequest request, RequestLife life) {
        request.setAttribute(PENDING, life);
    }

    // Jetty calls this for each dispatch, so also between sendError and the error page; there the page always comes.
    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        boolean perDispatch = event.getServletContext()
                .getServerInfo()
                .toLowerCase(Locale.ROOT)
                .contains("jetty");
        if (!perDispatch && event.getServletRequest().getAttribute(PENDING) instanceof RequestLife life) {
            now(life, null);
        }
    }

    private static void close(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException writerInUse) {
            response.getWriter().close();
        }
    }

    private void later(List<Task> tasks) {
        Runnable all = () -> tasks.forEach(RequestLife::run);
        try {
            executor.get().execute(all);
        } catch (RejectedExecutionException refused) {
            all.run();
        }
    }
}
