package io.github.depends.examples.uncovered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.DependsConfigurer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class UncoveredTests {

    private static final String GUARD_OF_A_PATH = """
            '/admin/fn' can match paths below '/admin/**', but is served WITHOUT these guards: RequireAdmin. They
            cover controller methods only. It is served by: functional routes /admin/fn.
            """;
    private static final String READ_EARLY = """
            Before the guards of 2 endpoints run (such as 'POST /admin/upload'), Spring MVC reads the body of some
            requests, so that a client without credentials can make the server read and keep it: multipart requests,
            because spring.servlet.multipart.resolve-lazily is false (set
            spring.servlet.multipart.resolve-lazily=true).
            """;
    private static final String SUMMED = """
            Exempted: GET /admin/about from RequireAdmin
            Partly under '/admin/**', covered as a whole: POST /{area}/feedback
            Not covered by application and path uses: 3 controller methods of libraries, 3 paths of static resources,
            1 router function. Set logging.level.io.github.depends.web.detection=DEBUG to see them
            """;
    private static final String LISTED = """
            Not covered by application and path uses: GET /v3/api-docs (OpenApiWebMvcResource)
            Not covered by application and path uses: functional routes /admin/fn
            Not covered by application and path uses: /webjars/** (ResourceHttpRequestHandler)
            """;

    @Test
    void startsWithWhatIsAcknowledgedAndSaysWhatIsNotCovered(CapturedOutput output) {
        try (ConfigurableApplicationContext application = start(
                UncoveredApplication.class,
                "--spring.servlet.multipart.resolve-lazily=false",
                "--logging.level.io.github.depends.web.detection=debug")) {
            MockMvcTester mvc = MockMvcTester.from((WebApplicationContext) application);
            assertThat(mvc.get().uri("/admin/fn")).hasStatusOk().bodyText().isEqualTo("for everyone");
            assertThat(mvc.post().uri("/{area}/feedback", "any")).hasStatus(FORBIDDEN);
            assertThat(mvc.get().uri("/admin/about")).hasStatusOk();
        }
        assertThat(spaced(output.getOut())).contains(spaced(READ_EARLY));
        List<String> messages = output.getOut()
                .lines()
                .map(line -> line.replaceFirst(".*\\]( \\S+)* +: ", ""))
                .toList();
        assertThat(spaced(String.join(" ", messages))).contains(spaced(SUMMED));
        assertThat(messages).containsAll(LISTED.lines().toList());
    }

    @Test
    void failsTheStartWhereNothingIsAcknowledged(CapturedOutput output) {
        assertThatThrownBy(() -> start(Unacknowledged.class).close());
        assertThat(spaced(output.getAll())).contains(spaced(GUARD_OF_A_PATH));
    }

    private static ConfigurableApplicationContext start(Class<?> application, String... arguments) {
        return new SpringApplicationBuilder(application)
                .properties("server.port=0")
                .run(arguments);
    }

    /** Leaves out how a message is broken into lines. */
    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @EnableAutoConfiguration
    @Import({Routes.class, RequireAdmin.class, UploadController.class})
    static class Unacknowledged {

        @Bean
        DependsConfigurer configurer() {
            return registry -> registry.path("/admin/**").depends(RequireAdmin.class);
        }
    }
}
