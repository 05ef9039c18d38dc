package io.github.depends.demo.errors;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** What is wrong, in the Conduit API's shape: {@code {"errors": {"body": ["…"]}}}. */
record GenericError(
        @Schema(requiredMode = RequiredMode.REQUIRED) Errors errors) {

    static GenericError of(List<String> messages) {
        return new GenericError(new Errors(messages));
    }

    record Errors(
            @Schema(requiredMode = RequiredMode.REQUIRED) List<String> body) {}
}
