package io.github.depends.examples.life;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(properties = "depends.yields.open-warning-age=10ms")
@AutoConfigureMockMvc
class LifeTests {

    private static final String WARNING = """
            'Database.connection', opened for GET /articles/{slug}, has been open for 63120 ms. Look for a call that
            hangs, or set depends.yields.open-warning-age (now 60000ms) to what is usual here
            """;

    private static final CompletableFuture<String> WARNED = new CompletableFuture<>();

    @Autowired
    MockMvcTester mvc;

    @Test
    void warnsOfAYieldThatHasBeenOpenForTooLong() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.depends.resolution.OverdueYields");
        Warnings warnings = new Warnings();
        warnings.start();
        logger.addAppender(warnings);
        assertThat(mvc.get().uri("/articles/dragons"))
                .bodyText()
                .satisfies(warning -> assertThat(comparable(warning)).isEqualTo(comparable(WARNING)));
        logger.detachAppender(warnings);
    }

    /** Leaves out line breaks and how long it took. */
    private static String comparable(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\d+", "#");
    }

    @SpringBootApplication
    static class Application {

        @Bean
        Database database() {
            return new Database();
        }

        @Bean
        Articles articles() {
            return new Articles();
        }
    }

    static class Database {

        @Dependency
        Yield<Connection> connection(@Depends DataSource pool) {
            return Yield.open(pool::getConnection).onClose(Connection::close);
        }
    }

    @RestController
    static class Articles {

        /** Answers when it has been warned of, and with that. */
        @GetMapping("/articles/{slug}")
        String article(@PathVariable String slug, @Depends Connection connection) throws Exception {
            return WARNED.get(20, TimeUnit.SECONDS);
        }
    }

    static class Warnings extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            WARNED.complete(event.getFormattedMessage());
        }
    }
}
