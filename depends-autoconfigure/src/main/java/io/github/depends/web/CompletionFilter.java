package io.github.depends.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Releases what a request has opened when its response has been written to the last byte; outermost of all filters.
 *
 * <p>It ends the response by closing its stream, since a flush leaves the last chunk to the container. Where an error
 * page is still to come, the release waits for it.
 */
final class CompletionFilter implements Filter {

    private final Release release;

    CompletionFilter(Release release) {
        this.release = release;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        boolean again =
                http.getDispatcherType() == DispatcherType.ASYNC || http.getDispatcherType() == DispatcherType.ERROR;
        if (!again && ResponseWatch.watches(answer)) {
            chain.doFilter(request, response);
            return;
        }
        if (again) {
            release.goesOn(http);
        }
        ResponseWatch watch = new ResponseWatch(http, answer, release);
        Throwable thrown = null;
        try {
            chain.doFilter(request, watch);
        } catch (Throwable failure) {
            thrown = failure;
            throw failure;
        } finally {
            end(http, answer, watch, thrown);
        }
    }

    /** Whether this filter will release what the current thread handles; slow, for responses that hide their watch. */
    static boolean underWay() {
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(CompletionFilter::filters));
    }

    private static boolean filters(StackWalker.StackFrame frame) {
        return frame.getClassName().equals(CompletionFilter.class.getName())
                && frame.getMethodName().equals("doFilter");
    }

    private void end(
            HttpServletRequest request, HttpServletResponse response, ResponseWatch watch, @Nullable Throwable thrown) {
        RequestLife life = RequestLife.find(request);
        if (life == null) {
            return;
        }
        if (thrown != null) {
            life.responseFailed(thrown);
        }
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new ReleaseOnComplete(request));
            // Where writing has failed by now, Tomcat drops the request: no dispatch for Spring MVC comes, and no end.
            if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException broken) {
                life.broken(broken);
            }
            release.leave(life);
            return;
        }
        boolean errorPage = watch.errorSent() || thrown != null && !response.isCommitted();
        if (errorPage && request.getDispatcherType() != DispatcherType.ERROR) {
            release.afterErrorPage(request, life);
        } else {
            // After an exception the container breaks the response off; an orderly end would hide that it is cut short.
            release.now(life, thrown == null ? response : null);
        }
    }

    /** Backup for containers that end an asynchronous request without another dispatch. */
    private final class ReleaseOnComplete implements AsyncListener {

        private final HttpServletRequest request;

        ReleaseOnComplete(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            RequestLife life = RequestLife.find(request);
            if (life != null && !release.awaitsErrorPage(request)) {
                release.now(life, null);
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {
            RequestLife life = RequestLife.find(request);
            if (life != null && event.getThrowable() != null) {
                life.responseFailed(event.getThrowable());
                release.soon(life); // Tomcat may drop it, as above
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
