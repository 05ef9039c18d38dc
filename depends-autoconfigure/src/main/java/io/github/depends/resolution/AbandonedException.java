package io.github.depends.resolution;

/** The failure of a request that the container gave up without saying why. */
final class AbandonedException extends IllegalStateException {

    AbandonedException() {
        super("The request was abandoned before its outcome was known");
    }
}
