package io.github.depends.springsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBasic;
import io.github.depends.security.Security;
import io.github.depends.testing.App;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A JWT resource server of Spring Security with dependencies behind it. */
@ExtendWith(OutputCaptureExtension.class)
class ResourceServerTests {

    private static final KeyPair KEYS = keys();
    private static final KeyPair OTHER_KEYS = keys();

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(ResourceServer.class, Accounts.class, Controller.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void letsATokenPassThatHasAllAccumulatedScopes() {
        assertThat(get("/accounts", token(KEYS, "accounts read")).body()).isEqualTo("alice");
    }

    @Test
    void refusesATokenThatLacksOneAsSpringSecurityDoes() {
        HttpResponse<String> answer = get("/accounts", token(KEYS, "accounts"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(challenge(answer)).startsWith("Bearer error=\"insufficient_scope\"");
        assertThat(get("/route", token(KEYS, "other")).statusCode()).isEqualTo(403);
        assertThat(get("/route", token(KEYS, "route")).body()).isEqualTo("in");
    }

    @Test
    void sendsWhoHasNoTokenToTheEntryPoint() {
        HttpResponse<String> answer = app.get("/accounts");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(1);
        assertThat(challenge(answer)).startsWith("Bearer");
    }

    @Test
    void leavesForgedAndExpiredTokensToSpringSecurity() {
        assertThat(challenge(get("/accounts", token(OTHER_KEYS, "accounts read"))))
                .startsWith("Bearer error=\"invalid_token\"");
        String expired = token(KEYS, "accounts read", Instant.now().minusSeconds(7200));
        assertThat(get("/accounts", expired).statusCode()).isEqualTo(401);
    }

    @Test
    void givesDependenciesThePrincipal() {
        assertThat(get("/me", token(KEYS, "")).body()).isEqualTo("alice");
    }

    @Test
    void keepsTheChallengeOfAnOwnSchemeApartFromTheEntryPoint() {
        HttpResponse<String> answer = app.get("/basic");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"api\", charset=\"UTF-8\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void showsNoTokenInTheLog(CapturedOutput output) {
        String good = token(KEYS, "accounts");
        String bad = token(OTHER_KEYS, "accounts");
        get("/accounts", good);
        get("/accounts", bad);
        assertThat(output.getAll()).doesNotContain(good).doesNotContain(bad);
    }

    private static HttpResponse<String> get(String path, String token) {
        return app.get(path, "Authorization", "Bearer " + token);
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }

    private static String token(KeyPair keys, String scope) {
        return token(keys, scope, Instant.now());
    }

    private static String token(KeyPair keys, String scope, Instant issued) {
        RSAPublicKey publicKey = (RSAPublicKey) keys.getPublic();
        return NimbusJwtEncoder.withKeyPair(publicKey, (RSAPrivateKey) keys.getPrivate())
                .build()
                .encode(JwtEncoderParameters.from(JwtClaimsSet.builder()
                        .subject("alice")
                        .issuedAt(issued)
                        .expiresAt(issued.plusSeconds(3600))
                        .claim("scope", scope)
                        .build()))
                .getTokenValue();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    @EnableWebSecurity
    static class ResourceServer {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        JwtDecoder decoder() {
            return NimbusJwtDecoder.withPublicKey((RSAPublicKey) KEYS.getPublic())
                    .build();
        }

        @Bean
        HttpBasic basic() {
            return HttpBasic.of();
        }
    }

    record Account(String owner) {}

    @Component
    static class Accounts {

        @Dependency
        Account account(@Security(value = GrantedScopes.class, scopes = "read") Authentication user) {
            return new Account(user.getName());
        }

        @Dependency(name = "subject")
        String subject(@AuthenticationPrincipal Jwt token) {
            return token.getSubject();
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/accounts")
        String accounts(@Security(scopes = "accounts") Account account) {
            return account.owner();
        }

        @Security(value = GrantedScopes.class, scopes = "route")
        @GetMapping("/route")
        String route() {
            return "in";
        }

        @GetMapping("/me")
        String me(@Depends(name = "subject") String subject) {
            return subject;
        }

        @Depends(HttpBasic.class)
        @GetMapping("/basic")
        String basic() {
            return "in";
        }
    }
}
