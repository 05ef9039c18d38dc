package io.github.depends.graph.rule;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Languages;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Refuses constraints that stand on the field or getter of a constructor's parameter only, as {@code @field:Min} of Kotlin
 * does: a dependency's parameters are checked before it is made, and its fields never.
 */
final class ConstraintsOfParameters implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        reach.newNodes().stream()
                .map(node -> node.provider())
                .filter(Provider.OfConstructor.class::isInstance)
                .map(Provider.OfConstructor.class::cast)
                .filter(provider -> Languages.of(type(provider)) != Languages.java())
                .forEach(provider -> check(provider, faults));
    }

    private static void check(Provider.OfConstructor provider, Consumer<Fault> faults) {
        for (MethodParameter parameter : provider.parameters()) {
            String name = parameter.getParameterName();
            if (name != null) {
                property(type(provider), name)
                        .flatMap(element -> Arrays.stream(element.getAnnotations()))
                        .filter(CheckedConstraints::validates)
                        .filter(constraint -> !parameter.hasParameterAnnotation(constraint.annotationType()))
                        .findFirst()
                        .ifPresent(constraint -> faults.accept(fault(provider, name, constraint)));
            }
        }
    }

    private static Stream<AnnotatedElement> property(Class<?> type, String name) {
        List<@Nullable AnnotatedElement> elements = Arrays.asList(
                ReflectionUtils.findField(type, name),
                ReflectionUtils.findMethod(type, "get" + StringUtils.capitalize(name)));
        return elements.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static Fault fault(Provider.OfConstructor provider, String name, Annotation constraint) {
        String written = Names.of(constraint.annotationType());
        return new Fault(
                "The constraint @" + written + " of '" + name + "' in " + Names.of(type(provider))
                        + " would not be checked, because it stands on the field or the getter and not on the"
                        + " constructor's parameter",
                Site.of(provider.constructor()),
                "Write @param:" + written + ".");
    }

    private static Class<?> type(Provider.OfConstructor provider) {
        return provider.constructor().getDeclaringClass();
    }
}
