package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ConfigurationMetadataTests {

    // An annotation processor that is a mere dependency runs on JDK 17 and, silently, not from JDK 23 on.
    @Test
    void describesThePropertiesToEditors() throws IOException {
        String metadata = new ClassPathResource("/META-INF/spring-configuration-metadata.json", DependsProperties.class)
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(metadata)
                .contains("\"name\": \"depends.validation.status\"")
                .contains("\"description\": \"HTTP status of an invalid request, 400 or 422.\"")
                .contains("\"defaultValue\": 400")
                .contains("\"name\": \"depends.validation.accumulate\"")
                .contains("\"name\": \"depends.validation.max-errors\"")
                .contains(
                        "\"description\": \"How many errors an answer lists at most; it says how many more there were.\"")
                .contains("\"defaultValue\": 100")
                .contains("\"name\": \"depends.validation.all-endpoints\"")
                .contains(
                        "\"description\": \"Whether controllers of the application that use no dependency answer invalid requests alike.\"")
                .contains("\"name\": \"depends.acquire.parallel\"")
                .contains("\"description\": \"Whether dependencies that return a stage overlap.\"")
                .contains("\"name\": \"depends.acquire.timeout\"")
                .contains("\"name\": \"depends.yields.open-warning-age\"")
                .contains("\"type\": \"java.time.Duration\"")
                .contains("\"defaultValue\": \"1m\"");
    }
}
