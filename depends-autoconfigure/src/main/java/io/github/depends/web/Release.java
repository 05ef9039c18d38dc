package io.github.depends.web;

import io.github.depends.resolution.LateFailures;
import io.github.depends.resolution.OpenYield;
import io.github.depends.resolution.TaskRunner;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends the response, then the life of the request; as listener also for an error page that never comes. */
final class Release implements ServletRequestListener {

    /** Request attribute that is set where a filter will release. */
    static final String OWNED = Release.class.getName() + ".OWNED";

    /** How long an error page may take, where nothing tells that none comes. */
    private static final int ERROR_PAGE_SECONDS = 10;

    private static final String PENDING = Release.class.getName() + ".PENDING";

    private final TaskRunner tasks;
    private final LateFailures failures;
    private final Set<RequestLife> open = ConcurrentHashMap.newKeySet();

    Release(TaskRunner tasks, LateFailures failures) {
        this.tasks = tasks;
        this.failures = failures;
    }

    /** Returns the life of a request, which begins now if it has not. */
    RequestLife begin(HttpServletRequest request) {
        RequestLife life = RequestLife.of(request, failures);
        open.add(life);
        return life;
    }

    /** Gives what is open now; for any thread. */
    void tellOpen(Consumer<OpenYield> to) {
        open.forEach(life -> life.tellOpen(to));
    }

    /** Releases what no container has ended, because the application stops, except what its own thread must end. */
    void stop() {
        for (RequestLife life : open) {
            if (life.heldByThread()) {
                continue;
            }
            life.responseFailed(new IllegalStateException("The application is being stopped"));
            now(life, null);
        }
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
        life.release(tasks, () -> open.remove(life));
    }

    /** Releases after the error page, or when the container is done with the request. */
    void afterErrorPage(HttpServletRequest request, RequestLife life) {
        boolean destroyedLast = destroyedLast(request);
        request.setAttribute(PENDING, new Pending(life, destroyedLast));
        if (!destroyedLast) {
            CompletableFuture.delayedExecutor(ERROR_PAGE_SECONDS, TimeUnit.SECONDS, tasks.executor())
                    .execute(() -> now(life, null));
        }
    }

    /** Whether an error page is to come, which ends the response. */
    boolean awaitsErrorPage(HttpServletRequest request) {
        return request.getAttribute(PENDING) != null;
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest().getAttribute(PENDING) instanceof Pending pending && pending.destroyedLast()) {
            now(pending.life(), null);
        }
    }

    // Jetty destroys a request after each dispatch, and Tomcat after an asynchronous one, before the error page is
    // made.
    private static boolean destroyedLast(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ASYNC
                && !request.getServletContext()
                        .getServerInfo()
                        .toLowerCase(Locale.ROOT)
                        .contains("jetty");
    }

    private static void close(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException writerInUse) {
            response.getWriter().close();
        }
    }

    /** What waits for an error page; it ends at the latest when the request is destroyed, where that comes last. */
    private record Pending(RequestLife life, boolean destroyedLast) {}
}
