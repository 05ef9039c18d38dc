package io.github.depends.graph.rule;

import io.github.depends.DependencyScope;
import io.github.depends.graph.Argument;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.EndpointDeclaration.Answer;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.util.function.Consumer;

/** Keeps what is bound to a thread off endpoints and scopes that end on another. */
final class ThreadBound implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        for (Argument.OfDependency use : reach.uses()) {
            if (!(use.node().provider() instanceof Provider.Executing executing) || !executing.threadBound()) {
                continue;
            }
            if (AgreeingScopes.scope(use) == DependencyScope.REQUEST) {
                faults.accept(new Fault(
                        "'" + executing.label() + "' is bound to its thread, but is to stay open in scope REQUEST",
                        executing.scope() == DependencyScope.REQUEST
                                ? executing.site()
                                : use.use().site(),
                        "Leave the scope out; what is bound to a thread has scope FUNCTION."));
            }
            if (endpoint.declaration().answer() != Answer.DIRECT) {
                faults.accept(new Fault(
                        "'" + executing.label() + "' is bound to its thread, but '" + endpoint
                                + "' delivers its result on another",
                        endpoint.declaration().site(),
                        "Return the value itself, or use a dependency that is not bound to a thread."));
            }
        }
    }
}
