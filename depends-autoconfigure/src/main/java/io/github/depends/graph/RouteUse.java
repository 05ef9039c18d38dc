package io.github.depends.graph;

/**
 * A route-level use and the level it stands on.
 *
 * @param level the level
 * @param use the use
 */
public record RouteUse(Level level, Use use) {}
