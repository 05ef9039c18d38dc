package io.github.depends.demo.oauth;

import io.github.depends.Dependency;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Refuses what the form must not be: part of the path, which ends in logs, or ambiguous (RFC 6749, 2.3.1 and 3.2). */
@Component
class TokenForm {

    @Dependency
    void check(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new TokenRefusal("invalid_request", "the parameters belong into the body");
        }
        if (request.getParameterMap().values().stream().anyMatch(values -> values.length > 1)) {
            throw new TokenRefusal("invalid_request", "a parameter is given more than once");
        }
    }
}
