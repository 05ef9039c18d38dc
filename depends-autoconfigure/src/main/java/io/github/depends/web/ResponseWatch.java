package io.github.depends.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sees whether the container is to send an error page, which comes after the filters. */
final class ResponseWatch extends HttpServletResponseWrapper {

    private boolean errorSent;

    ResponseWatch(HttpServletResponse response) {
        super(response);
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
}
