package io.github.depends.web;

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
        if (!again && within(http, answer)) {
            chain.doFilter(request, response);
            return;
        }
        ResponseWatch watch = new ResponseWatch(answer, release);
        if (again) {
            goOn(http, answer, watch);
        }
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

    // A filter outside ours may forward or include, which then is all that we see.
    private static boolean within(HttpServletRequest request, HttpServletResponse response) {
        return ResponseWatch.of(response) != null
                || request.getDispatcherType() != DispatcherType.REQUEST && underWay(2);
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, ResponseWatch watch) {
        RequestLife open = release.requests().find(request);
        RequestLife life = open == null ? release.requests().find(request, response) : open;
        if (life != null) {
            release.goesOn(life);
            watch.belongsTo(life);
        }
    }

    /** Whether this filter will release what the current thread handles; slow, for responses that hide their watch. */
    static boolean underWay() {
        return underWay(1);
    }

    private static boolean underWay(long times) {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.filter(CompletionFilter::filters).limit(times).count() == times);
    }

    private static boolean filters(StackWalker.StackFrame frame) {
        return frame.getDeclaringClass() == CompletionFilter.class
                && frame.getMethodName().equals("doFilter");
    }

    private void end(
            HttpServletRequest request, HttpServletResponse response, ResponseWatch watch, @Nullable Throwable thrown) {
        RequestLife life = release.requests().find(request, watch);
        if (life == null) {
            return;
        }
        if (thrown != null) {
            life.responseFailed(thrown);
        }
        if (request.isAsyncStarted()) {
            // Where writing has failed by now, Tomcat drops the request: no dispatch for Spring MVC comes, and no end.
            if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException broken) {
                life.broken(broken);
            }
            release.leave(request, life);
            return;
        }
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            release.afterServer(request, life);
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
}
