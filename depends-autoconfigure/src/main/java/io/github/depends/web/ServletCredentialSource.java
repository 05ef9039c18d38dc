package io.github.depends.web;

import io.github.depends.security.CredentialSource;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** Lets security schemes read a servlet request, of which it touches no body and no form. */
final class ServletCredentialSource implements CredentialSource {

    private final HttpServletRequest request;

    ServletCredentialSource(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    @Override
    public List<String> cookies(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .toList();
    }

    @Override
    public List<String> queryParameters(String name) {
        MultiValueMap<String, String> query = QueryString.parse(request);
        return query.getOrDefault(name, List.of());
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    @Override
    public String toString() {
        return "CredentialSource";
    }
}
