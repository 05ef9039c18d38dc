package io.github.depends.graph;

import java.util.List;
import java.util.stream.Collectors;

/** Fails the start of an application whose dependencies are not in order; tells all faults at once. */
public class InvalidDependencyGraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // read by the failure analyzer of the same process
    private final List<Fault> faults;

    /**
     * Creates the exception.
     *
     * @param faults all that is wrong
     */
    public InvalidDependencyGraphException(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Returns all that is wrong, in the order in which it was found. */
    public List<Fault> faults() {
        return faults;
    }
}
