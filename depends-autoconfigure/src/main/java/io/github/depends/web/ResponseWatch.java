package io.github.depends.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * Sees whether the container is to send an error page, which comes after the filters, and whether the client of a request
 * that has something open cannot be written to.
 */
final class ResponseWatch extends HttpServletResponseWrapper {

    private final Release release;
    private @Nullable RequestLife life;
    private @Nullable ServletOutputStream output;
    private boolean errorSent;

    ResponseWatch(HttpServletResponse response, Release release) {
        super(response);
        this.release = release;
    }

    /** Returns what watches a response, where that is watched or wraps one that is, as servlets have to. */
    static @Nullable ResponseWatch of(ServletResponse response) {
        return WebUtils.getNativeResponse(response, ResponseWatch.class);
    }

    /** Tells whose response this is. */
    void belongsTo(RequestLife life) {
        this.life = life;
    }

    /** Returns whose response this is, {@code null} if no planned endpoint has begun to handle the request. */
    @Nullable RequestLife life() {
        return life;
    }

    boolean errorSent() {
        return errorSent;
    }

    @Override
    public void sendError(int status) throws IOException {
        super.sendError(status);
        errorSent |= getStatus() == status; // the response of an include ignores it, and no error page comes
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        super.sendError(status, message);
        errorSent |= getStatus() == status;
    }

    @Override
    public void flushBuffer() throws IOException {
        try {
            super.flushBuffer();
        } catch (IOException failure) {
            RequestLife broken = life;
            if (broken != null) {
                release.broken(broken, failure);
            }
            throw failure;
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        RequestLife current = life;
        ServletOutputStream watched = output;
        if (current == null || watched != null) {
            return watched != null ? watched : super.getOutputStream();
        }
        watched = new WatchedOutput(super.getOutputStream(), failure -> release.broken(current, failure));
        output = watched;
        return watched;
    }
}
