package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.Planted;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document that an application serves. */
record Document(JsonNode json) {

    static Document of(App app) {
        return of(app, "/v3/api-docs");
    }

    static Document of(App app, String path) {
        HttpResponse<String> answer = app.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Planted.notIn(answer.body());
        return new Document(JsonMapper.shared().readTree(answer.body()));
    }

    /** Returns an operation. */
    ObjectNode operation(String method, String path) {
        JsonNode operation = json.at("/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method);
        assertThat(operation.isObject())
                .as(method + " " + path + " in " + json.path("paths"))
                .isTrue();
        return (ObjectNode) operation;
    }

    /** Returns an operation without what tells it from another by name, and without the given responses. */
    ObjectNode comparable(String method, String path, String... responses) {
        ObjectNode operation = operation(method, path).deepCopy();
        operation.remove(List.of("operationId", "tags"));
        for (String response : responses) {
            ((ObjectNode) operation.path("responses")).remove(response);
        }
        return operation;
    }

    /** Returns a parameter of an operation. */
    JsonNode parameter(String method, String path, String in, String name) {
        for (JsonNode parameter : operation(method, path).path("parameters")) {
            if (parameter.path("in").asString().equals(in)
                    && parameter.path("name").asString().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("There is no " + in + " parameter " + name + " in " + operation(method, path));
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }
}
