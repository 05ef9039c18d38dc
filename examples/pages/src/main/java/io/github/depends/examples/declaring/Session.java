package io.github.depends.examples.declaring;

/** A conversation with another service. */
class Session implements AutoCloseable {

    private boolean closed;

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
