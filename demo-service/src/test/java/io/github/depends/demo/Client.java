package io.github.depends.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Somebody who sends requests, always with the same {@code Authorization} or with none. */
record Client(RestTestClient http, @Nullable String authorization) {

    ResponseSpec get(String uri, Object... variables) {
        return request(HttpMethod.GET, uri, variables).exchange();
    }

    ResponseSpec post(String uri, Object body, Object... variables) {
        return send(HttpMethod.POST, uri, body, variables);
    }

    ResponseSpec put(String uri, Object body, Object... variables) {
        return send(HttpMethod.PUT, uri, body, variables);
    }

    ResponseSpec post(String uri) {
        return request(HttpMethod.POST, uri).exchange();
    }

    ResponseSpec delete(String uri, Object... variables) {
        return request(HttpMethod.DELETE, uri, variables).exchange();
    }

    ResponseSpec send(HttpMethod method, String uri, Object body, Object... variables) {
        return request(method, uri, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RequestBodySpec request(HttpMethod method, String uri, Object... variables) {
        RequestBodySpec request = http.method(method).uri(uri, variables);
        return authorization == null ? request : request.header(HttpHeaders.AUTHORIZATION, authorization);
    }
}
