package io.github.depends.resolution;

/** Throws what a dependency threw as it is, checked or not: it goes Spring's ordinary way. */
final class Sneaky {

    private Sneaky() {}

    @SuppressWarnings("unchecked") // erased: nothing is cast
    static <T extends Throwable> RuntimeException rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
