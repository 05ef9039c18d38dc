package io.github.depends;

import java.util.Optional;

/** How a request ended, as a {@link Yield} sees it right before it is closed. */
public interface Outcome {

    /** Whether the endpoint, all callbacks so far and the response ended without a failure. */
    boolean succeeded();

    /** First failure of the request, or the one that took its place; empty on success. */
    Optional<Throwable> failure();

    /** Whether the client had gone before the response was complete. */
    boolean clientGone();
}
