package io.github.depends.graph;

/** Carries one fault to the place that collects them. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    RefusedException(String message, Site site, String action) {
        this(new Fault(message, site, action));
    }

    RefusedException(Fault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
