package io.github.depends.graph;

import java.util.function.Consumer;

/** Something that must be true of each endpoint for the application to start. */
@FunctionalInterface
public interface Rule {

    /**
     * Checks an endpoint whose uses are settled. What is wrong whoever the endpoint is need be looked for only in what no
     * endpoint before has reached.
     *
     * @param reach the endpoint and what it reaches
     * @param faults takes what is wrong; the same fault told twice counts once
     * @see Reach#newUses()
     * @see Reach#newNodes()
     */
    void check(Reach reach, Consumer<Fault> faults);
}
