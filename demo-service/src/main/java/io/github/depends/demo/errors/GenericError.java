package io.github.depends.demo.errors;

import java.util.List;

/** What is wrong, in the Conduit API's shape: {@code {"errors": {"body": ["…"]}}}. */
record GenericError(Errors errors) {

    static GenericError of(List<String> messages) {
        return new GenericError(new Errors(messages));
    }

    record Errors(List<String> body) {}
}
