package io.github.depends.examples.wrong;

import io.github.depends.InvalidRequestException.RequestError;
import java.util.List;

/** An answer of the application's own shape. */
record Problems(List<String> problems) {

    static Problems of(List<RequestError> errors) {
        return new Problems(errors.stream()
                .map(error -> error.name() + " " + error.message())
                .toList());
    }
}
