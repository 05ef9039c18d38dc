package io.github.depends.demo.admin;

import io.github.depends.security.SecurityScopes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Refuses a token that grants too little, and tells what it takes (RFC 6750, 3.1). */
class InsufficientScopeException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    private final String scope;

    InsufficientScopeException(SecurityScopes required) {
        super(HttpStatus.FORBIDDEN, "the OAuth2 scope " + required.scopeString() + " is required");
        scope = required.scopeString();
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
        return headers;
    }
}
