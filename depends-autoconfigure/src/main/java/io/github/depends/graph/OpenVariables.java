package io.github.depends.graph;

import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** Refuses dependencies whose types depend on a type variable that nothing gives a meaning. */
final class OpenVariables {

    private static final String OF_BEAN =
            "Declare the bean with type arguments, or make it of a subclass that says what %s is.";

    private OpenVariables() {}

    /** Refuses a use whose own type is open, as in a generic controller. */
    static void refuse(Use use, MethodParameter parameter) {
        TypeVariable<?> variable = TypeVariables.open(use.type().getType());
        if (variable != null) {
            String declaring = Names.of((Class<?>) variable.getGenericDeclaration());
            throw new RefusedException(
                    GraphBuilder.parameterLabel(parameter) + " asks for " + Names.of(use.type()) + ", and "
                            + Names.of(parameter.getContainingClass()) + " does not say what " + variable + " is",
                    Site.of(parameter),
                    "Make a bean of a class that extends or implements " + declaring + " with type arguments.");
        }
    }

    /** Refuses a dependency that has a parameter whose type is open. */
    static void refuse(Provider.Executing provider, Use use) {
        for (MethodParameter parameter : provider.parameters()) {
            TypeVariable<?> variable = TypeVariables.open(parameter.getGenericParameterType());
            if (variable != null) {
                Type declared = parameter.getGenericParameterType();
                String type = declared == variable ? variable.getName() : Names.of(ResolvableType.forType(declared));
                throw new RefusedException(
                        "'" + provider.label() + "', used by " + use.site() + ", takes " + type + " "
                                + Site.of(parameter).parameter() + ", and nothing says what " + variable + " is",
                        use.site(),
                        action(provider, use, variable));
            }
        }
    }

    /** Returns what is wrong with a result whose type is open, {@code null} if it is not. */
    static @Nullable RefusedException ofResult(Provider.Executing provider) {
        Type result = provider.result().value().getType();
        TypeVariable<?> variable = TypeVariables.open(result);
        return variable == null
                ? null
                : new RefusedException(
                        "'" + provider.label() + "' returns " + Names.of(provider.valueType())
                                + ", and nothing says what " + variable + " is",
                        provider.site(),
                        OF_BEAN.formatted(variable));
    }

    private static String action(Provider.Executing provider, Use use, TypeVariable<?> variable) {
        if (!(provider instanceof Provider.OfConstructor)) {
            return OF_BEAN.formatted(variable);
        }
        return use.routeLevel()
                ? "Put the use on a parameter whose type says it: a class alone does not."
                : "Give the type argument where it is asked for; a raw type or a wildcard does not say it.";
    }
}
