package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.util.function.Consumer;

/** Refuses a use of an optional scheme that does not allow for missing credentials. */
final class OptionalSchemes implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        for (Argument.OfDependency use : reach.newUses()) {
            if (use.node().provider() instanceof Provider.OfScheme scheme
                    && !use.use().delivery().nullable()
                    && !scheme.instance().get().required()) {
                faults.accept(new Fault(
                        "The security scheme '" + scheme.bean() + "' is optional, but "
                                + use.use().site() + " needs its credentials",
                        use.use().site(),
                        "Declare the parameter '" + use.use().site().parameter()
                                + "' @Nullable or Optional, or require the scheme."));
            }
        }
    }
}
