package io.github.depends.demo;

import static io.github.depends.demo.Refusals.notAuthenticated;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.depends.demo.Conduit.Member;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConduitTest
class AccessTests {

    @Autowired
    Conduit conduit;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @MethodSource("forUsers")
    void needsAToken(HttpMethod method, String path) {
        notAuthenticated(conduit.stranger().send(method, path, "{}"));
    }

    @ParameterizedTest
    @MethodSource({"forUsers", "forEveryone"})
    void refusesABadToken(HttpMethod method, String path) {
        notAuthenticated(conduit.authorized("Token nonsense").send(method, path, "{}"));
    }

    @ParameterizedTest
    @MethodSource({"forUsers", "forEveryone"})
    void refusesATokenSignedBySomebodyElse(HttpMethod method, String path) throws JOSEException {
        String forged = token(Instant.now().plusSeconds(60), "somebody else's key of 32 characters");
        notAuthenticated(conduit.authorized("Token " + forged).send(method, path, "{}"));
    }

    @ParameterizedTest
    @MethodSource("forUsers")
    void refusesTheTokenOfAnotherScheme(HttpMethod method, String path) {
        Member member = conduit.register();
        notAuthenticated(conduit.authorized("Bearer " + member.token()).send(method, path, "{}"));
    }

    @Test
    void refusesATokenWithoutSignature() {
        String header = "eyJhbGciOiJub25lIn0"; // {"alg":"none"}
        String claims = "eyJzdWIiOiIxIiwiZXhwIjo5OTk5OTk5OTk5fQ"; // {"sub":"1","exp":9999999999}
        notAuthenticated(
                conduit.authorized("Token " + header + "." + claims + ".").get("/api/user"));
    }

    @Test
    void refusesTheTokenOfAUserWhoIsGone() {
        Member member = conduit.register();
        jdbc.sql("delete from account where username = ?")
                .param(member.username())
                .update();
        notAuthenticated(member.client().get("/api/user"));
    }

    @Test
    void takesTheSchemesNameInAnyCase() {
        Member member = conduit.register();
        conduit.authorized("token " + member.token())
                .get("/api/user")
                .expectStatus()
                .isOk();
    }

    @Test
    void refusesTwoTokens() {
        Member member = conduit.register();
        Refusals.invalid(
                conduit.stranger()
                        .http()
                        .get()
                        .uri("/api/user")
                        .header("Authorization", "Token " + member.token(), "Token " + member.token())
                        .exchange(),
                "Authorization is given more than once");
    }

    @Test
    void refusesABrowserLikeEveryoneElse() {
        notAuthenticated(conduit.stranger()
                .http()
                .get()
                .uri("/api/user")
                .accept(MediaType.TEXT_HTML)
                .exchange());
    }

    @Test
    void answersWhatIsNotThereInTheSameShape() {
        conduit.stranger()
                .get("/api/nowhere")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.errors.body[0]")
                .exists();
        conduit.stranger()
                .delete("/api/tags")
                .expectStatus()
                .isEqualTo(405)
                .expectBody()
                .jsonPath("$.errors.body[0]")
                .exists();
    }

    static Stream<Arguments> forUsers() {
        return Stream.of(
                endpoint("GET", "/api/user"),
                endpoint("PUT", "/api/user"),
                endpoint("POST", "/api/profiles/nobody/follow"),
                endpoint("DELETE", "/api/profiles/nobody/follow"),
                endpoint("GET", "/api/articles/feed?limit=-1"),
                endpoint("POST", "/api/articles"),
                endpoint("PUT", "/api/articles/none"),
                endpoint("DELETE", "/api/articles/none"),
                endpoint("POST", "/api/articles/none/comments"),
                endpoint("DELETE", "/api/articles/none/comments/1"),
                endpoint("POST", "/api/articles/none/favorite"),
                endpoint("DELETE", "/api/articles/none/favorite"));
    }

    static Stream<Arguments> forEveryone() {
        return Stream.of(
                endpoint("GET", "/api/profiles/nobody"),
                endpoint("GET", "/api/articles?limit=-1"),
                endpoint("GET", "/api/articles/none"),
                endpoint("GET", "/api/articles/none/comments"));
    }

    private static Arguments endpoint(String method, String path) {
        return Arguments.of(HttpMethod.valueOf(method), path);
    }

    private static String token(Instant expiry, String key) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("1")
                .audience("conduit")
                .expirationTime(Date.from(expiry))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }
}
