package io.github.depends.graph.rule;

import io.github.depends.graph.Rule;
import java.util.List;

/** All rules. */
public final class Rules {

    private Rules() {}

    /**
     * Returns all rules.
     *
     * @param validation what the application's validator can check
     */
    public static List<Rule> all(ValidationSupport validation) {
        return List.of(
                new LazyGuards(),
                new CountedSteps(),
                new AgreeingScopes(),
                new AgreeingAnnotations(),
                new NestedScopes(),
                new ThreadBound(),
                new ConsumedScopes(),
                new OneBody(),
                new KnownPathVariables(),
                new OptionalSchemes(),
                new GuardEntities(),
                new CheckedConstraints(validation),
                new ConstraintsOfParameters());
    }
}
