package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.util.function.Consumer;

/** Refuses OAuth2 scopes that nothing below takes: a lock must lock. */
final class ConsumedScopes implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        for (Argument.OfDependency use : reach.newUses()) {
            if (!use.use().oauth2Scopes().isEmpty() && !use.node().consumesScopes()) {
                faults.accept(
                        new Fault(
                                "The OAuth2 scopes " + use.use().oauth2Scopes() + ", required by "
                                        + use.use().site()
                                        + ", protect nothing: neither '"
                                        + use.node().label()
                                        + "' nor what it needs takes SecurityScopes",
                                use.use().site(),
                                "Let the dependency that knows the granted scopes take a SecurityScopes parameter and compare."));
            }
        }
    }
}
