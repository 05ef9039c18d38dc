package io.github.depends.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Holds every answer that a test gets against the OpenAPI document. */
@TestConfiguration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    RestTestClientBuilderCustomizer keepsTheContract() {
        return builder -> builder.requestInterceptor(new Check());
    }

    static class Check implements ClientHttpRequestInterceptor {

        /** What no operation answers, but Spring MVC where it finds none. */
        private static final Set<Integer> BEFORE_ANY_OPERATION = Set.of(405, 406, 415);

        private Contract contract;

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
                throws IOException {
            ClientHttpResponse response = execution.execute(request, body);
            int status = response.getStatusCode().value();
            if (status >= 500 || BEFORE_ANY_OPERATION.contains(status)) {
                return response;
            }
            Read read = Read.of(response);
            contract(request.getURI())
                    .operation(request.getMethod().name(), request.getURI().getRawPath())
                    .ifPresent(operation -> contract.check(operation, read.answer()));
            return read;
        }

        private synchronized Contract contract(URI uri) {
            if (contract == null) {
                URI document = UriComponentsBuilder.fromUri(uri)
                        .replacePath("/v3/api-docs")
                        .replaceQuery(null)
                        .build()
                        .toUri();
                contract = Contract.of(
                        RestClient.create().get().uri(document).retrieve().body(String.class));
            }
            return contract;
        }
    }

    /** An answer that has been read and can be read again. */
    record Read(HttpStatusCode getStatusCode, String getStatusText, HttpHeaders getHeaders, byte[] bytes)
            implements ClientHttpResponse {

        static Read of(ClientHttpResponse response) throws IOException {
            try (response) {
                return new Read(
                        response.getStatusCode(),
                        response.getStatusText(),
                        response.getHeaders(),
                        response.getBody().readAllBytes());
            }
        }

        Contract.Answer answer() {
            MediaType type = getHeaders.getContentType();
            return new Contract.Answer(
                    getStatusCode.value(),
                    type == null ? "" : type.getType() + "/" + type.getSubtype(),
                    new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {}
    }
}
