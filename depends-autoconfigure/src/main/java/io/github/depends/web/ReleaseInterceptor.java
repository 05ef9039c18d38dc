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
        RequestLife life = ResponseWatch.watches(response) ? null : RequestLife.find(request);
        if (life != null && !CompletionFilter.underWay()) {
            release.leave(life);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        RequestLife life = ResponseWatch.watches(response) ? null : RequestLife.find(request);
        if (life != null && life.current() == null && !CompletionFilter.underWay()) {
            if (failure != null) {
                life.responseFailed(failure);
            }
            release.now(life, null);
        }
    }
}
