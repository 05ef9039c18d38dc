package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.testing.App;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the documentation tells to try works as it is written there. */
class SecurityPageTests {

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)\\.(\\w+)\\(.*`(curl .+)` \\|");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @Test
    void letsEachCommandIn() throws IOException {
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/security.md")));
        List<String> tried = new ArrayList<>();
        try (App app = App.start(Schemes.class, Me.class)) {
            while (row.find()) {
                String path = "/" + row.group(1) + "/" + row.group(2);
                assertThat(app.get(path).statusCode())
                        .as("without %s", row.group(3))
                        .isEqualTo(401);
                assertThat(send(app, path, row.group(3))).as(row.group(3)).isIn("t0ken", "alice:secret", "k3y");
                tried.add(path);
            }
        }
        assertThat(tried).doesNotHaveDuplicates().hasSize(8);
    }

    /** Sends what curl would, to another path. */
    private static String send(App app, String path, String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command).results().forEach(word -> words.add(word.group().replace("'", "")));
        List<String> headers = new ArrayList<>();
        for (int i = 1; i < words.size() - 1; i += 2) {
            headers.addAll(header(words.get(i), words.get(i + 1)));
        }
        String url = words.get(words.size() - 1);
        assertThat(url).startsWith("localhost:8080/me");
        return app.get(path + url.substring("localhost:8080/me".length()), headers.toArray(String[]::new))
                .body();
    }

    private static List<String> header(String option, String value) {
        return switch (option) {
            case "-H" -> List.of(value.split(": ", 2));
            case "-b" -> List.of("Cookie", value);
            case "-u" ->
                List.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            default -> throw new IllegalArgumentException(option);
        };
    }

    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }

        @Bean
        OAuth2PasswordBearer password() {
            return OAuth2PasswordBearer.of("/token");
        }

        @Bean
        OAuth2AuthorizationCodeBearer code() {
            return OAuth2AuthorizationCodeBearer.of("/authorize", "/token");
        }

        @Bean
        OpenIdConnect openId() {
            return OpenIdConnect.of("/openid");
        }

        @Bean
        HttpBasic basic() {
            return HttpBasic.of();
        }

        @Bean
        ApiKey header() {
            return ApiKey.header("X-Key");
        }

        @Bean
        ApiKey query() {
            return ApiKey.query("key");
        }

        @Bean
        ApiKey cookie() {
            return ApiKey.cookie("key");
        }
    }

    @RestController
    static class Me {

        @GetMapping("/HttpBearer/of")
        String bearer(@Depends(HttpBearer.class) String token) {
            return token;
        }

        @GetMapping("/OAuth2PasswordBearer/of")
        String password(@Depends(OAuth2PasswordBearer.class) String token) {
            return token;
        }

        @GetMapping("/OAuth2AuthorizationCodeBearer/of")
        String code(@Depends(OAuth2AuthorizationCodeBearer.class) String token) {
            return token;
        }

        @GetMapping("/OpenIdConnect/of")
        String openId(@Depends(OpenIdConnect.class) String token) {
            return token;
        }

        @GetMapping("/HttpBasic/of")
        String basic(@Depends(HttpBasic.class) BasicCredentials credentials) {
            return credentials.username() + ":" + credentials.password();
        }

        @GetMapping("/ApiKey/header")
        String header(@Depends(value = ApiKey.class, name = "header") String key) {
            return key;
        }

        @GetMapping("/ApiKey/query")
        String query(@Depends(value = ApiKey.class, name = "query") String key) {
            return key;
        }

        @GetMapping("/ApiKey/cookie")
        String cookie(@Depends(value = ApiKey.class, name = "cookie") String key) {
            return key;
        }
    }
}
