package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dependency takes from the use that asks for it, besides being asked; uses that differ in it get different values.
 *
 * @param annotation the composed annotation that is one of its parameters, {@code null} if none is
 * @param original the composed annotation that the original takes, where a replacement asks for what it replaces
 */
record TakenFromUse(
        @Nullable Annotation annotation, @Nullable Annotation original) {

    static final TakenFromUse NOTHING = new TakenFromUse(null, null);

    /** Returns a use of the original by its replacement, with the annotation that it does not carry itself. */
    Use passedOn(Use use) {
        if (original == null || use.composed(original.annotationType()) != null) {
            return use;
        }
        List<Annotation> composed = new ArrayList<>(use.composed());
        composed.add(original);
        return use.composedOf(composed);
    }
}
