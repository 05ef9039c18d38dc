package io.github.depends.resolution;

import java.util.List;

/**
 * What one guard needs that no guard before it needed.
 *
 * @param groups what is bound of the request
 * @param steps what runs, in order, the guard last
 */
record GuardTurn(List<BindingGroup> groups, int[] steps) {

    GuardTurn {
        groups = List.copyOf(groups);
    }
}
