package io.github.depends.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Releases where no filter does, as in MockMvc without filters; and settles what no adapter of ours will. */
final class ReleaseInterceptor implements AsyncHandlerInterceptor {

    private final Release release;

    ReleaseInterceptor(Release release) {
        this.release = release;
    }

    /** Settles endpoints that were included and deliver later, for the container goes on with their includer. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            RequestLife life = release.requests().find(request, response);
            WebAsyncManager async = WebAsyncUtils.getAsyncManager(request);
            if (life != null && async.hasConcurrentResult()) {
                life.settleIncluded(handler, async.getConcurrentResult());
            }
        }
        return true;
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        RequestLife life = unfiltered(request, response);
        if (life != null) {
            release.leave(request, life);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        RequestLife life = unfiltered(request, response);
        if (life == null || life.current() != null) {
            return;
        }
        if (failure != null) {
            life.responseFailed(failure);
        }
        if (request.isAsyncStarted()) {
            release.leave(request, life);
        } else {
            release.afterServer(request, life);
        }
    }

    // In a container the response may hide its watch, and only the stack tells.
    private @Nullable RequestLife unfiltered(HttpServletRequest request, HttpServletResponse response) {
        RequestLife life =
                ResponseWatch.of(response) == null ? release.requests().find(request) : null;
        return life != null && !RequestsUnderWay.ofNoContainer(request) && CompletionFilter.underWay() ? null : life;
    }
}
