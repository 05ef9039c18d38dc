package io.github.depends.examples.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartupTests {

    private static final String REPORT = """
            ***************************
            APPLICATION FAILED TO START
            ***************************

            Description:

            The request dependencies have 3 faults:

            1. 'Price' named 'regulr', used by Articles.list(User, Price), is not among the dependencies of that type: Shop.reduced, Shop.regular.
               at io.github.depends.examples.startup.Articles.list(Articles.java:27)
               => Correct the name. Did you mean 'regular'?

            2. Dependencies form a cycle: Shop.cart -> Shop.basket -> Shop.cart.
               at io.github.depends.examples.startup.Shop.basket(Shop.java:34)
               => Let one of them take what it needs from a third that both use.

            3. 'Shop.transaction' stays open until the response has been written (REQUEST), but uses 'Shop.connection', which is closed before (FUNCTION).
               at io.github.depends.examples.startup.Shop.transaction(Shop.java:44)
               => Give 'Shop.transaction' scope FUNCTION, or 'Shop.connection' scope REQUEST.
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsAllFaultsAtOnce(boolean lazily, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(StartupApplication.class)
                .properties("server.port=0", "spring.main.lazy-initialization=" + lazily)
                .run());
        assertThat(output.getAll()).containsIgnoringNewLines(REPORT);
    }
}
