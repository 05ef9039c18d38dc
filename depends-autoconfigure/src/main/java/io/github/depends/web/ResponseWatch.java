package io.github.depends.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
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

    private final HttpServletRequest request;
    private final Release release;
    private @Nullable ServletOutputStream output;
    private boolean errorSent;

    ResponseWatch(HttpServletRequest request, HttpServletResponse response, Release release) {
        super(response);
        this.request = request;
        this.release = release;
    }

    /** Whether this is a response that is watched, or wraps one as servlets have to. */
    static boolean watches(HttpServletResponse response) {
        return WebUtils.getNativeResponse(response, ResponseWatch.class) != null;
    }

    boolean errorSent() {
        return errorSent;
    }

    @Override
    public void sendError(int status) throws IOException {
        super.sendError(status);
        errorSent = true;
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        super.sendError(status, message);
        errorSent = true;
    }

    @Override
    public void flushBuffer() throws IOException {
        try {
            super.flushBuffer();
        } catch (IOException failure) {
            RequestLife life = RequestLife.find(request);
            if (life != null) {
                release.broken(life, failure);
            }
            throw failure;
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        RequestLife life = RequestLife.find(request);
        ServletOutputStream watched = output;
        if (life == null || watched != null) {
            return watched != null ? watched : super.getOutputStream();
        }
        watched = new WatchedOutput(super.getOutputStream(), failure -> release.broken(life, failure));
        output = watched;
        return watched;
    }
}
