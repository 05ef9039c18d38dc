package io.github.depends.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A request that gives some parameters as the query has them, because its form only repeats what a guard has seen. */
final class RepeatedParameters extends HttpServletRequestWrapper {

    private final MultiValueMap<String, String> query;
    private final Set<String> repeated;

    RepeatedParameters(HttpServletRequest request, MultiValueMap<String, String> query, Set<String> repeated) {
        super(request);
        this.query = query;
        this.repeated = repeated;
    }

    private String[] seen(String name) {
        return query.getOrDefault(name, List.of()).toArray(String[]::new);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return repeated.contains(name) ? seen(name) : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
        repeated.forEach(name -> parameters.put(name, seen(name)));
        return parameters;
    }
}
