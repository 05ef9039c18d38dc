package io.github.depends.demo;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConduitTest
class OperationTests {

    @Autowired
    Conduit conduit;

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
}
