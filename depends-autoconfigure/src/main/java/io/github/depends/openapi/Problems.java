package io.github.depends.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problem details (RFC 9457) that this library answers with, as the document shows them. */
final class Problems {

    private static final String PROBLEM = "RequestProblem";
    private static final String INVALID = "InvalidRequestProblem";
    private static final String ERROR = "RequestError";

    private Problems() {}

    /** Returns the answer to a request with missing credentials. */
    static ApiResponse unauthenticated(Components components) {
        components.addSchemas(PROBLEM, problem());
        return response("Not authenticated", PROBLEM)
                .addHeaderObject(
                        HttpHeaders.WWW_AUTHENTICATE,
                        new Header()
                                .description("Challenge of the scheme whose credentials are missing")
                                .schema(type("string")));
    }

    /** Returns the answer to a request with wrong parameters. */
    static ApiResponse invalid(Components components, int status) {
        components.addSchemas(ERROR, error());
        components.addSchemas(
                INVALID,
                problem()
                        .addProperty("route", type("string").description("Pattern of the mapping"))
                        .addProperty("errors", type("array").items(reference(ERROR)))
                        .addProperty(
                                "moreErrors",
                                type("integer")
                                        .format("int32")
                                        .description("How many more errors there are than are listed")));
        HttpStatus known = HttpStatus.resolve(status);
        return response(known == null ? "Invalid request" : known.getReasonPhrase(), INVALID);
    }

    /** Returns the answer to a request whose credentials lack an OAuth2 scope. */
    static ApiResponse forbidden() {
        return new ApiResponse().description("An OAuth2 scope is missing");
    }

    private static ApiResponse response(String description, String schema) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(reference(schema))));
    }

    private static Schema<?> problem() {
        return type("object")
                .addProperty("title", type("string"))
                .addProperty("status", type("integer").format("int32"))
                .addProperty("detail", type("string"));
    }

    private static Schema<?> error() {
        Schema<Object> in = type("string");
        in.setEnum(List.of("query", "header", "path", "cookie", "body", "form", "part", "session", "request"));
        return type("object")
                .addProperty("in", in)
                .addProperty("name", type("string"))
                .addProperty("code", type("string"))
                .addProperty("message", type("string"))
                .required(List.of("in", "name", "code", "message"));
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
    }

    // OpenAPI 3.0 is written from the one, 3.1 from the other.
    private static Schema<Object> type(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setType(type);
        schema.addType(type);
        return schema;
    }
}
