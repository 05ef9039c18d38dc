package io.github.depends.graph.rule;

import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.Consumer;
import org.springframework.core.MethodParameter;

/** Refuses constraints of dependencies that nothing would check. */
final class CheckedConstraints implements Rule {

    private final boolean validator;

    CheckedConstraints(boolean validator) {
        this.validator = validator;
    }

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        for (DependencyNode node : reach.newNodes()) {
            if (!(node.provider() instanceof Provider.Executing executing)) {
                continue;
            }
            boolean fixed = executing instanceof Provider.OfMethod
                    && Modifier.isStatic(executing.executable().getModifiers());
            if (validator && !fixed) {
                continue;
            }
            for (MethodParameter parameter : executing.parameters()) {
                if (Arrays.stream(parameter.getParameterAnnotations()).anyMatch(CheckedConstraints::constraint)) {
                    faults.accept(fault(executing, fixed));
                }
            }
        }
    }

    private static Fault fault(Provider.Executing executing, boolean fixed) {
        return fixed
                ? new Fault(
                        "The constraints of " + Names.of(executing.executable())
                                + " would not be checked, because Bean Validation ignores static methods",
                        Site.of(executing.executable()),
                        "Make the method an instance method.")
                : new Fault(
                        "The constraints of " + Names.of(executing.executable())
                                + " would not be checked, because there is no Bean Validation provider",
                        Site.of(executing.executable()),
                        "Add spring-boot-starter-validation.");
    }

    private static boolean constraint(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        return type.getName().equals("jakarta.validation.Valid")
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(meta -> meta.annotationType().getName().equals("jakarta.validation.Constraint"));
    }
}
