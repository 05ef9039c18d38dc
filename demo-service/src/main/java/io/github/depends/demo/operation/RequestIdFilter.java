package io.github.depends.demo.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id that stands in every line of its log, and tells it to the client; a proxy's id is kept. */
final class RequestIdFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    static final String KEY = "requestId";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request);
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable logged = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    private static String id(HttpServletRequest request) {
        Object before = request.getAttribute(KEY);
        if (before instanceof String id) {
            return id;
        }
        String id = harmless(request.getHeader(HEADER));
        request.setAttribute(KEY, id);
        return id;
    }

    /** A stranger's id goes into the log, so it must not be able to forge a line of it. */
    private static String harmless(@Nullable String proposed) {
        return proposed != null && HARMLESS.matcher(proposed).matches()
                ? proposed
                : UUID.randomUUID().toString();
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
