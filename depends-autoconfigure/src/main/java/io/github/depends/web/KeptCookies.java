package io.github.depends.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Keeps the cookies that dependencies have set where an entity brings its own, whose headers replace those set. */
final class KeptCookies {

    private KeptCookies() {}

    /** Returns the value, with the cookies set on the response if it is an entity with other cookies. */
    static @Nullable Object merged(@Nullable Object value, @Nullable HttpServletResponse response) {
        if (!(value instanceof HttpEntity<?> entity) || response == null) {
            return value;
        }
        List<String> own = entity.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE);
        Collection<String> set = response.getHeaders(HttpHeaders.SET_COOKIE);
        if (own.isEmpty() || set.isEmpty()) {
            return value;
        }
        List<String> cookies = new ArrayList<>(set);
        cookies.removeIf(cookie -> own.stream().anyMatch(other -> name(other).equals(name(cookie))));
        cookies.addAll(own);
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(entity.getHeaders());
        headers.put(HttpHeaders.SET_COOKIE, cookies);
        return entity instanceof ResponseEntity<?> answer
                ? new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode())
                : new HttpEntity<>(entity.getBody(), headers);
    }

    private static String name(String cookie) {
        int equals = cookie.indexOf('=');
        return equals < 0 ? cookie : cookie.substring(0, equals).trim();
    }
}
