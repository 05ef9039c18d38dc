package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.testing.App;
import io.github.depends.testing.Planted;
import io.github.depends.testing.Raw;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A scheme that an application writes: a signature over the body, which a guard checks. */
class OwnSchemeTests {

    private static final String BODY = "{\"paid\":true}";

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Signatures.class, Partners.class, Hooks.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hooks", "/optional"})
    void letsASignedBodyPass(String path) {
        assertThat(send(path, "Authorization: Hmac " + Partners.sign(BODY)).body())
                .isEqualTo("acme: " + BODY);
        assertThat(send(path, "Authorization: hmac " + Partners.sign(BODY)).body())
                .isEqualTo("acme: " + BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hooks", "/optional"})
    void refusesABodyThatIsNotTheSignedOne(String path) {
        assertRefused(send(path, "Authorization: Hmac " + Partners.sign("{\"paid\":false}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // missing
                "Authorization:", // empty
                "Authorization: Hmac",
                "Authorization: Hmac 0123", // malformed
                "Authorization: Hmac \u00e9", // non-ASCII
                "Authorization: Bearer " + Planted.SECRET // wrong word
            })
    void takesWhatIsNoSignatureForNone(String header) {
        assertRefused(send("/hooks", header));
        assertThat(send("/optional", header).body()).isEqualTo("somebody: " + BODY);
    }

    @Test
    void takesWhatIsTooLongForNone() {
        String header = "Authorization: Hmac " + "0".repeat(6000);
        assertRefused(send("/hooks", header));
        assertThat(send("/optional", header).body()).isEqualTo("somebody: " + BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hooks", "/optional"})
    void refusesTwoSignatures(String path) {
        String line = "Authorization: Hmac " + Partners.sign(BODY);
        Raw answer = send(path, line, line);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"duplicate\"").doesNotContain(Partners.sign(BODY));
    }

    @Test
    void refusesWithoutSignatureBeforeTheBodyHasCome() {
        assertRefused(
                Raw.send(app.port(), "POST", "/hooks", "", "Content-Type: application/json", "Content-Length: 1000"));
    }

    @Test
    void isDescribedByItsChallengeUnlessItSaysOtherwise() {
        assertThat(new Signature(true).describe().httpScheme()).isEqualTo("hmac");
    }

    private static Raw send(String path, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Content-Type: application/json", "Content-Length: " + BODY.length()));
        List.of(headers).stream().filter(header -> !header.isEmpty()).forEach(all::add);
        return Raw.send(app.port(), "POST", path, BODY, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Hmac\r\nSet-Cookie: a=b", "Hmac realm=\"\u4e16\u754c\""})
    void mayNotChallengeWithWhatNoHeaderCarries(String challenge) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotAuthenticatedException(challenge))
                .withMessageContaining("one line");
    }

    private static void assertRefused(Raw answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Hmac");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    record Signature(boolean required) implements SecurityScheme<String> {

        private static final Pattern HEADER = Pattern.compile("hmac ([0-9a-f]{64})", Pattern.CASE_INSENSITIVE);

        @Override
        public @Nullable String credentials(CredentialSource request) {
            List<String> lines = request.headers("Authorization");
            if (lines.size() > 1) {
                throw new InvalidRequestException(
                        List.of(new RequestError("header", "Authorization", "duplicate", "is given more than once")));
            }
            Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.get(0));
            return header.matches() ? header.group(1) : null;
        }

        @Override
        public String challenge() {
            return "Hmac";
        }
    }

    static class Signatures {

        @Bean
        Signature signature() {
            return new Signature(true);
        }

        @Bean
        Signature optionalSignature() {
            return new Signature(false);
        }
    }

    record Partner(String name) {}

    @Component
    static class Partners {

        private static final byte[] KEY = Planted.SECRET.getBytes(StandardCharsets.UTF_8);

        @Dependency(name = "partner")
        Partner partner(
                @Depends(value = Signature.class, name = "signature") String signature, @RequestBody String body) {
            return verified(signature, body);
        }

        @Dependency(name = "anybody")
        Partner anybody(
                @Depends(value = Signature.class, name = "optionalSignature") Optional<String> signature,
                @RequestBody String body) {
            return signature.map(given -> verified(given, body)).orElse(new Partner("somebody"));
        }

        private static Partner verified(String signature, String body) {
            if (!MessageDigest.isEqual(
                    sign(body).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII))) {
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
        String hook(@Depends(name = "partner") Partner partner, @RequestBody String body) {
            return partner.name() + ": " + body;
        }

        @PostMapping("/optional")
        String optional(@Depends(name = "anybody") Partner partner, @RequestBody String body) {
            return partner.name() + ": " + body;
        }
    }
}
