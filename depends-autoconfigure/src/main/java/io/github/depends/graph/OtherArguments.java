package io.github.depends.graph;

import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** Finds what gives the class that a use asks for with other type arguments, and says how to ask for that. */
final class OtherArguments {

    private final Catalog catalog;

    /** Looks among all that a catalog has. */
    OtherArguments(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns how to ask for each of them, as advice without an end. */
    List<String> advice(Use use) {
        if (!use.requested().hasGenerics()) {
            return List.of();
        }
        List<Given> all = given(use.requested().toClass());
        return all.stream().map(given -> given.advice(use, all)).sorted().toList();
    }

    private List<Given> given(Class<?> asked) {
        Stream<Given> methods = catalog.methods().stream()
                .filter(method -> !method.result().refused() && method.valueType() != ResolvableType.NONE)
                .map(method -> new Given(method, method.valueType().as(asked), "'" + method.label() + "'"));
        Stream<Given> beans = catalog.beans(ResolvableType.forRawClass(asked)).stream()
                .map(bean -> new Given(bean, catalog.type(bean).as(asked), "the bean '" + bean.bean() + "'"));
        return Stream.concat(methods, beans).filter(Given::says).toList();
    }

    private record Given(Provider provider, ResolvableType type, String label) {

        // Of what Java and Spring have themselves, such as a Map, anything may have given one.
        private boolean says() {
            return type != ResolvableType.NONE
                    && (!LibraryClasses.contains(type.toClass())
                            || Arrays.stream(type.getGenerics()).anyMatch(argument -> !open(argument)));
        }

        private static boolean open(ResolvableType argument) {
            return argument.getType() instanceof TypeVariable;
        }

        private String advice(Use use, List<Given> all) {
            return "ask for " + name() + (needsName(use, all) ? " with name = \"" + ownName() + "\"" : "") + ", which "
                    + label + " gives";
        }

        private boolean needsName(Use use, List<Given> all) {
            return use.name().isEmpty()
                    ? all.stream()
                                    .filter(other -> type.isAssignableFrom(other.type))
                                    .count()
                            > 1
                    : !Addressing.nameIs(use.name()).test(provider);
        }

        private String ownName() {
            return Addressing.ownName(provider);
        }

        // A variable of a class or method has no meaning where it is asked for.
        private String name() {
            return type.hasGenerics()
                    ? Arrays.stream(type.getGenerics())
                            .map(argument -> open(argument) ? "?" : Names.of(argument))
                            .collect(Collectors.joining(", ", Names.of(type.toClass()) + "<", ">"))
                    : Names.of(type);
        }
    }
}
