package io.github.depends.graph.rule;

import io.github.depends.graph.Rule;
import java.util.List;

/** All rules. */
public final class Rules {

    private Rules() {}

    /**
     * Returns all rules.
     *
     * @param validator whether there is a Bean Validation provider
     */
    public static List<Rule> all(boolean validator) {
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
                new CheckedConstraints(validator));
    }
}
