package io.github.depends.graph;

/** Carries one fault to the place that collects them. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    RefusedException(String message, Site site, String action) {
        super(message, null, false, false);
        this.fault = new Fault(message, site, action);
    }

    Fault fault() {
        return fault;
    }
}
