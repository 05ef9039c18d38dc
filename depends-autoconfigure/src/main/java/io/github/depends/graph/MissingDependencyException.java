package io.github.depends.graph;

/** Tells that a request needs a dependency that this part of the application does not have. */
public class MissingDependencyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param fault what is missing
     */
    public MissingDependencyException(Fault fault) {
        super(fault.message()
                + " in this slice. Import the bean that has it, as in @Import(SomeBean.class), or replace it"
                + " in the test, with @MockDependency or DependencyOverrides.");
    }
}
