package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.depends.testing.App;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The document is one by the schemas that the OpenAPI Initiative publishes. */
class MetaSchemaTests {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(MetaSchemaTests::published));

    @ParameterizedTest
    @CsvSource({"openapi_3_1, 3.1/schema-base/2022-10-07", "openapi_3_0, 3.0/schema/2021-09-28"})
    void isValid(String version, String schema) {
        try (App app = App.start(
                SameOperationTests.Reads.class,
                SameOperationTests.Through.class,
                SharedParameterTests.Reads.class,
                SharedParameterTests.Controller.class,
                SecuredOperationTests.Schemes.class,
                SecuredOperationTests.Access.class,
                SecuredOperationTests.Secured.class,
                "spring.main.allow-bean-definition-overriding=true",
                "springdoc.api-docs.version=" + version)) {
            Document document = Document.of(app);
            assertThat(document.at("/paths").size()).isGreaterThan(20);
            assertThat(schema(schema).validate(document.json())).isEmpty();
        }
    }

    @Test
    void refusesAnInvalidDocument() {
        try (App app = App.start(SecuredOperationTests.Plain.class)) {
            Document document = Document.of(app);
            ((ObjectNode) document.operation("get", "/plain")).put("security", "none");
            assertThat(schema("3.1/schema-base/2022-10-07").validate(document.json()))
                    .isNotEmpty();
        }
    }

    private static Schema schema(String path) {
        return SCHEMAS.getSchema(SchemaLocation.of("https://spec.openapis.org/oas/" + path));
    }

    private static @Nullable String published(String iri) {
        String path = iri.startsWith("https://") ? iri.substring("https://".length()) : iri;
        try (InputStream resource = MetaSchemaTests.class.getClassLoader().getResourceAsStream(path)) {
            return resource == null ? null : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
