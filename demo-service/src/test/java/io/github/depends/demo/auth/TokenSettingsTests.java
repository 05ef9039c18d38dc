package io.github.depends.demo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.github.depends.demo.DemoApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class TokenSettingsTests {

    private static final String KEY = "a secret of thirty-two characters";

    @Test
    void makesUpAKeyInDevelopment() {
        try (ConfigurableApplicationContext service = start("")) {
            TokenSettings settings = service.getBean(TokenSettings.class);
            assertThat(settings.secret()).hasSize(32).isNotEqualTo(settings.secret());
        }
    }

    @Test
    void doesNotStartOnPostgresWithoutAKeyNorAskTheDatabase(CapturedOutput output) {
        assertThatException()
                .isThrownBy(
                        () -> start(DemoApplication.class, WebApplicationType.SERVLET, "postgres", "--server.port=0")
                                .close());
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("conduit.token.key is not set: give a secret of 32 characters or more, for example in the"
                        + " environment variable CONDUIT_TOKEN_KEY");
    }

    @Test
    void doesNotStartWithAKeyThatIsEasilyGuessed(CapturedOutput output) {
        assertThatException()
                .isThrownBy(() -> start("", "--conduit.token.key=hunter2").close());
        assertThat(output)
                .contains("conduit.token.key is too short: HS256 needs 32 characters or more")
                .doesNotContain("hunter2");
    }

    @Test
    void startsOnPostgresWithAKeyAndDoesNotTellIt() {
        try (ConfigurableApplicationContext service = start("postgres", "--conduit.token.key=" + KEY)) {
            TokenSettings settings = service.getBean(TokenSettings.class);
            assertThat(settings.secret()).isEqualTo(KEY.getBytes());
            assertThat(settings.toString()).doesNotContain(KEY);
        }
    }

    private static ConfigurableApplicationContext start(String profile, String... arguments) {
        return start(SettingsOnly.class, WebApplicationType.NONE, profile, arguments);
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType type, String profile, String... arguments) {
        SpringApplication service =
                new SpringApplicationBuilder(application).web(type).build();
        service.setDefaultProperties(Map.of("spring.profiles.active", profile));
        return service.run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TokenSettings.class)
    static class SettingsOnly {}
}
