package io.github.depends.resolution;

import io.github.depends.graph.DependencyNode;
import org.jspecify.annotations.Nullable;

/** Makes one dependency of a plan and keeps it in its slot. */
final class Step {

    final int slot;
    final Recipe recipe;
    final Input[] inputs;
    final @Nullable BindingGroup group;
    /** Whether it is, or uses, a yield that is closed before the response. */
    final boolean closesEarly;

    Step(int slot, Recipe recipe, Input[] inputs, @Nullable BindingGroup group, boolean closesEarly) {
        this.slot = slot;
        this.recipe = recipe;
        this.inputs = inputs;
        this.group = group;
        this.closesEarly = closesEarly;
    }

    DependencyNode node() {
        return recipe.node();
    }

    String label() {
        return node().label();
    }
}
