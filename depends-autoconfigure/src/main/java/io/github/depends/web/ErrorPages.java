package io.github.depends.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Knows the error pages of the server. What handles one of them in an ERROR dispatch runs no uses of configuration and
 * packages; what it forwards to is an endpoint like any other, although Tomcat still calls that an ERROR dispatch.
 */
final class ErrorPages {

    private final Supplier<Set<String>> paths;

    /**
     * Knows these error pages.
     *
     * @param paths gives the paths of the error pages within the application
     */
    ErrorPages(Supplier<Set<String>> paths) {
        this.paths = paths;
    }

    /** Whether a request is an ERROR dispatch to an error page itself. */
    boolean isTarget(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && paths.get()
                        .contains(request.getRequestURI()
                                .substring(request.getContextPath().length()));
    }
}
