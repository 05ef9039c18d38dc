package io.github.depends;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells everything that is wrong with the parameters of a request; answered as RFC 9457 problem details.
 *
 * <p>Its cause is the exception of Spring's where there is a single one, so that existing exception handlers match.
 * Neither it nor its message holds anything that the client sent.
 */
public class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the list is an immutable one of the JDK, which is serializable
    private final List<RequestError> errors;

    /**
     * Creates the exception.
     *
     * @param errors at least one fault, in the order in which they are told
     */
    public InvalidRequestException(List<RequestError> errors) {
        this(errors, null);
    }

    /**
     * Creates the exception for a fault that has a cause.
     *
     * @param errors at least one fault, in the order in which they are told
     * @param cause the only underlying exception, if there is just one
     */
    public InvalidRequestException(List<RequestError> errors, @Nullable Throwable cause) {
        super(message(errors), cause);
        this.errors = List.copyOf(errors);
    }

    /** Returns the faults in the order in which they are told: dependencies as resolved, then the endpoint. */
    public List<RequestError> getErrors() {
        return errors;
    }

    private static String message(List<RequestError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("An invalid request has at least one error");
        }
        return errors.stream()
                .map(error -> error.in() + " '" + error.name() + "' " + error.code())
                .collect(java.util.stream.Collectors.joining(", ", "Invalid request: ", ""));
    }

    /**
     * One fault of a request.
     *
     * @param in place of the parameter: query, header, path, cookie, body, form or part
     * @param name name of the parameter; for a body the path inside it
     * @param code {@code missing}, {@code type}, {@code unreadable}, {@code duplicate} or the constraint's name
     * @param message text for a person, in the request's language
     */
    public record RequestError(String in, String name, String code, String message) {}
}
