package io.github.depends.web;

import io.github.depends.resolution.LateFailures;
import io.github.depends.resolution.OpenYield;
import io.github.depends.resolution.TaskRunner;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** Ends the response, then the life of the request, also where an error page never comes. */
final class Release {

    private static final Log LOGGER = LogFactory.getLog(Release.class);

    private static final String PENDING = Release.class.getName() + ".PENDING";

    private final TaskRunner tasks;
    private final LateFailures failures;
    private final Set<RequestLife> open = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> whenNoneIsOpen = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private volatile boolean told;

    Release(TaskRunner tasks, LateFailures failures) {
        this.tasks = tasks;
        this.failures = failures;
    }

    /** Returns the life of a request, which begins now if it has not. */
    RequestLife begin(HttpServletRequest request) {
        RequestLife life = RequestLife.of(request, failures);
        life.enter();
        return life;
    }

    /** Looks after a request from now on, unless everything of it has been closed. */
    void watch(RequestLife life) {
        open.add(life);
        if (life.closed()) {
            ended(life);
        }
    }

    /** Leaves a request to other threads, if they and the container can still end it. */
    void leave(RequestLife life) {
        life.leave();
        if (life.broken()) {
            now(life, null);
        } else if (stopping) {
            stop(life);
        }
    }

    /**
     * Ends a request whose client cannot be written to, where no thread of the container is there to do so: Jetty tells
     * nobody before the timeout, and Tomcat may drop the request.
     */
    void broken(RequestLife life, IOException failure) {
        life.broken(failure);
        if (!life.handling()) {
            tasks.execute(() -> now(life, null));
        }
    }

    /** Gives what is open now; for any thread. */
    void tellOpen(Consumer<OpenYield> to) {
        open.forEach(life -> life.tellOpen(to));
    }

    /**
     * Releases what no container will end, because the application stops, and waits for what threads are handling.
     *
     * @param stopped runs when nothing is open any more
     */
    void stop(Runnable stopped) {
        stopping = true;
        for (RequestLife life : open) {
            if (!life.handling()) {
                stop(life);
            }
        }
        whenNoneIsOpen.add(stopped);
        runIfNoneIsOpen();
    }

    /** Makes up for an earlier stop. */
    void resume() {
        stopping = false;
    }

    private void stop(RequestLife life) {
        life.responseFailed(stopped());
        now(life, null);
    }

    private static Throwable stopped() {
        return new IllegalStateException("The application is being stopped");
    }

    /** Releases what has not ended in time, except what its own thread must end, and logs it. */
    void abandon() {
        for (RequestLife life : open) {
            LOGGER.error("The application stops before the end of " + life);
            if (!life.heldByThread()) {
                life.responseFailed(stopped());
                life.releaseAtOnce(tasks, () -> ended(life));
            }
        }
    }

    private void ended(RequestLife life) {
        open.remove(life);
        if (stopping) {
            runIfNoneIsOpen();
        }
    }

    private void runIfNoneIsOpen() {
        if (open.isEmpty()) {
            for (Runnable next = whenNoneIsOpen.poll(); next != null; next = whenNoneIsOpen.poll()) {
                next.run();
            }
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
        life.release(tasks, () -> ended(life));
    }

    /** Releases after the error page, or when the container is done with the request; at once where there is none. */
    void afterErrorPage(HttpServletRequest request, RequestLife life) {
        if (ofNoContainer(request)) {
            now(life, null);
            return;
        }
        boolean destroyedLast = destroyedLast(request);
        request.setAttribute(PENDING, new Pending(life, destroyedLast));
        if (!told && !destroyedLast) {
            soon(life);
        }
    }

    /** Tells that the error page, or another dispatch, has come, and a filter will release after it. */
    void goesOn(HttpServletRequest request) {
        if (request.getAttribute(PENDING) instanceof Pending pending) {
            request.removeAttribute(PENDING);
            pending.life().stopWaiting();
        }
    }

    /** Releases if nothing else does, where a container may owe an end that nothing tells of. */
    void soon(RequestLife life) {
        life.await(Patience.until(() -> tasks.execute(() -> now(life, null))));
    }

    /** Whether an error page is to come, which ends the response. */
    boolean awaitsErrorPage(HttpServletRequest request) {
        return request.getAttribute(PENDING) != null;
    }

    /** Releases what still waits for an error page: the container has made it without our filter, or makes none. */
    void served(ServletRequest request) {
        if (request.getAttribute(PENDING) instanceof Pending pending) {
            if (request.isAsyncStarted()) {
                soon(pending.life());
            } else {
                now(pending.life(), null);
            }
        }
    }

    /** Tells that the server is going to tell of each request that it has {@link #served}. */
    void serverTells() {
        told = true;
    }

    /** Listens for the end of requests, where the server does not tell of it otherwise; on Jetty that would be no end. */
    void listen(ServletContext context) {
        if (!told && !jetty(context)) {
            context.addListener(new ServletRequestListener() {
                @Override
                public void requestDestroyed(ServletRequestEvent event) {
                    if (event.getServletRequest().getAttribute(PENDING) instanceof Pending pending
                            && pending.destroyedLast()) {
                        now(pending.life(), null);
                    }
                }
            });
        }
    }

    // Containers give every request an id. MockMvc's have none, and neither get an error page nor are destroyed.
    static boolean ofNoContainer(HttpServletRequest request) {
        return request.getRequestId().isEmpty();
    }

    // Jetty destroys a request after each dispatch, and Tomcat after an asynchronous one, before the error page is
    // made.
    private static boolean destroyedLast(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ASYNC && !jetty(request.getServletContext());
    }

    private static boolean jetty(ServletContext context) {
        return context.getServerInfo().toLowerCase(Locale.ROOT).contains("jetty");
    }

    private static void close(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException writerInUse) {
            response.getWriter().close();
        }
    }

    /** What waits for an error page, and whether the container destroys the request after it. */
    private record Pending(RequestLife life, boolean destroyedLast) {}
}
