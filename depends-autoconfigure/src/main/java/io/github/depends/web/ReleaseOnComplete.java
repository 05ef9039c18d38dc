package io.github.depends.web;

import io.github.depends.web.RequestLife.AwaitedEnd;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Backup for containers that end an asynchronous request without another dispatch. */
final class ReleaseOnComplete implements AsyncListener {

    private final Release release;
    private final RequestLife life;

    ReleaseOnComplete(Release release, RequestLife life) {
        this.release = release;
        this.life = life;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (life.awaited() == AwaitedEnd.NONE) {
            release.now(life, null);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {
        if (event.getThrowable() != null) {
            life.responseFailed(event.getThrowable());
            release.soon(life); // Tomcat may drop it, as in our filter
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
