package io.github.depends.test;

import java.io.IOException;
import java.net.URI;
import java.util.function.Predicate;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Tells a real server which test a request belongs to. */
final class TestIdentity implements ClientHttpRequestInterceptor {

    /** Header with the identity of a test; it means something only where a test has begun. */
    static final String HEADER = "Depends-Test";

    private final ActiveTests tests;
    private final Predicate<URI> server;

    /**
     * Creates an interceptor.
     *
     * @param tests the tests
     * @param server which requests go to the server under test
     */
    TestIdentity(ActiveTests tests, Predicate<URI> server) {
        this.tests = tests;
        this.server = server;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String id = tests.id();
        if (id != null && server.test(request.getURI())) {
            request.getHeaders().set(HEADER, id);
        }
        return execution.execute(request, body);
    }
}
