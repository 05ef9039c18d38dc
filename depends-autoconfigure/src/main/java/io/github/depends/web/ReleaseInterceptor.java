package io.github.depends.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Releases where no filter does, as in MockMvc without filters. */
final class ReleaseInterceptor implements AsyncHandlerInterceptor {

    private final Release release;

    ReleaseInterceptor(Release release) {
        this.release = release;
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        RequestLife life = RequestLife.find(request);
        if (life != null && !filtered(request, response)) {
            release.leave(life);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        RequestLife life = RequestLife.find(request);
        if (life != null && life.current() == null && !filtered(request, response)) {
            if (failure != null) {
                life.responseFailed(failure);
            }
            release.now(life, null);
        }
    }

    // In a container the response may hide its watch, and only the stack tells.
    private static boolean filtered(HttpServletRequest request, HttpServletResponse response) {
        return ResponseWatch.watches(response) || !Release.ofNoContainer(request) && CompletionFilter.underWay();
    }
}
