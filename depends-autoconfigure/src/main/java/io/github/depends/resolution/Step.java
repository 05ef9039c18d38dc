package io.github.depends.resolution;

import io.github.depends.graph.DependencyNode;
import org.jspecify.annotations.Nullable;

/** Makes one dependency of a plan and keeps it in its slot. */
final class Step {

    final int slot;
    final DependencyNode node;
    final Input[] inputs;
    final @Nullable BindingGroup group;
    final Invoker invoker;
    final Product product;
    /** Whether it is, or uses, a yield that is closed before the response. */
    final boolean closesEarly;

    Step(
            int slot,
            DependencyNode node,
            Input[] inputs,
            @Nullable BindingGroup group,
            Invoker invoker,
            Product product,
            boolean closesEarly) {
        this.slot = slot;
        this.node = node;
        this.inputs = inputs;
        this.group = group;
        this.invoker = invoker;
        this.closesEarly = closesEarly;
        this.product = product;
    }

    String label() {
        return node.label();
    }
}
