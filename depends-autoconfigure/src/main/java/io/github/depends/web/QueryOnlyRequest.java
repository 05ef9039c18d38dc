package io.github.depends.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartRequest;

/** The request as a guard sees it: its parameters are those of the query string, and it has no parts. */
final class QueryOnlyRequest extends HttpServletRequestWrapper {

    private final MultiValueMap<String, String> query;

    QueryOnlyRequest(HttpServletRequest request, MultiValueMap<String, String> query) {
        super(withoutParts(request));
        this.query = query;
    }

    private static HttpServletRequest withoutParts(HttpServletRequest request) {
        ServletRequest each = request;
        while (each instanceof MultipartRequest && each instanceof HttpServletRequestWrapper wrapper) {
            each = wrapper.getRequest();
        }
        return (HttpServletRequest) each;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return query.getFirst(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        query.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(query.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public @Nullable Part getPart(String name) {
        return null;
    }
}
