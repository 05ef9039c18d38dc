package io.github.depends.examples.springsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class SpringSecurityTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void requiresTheScopesThatSpringSecurityHasFound() {
        assertThat(get("/items", "reader")).hasStatusOk().bodyText().isEqualTo("[{\"name\":\"pen\"}]");
        assertThat(get("/items", "owner")).hasStatus(FORBIDDEN);
        assertThat(mvc.get().uri("/items")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void givesADependencyWhoIsAuthenticated() {
        assertThat(get("/account", "owner")).hasStatusOk().bodyText().isEqualTo("{\"owner\":\"ann\"}");
        assertThat(get("/account", "reader")).hasStatus(FORBIDDEN);
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    @TestConfiguration
    static class Decoding {

        /** Takes every token; a real one verifies a signature. */
        @Bean
        JwtDecoder decoder() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("ann")
                    .claim("scope", token.equals("reader") ? "items:read" : "accounts")
                    .build();
        }
    }
}
