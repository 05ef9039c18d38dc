package io.github.depends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service's OpenAPI document promises of answers, and whether it is kept. */
final class Contract {

    private static final String DOCUMENT = "https://conduit/v3/api-docs";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private Contract(JsonNode document) {
        this.document = document;
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(iri -> iri.equals(DOCUMENT) ? document.toString() : null));
    }

    static Contract of(String json) {
        JsonNode document = JsonMapper.shared().readTree(json);
        document.at("/components/schemas").forEach(Contract::close);
        return new Contract(document);
    }

    // What is not documented must not be there either.
    private static void close(JsonNode schema) {
        if (schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** Returns all refusals that are documented. */
    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("responses")
                                .propertyNames()
                                .forEach(status -> {
                                    if (status.startsWith("4")) {
                                        refusals.add(new Refusal(
                                                operation.getKey().toUpperCase() + " " + path.getKey(),
                                                Integer.parseInt(status)));
                                    }
                                })));
        return refusals;
    }

    /** Returns the operation that serves a path, as its method and template. */
    Optional<String> operation(String method, String path) {
        PathContainer given = PathContainer.parsePath(path);
        return document.path("paths").propertyNames().stream()
                .filter(template -> document.at(pointer("paths", template)).has(method.toLowerCase()))
                .map(PathPatternParser.defaultInstance::parse)
                .filter(pattern -> pattern.matches(given))
                .min(Comparator.naturalOrder())
                .map(pattern -> method + " " + pattern.getPatternString());
    }

    /** Checks an answer: its status is documented, and its body is as documented for this status. */
    void check(String operation, Answer answer) {
        String[] parts = operation.split(" ");
        String response = resolved(
                pointer("paths", parts[1], parts[0].toLowerCase(), "responses", String.valueOf(answer.status)));
        assertThat(document.at(response).isObject())
                .as("%s documents %s", operation, answer.status)
                .isTrue();
        JsonNode content = document.at(response).path("content");
        if (content.isEmpty()) {
            assertThat(answer.body)
                    .as("%s %s documents no content", operation, answer.status)
                    .isEmpty();
            return;
        }
        assertThat(content.propertyNames())
                .as("%s %s", operation, answer.status)
                .contains(answer.mediaType);
        assertThat(schemas.getSchema(SchemaLocation.of(
                                DOCUMENT + "#" + response + pointer("content", answer.mediaType, "schema")))
                        .validate(JsonMapper.shared().readTree(answer.body)))
                .as("%s %s: %s", operation, answer.status, answer.body)
                .isEmpty();
    }

    private String resolved(String pointer) {
        String reference = document.at(pointer).path("$ref").asString("");
        return reference.isEmpty() ? pointer : reference.substring(1);
    }

    private static String pointer(String... names) {
        return Stream.of(names)
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .reduce("", String::concat);
    }

    /** A refusal that an operation documents. */
    record Refusal(String operation, int status) {}

    /** What came back. */
    record Answer(int status, String mediaType, String body) {}
}
