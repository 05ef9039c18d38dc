package io.github.depends.web.detection;

import io.github.depends.graph.Exemption;
import io.github.depends.graph.RouteUse;
import io.github.depends.graph.Use;
import io.github.depends.graph.UseReader;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** Compares uses by what they ask for; where they are written does not matter. */
final class SameUses {

    private SameUses() {}

    static boolean ofRoutes(List<RouteUse> some, List<RouteUse> others) {
        return equal(some, others, each -> meaning(each.use()));
    }

    static boolean ofParameters(List<MethodParameter> some, List<MethodParameter> others) {
        return equal(some, others, SameUses::meaning);
    }

    static boolean ofExemptions(List<Exemption> some, List<Exemption> others) {
        return equal(some, others, each -> List.of(each.value(), each.name()));
    }

    private static <T> boolean equal(List<T> some, List<T> others, Function<T, List<?>> meaning) {
        return some.stream()
                .map(meaning)
                .toList()
                .equals(others.stream().map(meaning).toList());
    }

    private static List<?> meaning(Use use) {
        return Arrays.asList(
                use.value(),
                use.name(),
                use.useCache(),
                use.scope(),
                use.security(),
                use.oauth2Scopes(),
                use.composed());
    }

    private static List<?> meaning(MethodParameter parameter) {
        List<Annotation> uses = Arrays.stream(parameter.getParameterAnnotations())
                .filter(annotation -> UseReader.isUse(annotation.annotationType()))
                .toList();
        return uses.isEmpty()
                ? uses
                : List.of(uses, ResolvableType.forMethodParameter(parameter).toString());
    }
}
