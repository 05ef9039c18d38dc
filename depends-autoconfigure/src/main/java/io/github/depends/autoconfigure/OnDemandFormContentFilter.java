package io.github.depends.autoconfigure;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.util.StringUtils;

/**
 * Lets Spring's filter for forms of PUT, PATCH and DELETE requests read a form when somebody first asks for it, rather than
 * before the handler is known. What it then finds is what Spring's filter finds.
 */
final class OnDemandFormContentFilter extends OrderedFormContentFilter {

    private static final Set<String> METHODS = Set.of("PUT", "PATCH", "DELETE");

    private final OrderedFormContentFilter spring;
    private final BooleanSupplier guarded;

    /**
     * Creates the filter.
     *
     * @param spring Spring's filter, which the servlet container does not know
     * @param guarded whether an endpoint has a guard
     */
    OnDemandFormContentFilter(OrderedFormContentFilter spring, BooleanSupplier guarded) {
        this.spring = spring;
        this.guarded = guarded;
        setOrder(spring.getOrder());
        // Each filter marks a request by its name, and neither must take the other's mark for its own.
        spring.setBeanName("formContentFilterOnDemand");
    }

    @Override
    public void setFormConverter(FormHttpMessageConverter converter) {
        spring.setFormConverter(converter);
    }

    @Override
    public void setCharset(Charset charset) {
        spring.setCharset(charset);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (guarded.getAsBoolean() && mayHaveForm(request)) {
            chain.doFilter(new OnDemandForm(request, response, spring), response);
        } else {
            spring.doFilter(request, response, chain);
        }
    }

    private static boolean mayHaveForm(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) && StringUtils.hasLength(request.getContentType());
    }

    /** A request whose form has not been read yet. */
    private static final class OnDemandForm extends HttpServletRequestWrapper {

        private final HttpServletResponse response;
        private final OrderedFormContentFilter spring;
        private @Nullable HttpServletRequest read;

        OnDemandForm(HttpServletRequest request, HttpServletResponse response, OrderedFormContentFilter spring) {
            super(request);
            this.response = response;
            this.spring = spring;
        }

        private HttpServletRequest read() throws IOException {
            HttpServletRequest known = read;
            if (known == null) {
                HttpServletRequest[] filtered = {(HttpServletRequest) getRequest()};
                try {
                    spring.doFilter(
                            getRequest(), response, (request, same) -> filtered[0] = (HttpServletRequest) request);
                } catch (ServletException failed) {
                    throw new IllegalStateException("The form of the request could not be read", failed);
                }
                known = filtered[0];
                read = known;
            }
            return known;
        }

        private HttpServletRequest form() {
            try {
                return read();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public @Nullable String getParameter(String name) {
            return form().getParameter(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return form().getParameterMap();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return form().getParameterNames();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return form().getParameterValues(name);
        }

        // As with Spring's filter, a form that it has read is not in the body any more.
        @Override
        public ServletInputStream getInputStream() throws IOException {
            return read().getInputStream();
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return read().getReader();
        }
    }
}
