package io.github.depends;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells everything that is wrong with the parameters of a request; answered as RFC 9457 problem details.
 *
 * <p>Its cause is the exception of Spring's where there is a single one, so that existing exception handlers match.
 * Neither it nor its message holds anything that the client sent.
 */
public class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int moreErrors;

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
        this(errors, 0, cause);
    }

    /**
     * Creates the exception for more faults than are listed.
     *
     * @param errors at least one fault, in the order in which they are told
     * @param moreErrors how many more faults there were
     * @param cause the only underlying exception, if there is just one
     * @throws IllegalArgumentException if there is no fault, or {@code moreErrors} is negative
     */
    public InvalidRequestException(List<RequestError> errors, int moreErrors, @Nullable Throwable cause) {
        super(message(errors, moreErrors), cause);
        this.errors = List.copyOf(errors);
        this.moreErrors = moreErrors;
    }

    /**
     * Returns the faults in the order in which they are told: dependencies as resolved, then the endpoint. Where the
     * request has more than {@code depends.validation.max-errors}, these are the first of them.
     */
    public List<RequestError> getErrors() {
        return errors;
    }

    /**
     * Returns how many more faults the request has than {@link #getErrors()} lists; 0 if that lists them all. The property
     * {@code depends.validation.max-errors} says how many are listed at most.
     */
    public int getMoreErrors() {
        return moreErrors;
    }

    private static String message(List<RequestError> errors, int moreErrors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("An invalid request has at least one error");
        }
        if (moreErrors < 0) {
            throw new IllegalArgumentException("There cannot be " + moreErrors + " more errors");
        }
        return errors.stream()
                .map(error -> error.in() + " '" + error.name() + "' " + error.code())
                .collect(Collectors.joining(
                        ", ", "Invalid request: ", moreErrors == 0 ? "" : " and " + moreErrors + " more"));
    }

    /**
     * One fault of a request.
     *
     * @param in place of the parameter: query, header, path, cookie, body, form or part; {@code session} for an attribute of
     *     the session, {@code request} where nobody but a resolver of the application knows it
     * @param name name of the parameter; for a body the path inside it
     * @param code {@code missing}, {@code type}, {@code unreadable}, {@code duplicate} or the constraint's name
     * @param message text for a person, in the request's language
     */
    public record RequestError(String in, String name, String code, String message) {}
}
