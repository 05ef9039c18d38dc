package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dependency in the graph: a provider and, where it takes one, the composed annotation it was asked for with. There is
 * one node for each, whoever asks.
 */
public final class DependencyNode {

    private final Provider provider;
    private final TakenFromUse taken;
    private final int index;
    private final List<Argument> arguments;
    private final List<Argument.OfDependency> needs;
    private final boolean consumesScopes;
    private final boolean guard;

    DependencyNode(Provider provider, TakenFromUse taken, int index, List<Argument> arguments) {
        this.provider = provider;
        this.taken = taken;
        this.index = index;
        this.arguments = List.copyOf(arguments);
        this.needs = Argument.dependencies(this.arguments);
        this.consumesScopes = provider instanceof Provider.OfMissing
                || provider instanceof Provider.OfOverride override && override.consumesScopes()
                || this.arguments.stream()
                        .anyMatch(argument -> argument instanceof Argument.OfScopes
                                || argument instanceof Argument.OfDependency needed && needed.node().consumesScopes);
        this.guard = provider instanceof Provider.Executing executing
                && (executing.guard()
                        || needs.stream()
                                .anyMatch(needed -> credentials(needed.node().provider())));
    }

    /** Returns how it comes to be. */
    public Provider provider() {
        return provider;
    }

    /** Returns the composed annotation it takes, if any. */
    public @Nullable Annotation annotation() {
        return taken.annotation();
    }

    /** Returns what its parameters are filled with, in order; empty for beans and schemes. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** Returns its place among the nodes of its graph; those that it needs come before it. */
    public int index() {
        return index;
    }

    /** Returns the dependencies it needs, in order. */
    public List<Argument.OfDependency> needs() {
        return needs;
    }

    /** Whether it, or something below it, takes the accumulated OAuth2 scopes. */
    public boolean consumesScopes() {
        return consumesScopes;
    }

    /** Whether it is a guard whoever asks for it: declared so, or taking the credentials of a scheme. */
    public boolean guard() {
        return guard;
    }

    // What stands in the place of a scheme is none, but whoever takes its value decides as before.
    private static boolean credentials(Provider provider) {
        Provider meant = provider instanceof Provider.OfOverride override ? override.replaced() : provider;
        return meant instanceof Provider.OfScheme || meant instanceof Provider.OfMissing missing && missing.scheme();
    }

    /** Whether it holds the request's thread, from <em>acquire</em> on, rather than decide about the request. */
    public boolean threadBound() {
        Provider meant = provider instanceof Provider.OfOverride override ? override.replaced() : provider;
        return meant instanceof Provider.Executing executing && executing.threadBound();
    }

    /** Whether it is the credentials of a security scheme. */
    public boolean scheme() {
        return provider instanceof Provider.OfScheme;
    }

    /** Whether its value has something to do when the handling is over. */
    public boolean yields() {
        return provider instanceof Provider.Executing executing
                && executing.result().yields();
    }

    /** Returns how messages, diagrams and logs name it. */
    public String label() {
        return provider.label();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DependencyNode that && provider.equals(that.provider) && taken.equals(that.taken);
    }

    @Override
    public int hashCode() {
        return provider.hashCode();
    }

    @Override
    public String toString() {
        return label();
    }
}
