package io.github.depends.examples.guards;

/** Two want what only one can have. */
class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConflictException(String message) {
        super(message);
    }
}
