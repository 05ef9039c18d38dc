package io.github.depends.resolution;

/** How dependencies are acquired whose values are delivered later. */
public enum Acquisition {
    /** One after another: each is waited for before the next one runs. */
    SEQUENTIAL,
    /** They overlap: one is waited for when its value is needed, or when all have run. */
    PARALLEL
}
