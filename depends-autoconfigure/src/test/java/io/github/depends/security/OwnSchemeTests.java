package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Raw;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A scheme that an application writes: a signature over the body, which a guard checks. */
class OwnSchemeTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Signature.class, Partners.class, Hooks.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void letsASignedBodyPass() {
        String body = "{\"paid\":true}";
        assertThat(app.post("/hooks", body, "X-Signature", Partners.sign(body)).body())
                .isEqualTo("acme: " + body);
    }

    @Test
    void refusesABodyThatIsNotTheSignedOne() {
        Raw answer = Raw.send(
                app.port(),
                "POST",
                "/hooks",
                "{\"paid\":true}",
                "Content-Type: application/json",
                "Content-Length: 13",
                "X-Signature: " + Partners.sign("{\"paid\":false}"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Hmac");
    }

    @Test
    void refusesWithoutSignatureBeforeTheBodyHasCome() {
        Raw answer =
                Raw.send(app.port(), "POST", "/hooks", "", "Content-Type: application/json", "Content-Length: 1000");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Hmac");
    }

    @Test
    void isDescribedByItsChallengeUnlessItSaysOtherwise() {
        assertThat(new Signature().describe().httpScheme()).isEqualTo("hmac");
    }

    @Component
    static class Signature implements SecurityScheme<String> {

        @Override
        public @Nullable String credentials(CredentialSource request) {
            List<String> lines = request.headers("X-Signature");
            return lines.size() == 1 ? lines.get(0) : null;
        }

        @Override
        public String challenge() {
            return "Hmac";
        }

        @Override
        public boolean required() {
            return true;
        }
    }

    record Partner(String name) {}

    @Component
    static class Partners {

        private static final byte[] KEY = "shared".getBytes(StandardCharsets.UTF_8);

        @Dependency
        Partner partner(@Depends(Signature.class) String signature, @RequestBody String body) {
            if (!MessageDigest.isEqual(
                    sign(body).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))) {
                throw new NotAuthenticatedException("Hmac");
            }
            return new Partner("acme");
        }

        static String sign(String body) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException unknown) {
                throw new IllegalStateException(unknown);
            }
        }
    }

    @RestController
    static class Hooks {

        @PostMapping("/hooks")
        String hook(@Depends Partner partner, @RequestBody String body) {
            return partner.name() + ": " + body;
        }
    }
}
