package io.github.depends.web;

import io.github.depends.resolution.OpenYield;
import io.github.depends.resolution.TaskRunner;
import io.github.depends.web.RequestLife.AwaitedEnd;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** Ends the response, then the life of the request, also where an error page never comes. */
final class Release {

    private static final Log LOGGER = LogFactory.getLog(Release.class);

    private final TaskRunner tasks;
    private final RequestsUnderWay requests;
    private final Queue<Runnable> whenNoneIsOpen = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private volatile boolean told;

    Release(TaskRunner tasks, RequestsUnderWay requests) {
        this.tasks = tasks;
        this.requests = requests;
    }

    /** Returns the requests that are looked after. */
    RequestsUnderWay requests() {
        return requests;
    }

    /** Returns the life of a request, which begins now if it has not. */
    RequestLife begin(HttpServletRequest request, HttpServletResponse response) {
        RequestLife life = requests.begin(request, response);
        life.enter();
        return life;
    }

    /** Looks after a request from now on, unless everything of it has been closed. */
    void watch(RequestLife life) {
        requests.add(life);
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
        requests.all().forEach(life -> life.tellOpen(to));
    }

    /**
     * Releases what no container will end, because the application stops, and waits for what threads are handling.
     *
     * @param stopped runs when nothing is open any more
     */
    void stop(Runnable stopped) {
        stopping = true;
        for (RequestLife life : requests.all()) {
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
        for (RequestLife life : requests.all()) {
            LOGGER.error("The application stops before the end of " + life);
            if (!life.heldByThread()) {
                life.responseFailed(stopped());
                life.releaseAtOnce(tasks, () -> ended(life));
            }
        }
    }

    private void ended(RequestLife life) {
        requests.ended(life);
        if (stopping) {
            runIfNoneIsOpen();
        }
    }

    private void runIfNoneIsOpen() {
        if (requests.all().isEmpty()) {
            for (Runnable next = whenNoneIsOpen.poll(); next != null; next = whenNoneIsOpen.poll()) {
                next.run();
            }
        }
    }

    /** Ends the response, if it is given and anything waits for that, and releases. */
    void now(RequestLife life, @Nullable HttpServletResponse response) {
        try {
            if (response != null && life.somethingToRelease() && response.getStatus() != 101) {
                close(response);
            }
        } catch (IOException | RuntimeException failed) {
            life.responseFailed(failed);
        } catch (Error failed) {
            life.responseFailed(failed);
            throw failed;
        } finally {
            life.release(tasks, () -> ended(life));
        }
    }

    /** Releases after the error page, or when the container is done with the request; at once where there is none. */
    void afterErrorPage(HttpServletRequest request, RequestLife life) {
        if (RequestsUnderWay.ofNoContainer(request)) {
            now(life, null);
            return;
        }
        boolean destroyedLast = destroyedLast(request);
        life.awaits(destroyedLast ? AwaitedEnd.DESTROYED : AwaitedEnd.SERVED);
        if (!told && !destroyedLast) {
            soon(life);
        }
    }

    /** Releases what our filter does not see: when the server tells that it is done, or else now. */
    void afterServer(HttpServletRequest request, RequestLife life) {
        if (told && !RequestsUnderWay.ofNoContainer(request)) {
            life.awaits(AwaitedEnd.SERVED);
        } else {
            now(life, null);
        }
    }

    /** Leaves a request to other threads, and releases when the container tells that it has ended. */
    void leave(HttpServletRequest request, RequestLife life) {
        request.getAsyncContext().addListener(new ReleaseOnComplete(this, life));
        leave(life);
    }

    /** Tells that the error page, or another dispatch, has come, and a filter will release after it. */
    void goesOn(RequestLife life) {
        if (life.awaited() != AwaitedEnd.NONE) {
            life.awaits(AwaitedEnd.NONE);
            life.stopWaiting();
        }
    }

    /** Releases if nothing else does, where a container may owe an end that nothing tells of. */
    void soon(RequestLife life) {
        life.await(Patience.until(() -> tasks.execute(() -> now(life, null))));
    }

    /** Releases what still waits for an error page: the container has made it without our filter, or makes none. */
    void served(ServletRequest request) {
        RequestLife life = requests.find(request);
        if (life != null && life.awaited() != AwaitedEnd.NONE) {
            if (request.isAsyncStarted()) {
                soon(life);
            } else {
                now(life, null);
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
                    RequestLife life = requests.find(event.getServletRequest());
                    if (life != null && life.awaited() == AwaitedEnd.DESTROYED) {
                        now(life, null);
                    }
                }
            });
        }
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
}
