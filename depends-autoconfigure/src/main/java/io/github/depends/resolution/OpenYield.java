package io.github.depends.resolution;

import java.time.Duration;

/** A yield that is open. Told apart by identity; for any thread. */
public interface OpenYield {

    /** Returns the name of the dependency. */
    String dependency();

    /** Returns the mapping of the endpoint it was opened for, such as {@code GET /articles/{slug}}. */
    String owner();

    /** Returns how long it has been open. */
    Duration age();
}
