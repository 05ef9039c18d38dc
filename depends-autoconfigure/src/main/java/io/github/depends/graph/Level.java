package io.github.depends.graph;

import java.util.Locale;

/** Where a route-level use stands; in the order in which the levels run. */
public enum Level {
    APPLICATION,
    PATH,
    PACKAGE,
    INTERFACE,
    SUPERCLASS,
    CLASS,
    METHOD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
