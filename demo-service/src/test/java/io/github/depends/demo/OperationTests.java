package io.github.depends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ConduitTest
@ExtendWith(OutputCaptureExtension.class)
class OperationTests {

    @Autowired
    Conduit conduit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsItsHealth() {
        conduit.stranger()
                .get("/actuator/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
        conduit.stranger().get("/actuator/health/readiness").expectStatus().isOk();
    }

    @Test
    void describesItself() {
        conduit.stranger()
                .get("/v3/api-docs")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/articles'].get")
                .exists();
        conduit.stranger().get("/swagger-ui/index.html").expectStatus().isOk();
    }

    @Test
    void measuresWhatTheAlertsWatch() throws IOException {
        String rules = Files.readString(Path.of("src/main/monitoring/alerts.yaml"));
        Set<String> watched = Pattern.compile("(hikaricp|depends)_\\w+")
                .matcher(rules)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
        String metrics = text(conduit.stranger().get("/actuator/prometheus"));
        assertThat(watched)
                .hasSizeGreaterThan(6)
                .allSatisfy(metric -> assertThat(metrics).containsPattern("(?m)^" + metric + "[{ ]"));
    }

    @Test
    void servesNoOtherActuatorEndpoint() {
        conduit.stranger().get("/actuator/env").expectStatus().isNotFound();
        conduit.stranger().get("/actuator/heapdump").expectStatus().isNotFound();
    }

    @Test
    void givesEachRequestAnId() {
        String first = id(conduit.stranger().get("/api/tags"));
        assertThat(first).hasSize(36).isNotEqualTo(id(conduit.stranger().get("/api/tags")));
        assertThat(id(conduit.stranger().get("/api/articles/none"))).hasSize(36);
    }

    @Test
    void keepsTheIdOfAProxyUnlessItIsHarmful() {
        assertThat(id(proxied("proxy-17"))).isEqualTo("proxy-17");
        assertThat(id(proxied("\"} forged {\""))).hasSize(36);
        assertThat(id(proxied("x".repeat(65)))).hasSize(36);
    }

    @Test
    void tellsTheLogWhoseFaultItWasAndTheClientTheIdAlone(CapturedOutput output) {
        jdbc.sql("alter table follow rename to follow_elsewhere").update();
        try {
            ResponseSpec answer = conduit.register().client().get("/api/articles/feed");
            answer.expectStatus()
                    .isEqualTo(500)
                    .expectBody()
                    .jsonPath("$.errors.body[0]")
                    .isEqualTo("is not possible for a fault of ours");
            String id = answer.returnResult().getResponseHeaders().getFirst("X-Request-Id");
            assertThat(output.getAll().lines().filter(line -> line.contains("A request failed")))
                    .singleElement(STRING)
                    .contains(id);
        } finally {
            jdbc.sql("alter table follow_elsewhere rename to follow").update();
        }
    }

    private ResponseSpec proxied(String id) {
        return conduit.stranger()
                .http()
                .get()
                .uri("/api/tags")
                .header("X-Request-Id", id)
                .exchange();
    }

    private static String id(ResponseSpec answer) {
        return answer.returnResult(String.class).getResponseHeaders().getFirst("X-Request-Id");
    }

    private static String text(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
