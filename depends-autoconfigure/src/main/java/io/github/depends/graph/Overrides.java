package io.github.depends.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** What stands in the place of what, in a test's graph; the last replacement of a dependency counts. */
final class Overrides {

    static final Overrides NONE = new Overrides(Map.of(), Map.of());

    private final Map<Provider, Provider.OfOverride> dependencies;
    private final Map<Class<?>, Map<Provider, Provider.OfOverride>> annotations;

    private Overrides(
            Map<Provider, Provider.OfOverride> dependencies,
            Map<Class<?>, Map<Provider, Provider.OfOverride>> annotations) {
        this.dependencies = dependencies;
        this.annotations = annotations;
    }

    /** Returns how many dependencies are replaced, those by a composed annotation apart. */
    int count() {
        return Set.copyOf(dependencies.values()).size()
                + annotations.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * Returns these and one more, which replaces a dependency.
     *
     * @param override what replaces it
     * @param same the dependency and what else stands for it in a part of an application
     */
    Overrides and(Provider.OfOverride override, Set<Provider> same) {
        Map<Provider, Provider.OfOverride> all = new LinkedHashMap<>(dependencies);
        same.forEach(provider -> all.put(provider, override));
        Map<Class<?>, Map<Provider, Provider.OfOverride>> others = new LinkedHashMap<>();
        annotations.forEach((annotation, carried) -> {
            Map<Provider, Provider.OfOverride> left = new LinkedHashMap<>(carried);
            left.keySet().removeAll(same);
            others.put(annotation, left);
        });
        return new Overrides(all, others);
    }

    /** Returns these and more, which replace dependencies where they are used by a composed annotation. */
    Overrides and(Class<?> annotation, Map<Provider, Provider.OfOverride> overrides) {
        Map<Class<?>, Map<Provider, Provider.OfOverride>> all = new LinkedHashMap<>(annotations);
        all.remove(annotation); // so that it comes last
        all.put(annotation, overrides);
        return new Overrides(dependencies, all);
    }

    /**
     * Returns what a use means in the test.
     *
     * @param use the use
     * @param meant what it means in the application
     * @param asking who has the use; a replacement that asks for what it replaces gets the original
     * @throws RefusedException if the replacement does not fit the use
     */
    Provider of(Use use, Provider meant, @Nullable Provider asking) {
        if (asking instanceof Provider.OfOverride override
                && override.replaced().equals(meant)) {
            return meant;
        }
        Provider.OfOverride override = find(use, meant);
        if (override == null || override.equals(asking)) {
            return meant;
        }
        requireFit(use, override);
        return override;
    }

    private Provider.@Nullable OfOverride find(Use use, Provider meant) {
        Provider.OfOverride last = dependencies.get(meant);
        for (Map.Entry<Class<?>, Map<Provider, Provider.OfOverride>> entry : annotations.entrySet()) {
            if (use.composed(entry.getKey()) != null && entry.getValue().containsKey(meant)) {
                last = entry.getValue().get(meant);
            }
        }
        return last;
    }

    private static void requireFit(Use use, Provider.OfOverride override) {
        ResolvableType value = override.valueType();
        if (use.routeLevel() || use.type().resolve() == null) {
            return;
        }
        if (value == ResolvableType.NONE) {
            if (!use.delivery().nullable()) {
                throw new RefusedException(
                        "'" + override.replaced().label() + "' would have no value, but " + use.site() + " needs one",
                        use.site(),
                        "Replace it by a value: overrides.replace(...).with(...).");
            }
            return;
        }
        if (!fits(use.type(), value)) {
            throw new RefusedException(
                    "The replacement of '" + override.replaced().label() + "' gives " + Names.of(value) + ", but "
                            + use.site() + " needs " + Names.of(use.type()),
                    use.site(),
                    "Replace it by a " + Names.of(use.type()) + ".");
        }
    }

    private static boolean fits(ResolvableType wanted, ResolvableType value) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(wanted.toClass());
        return wanted.isAssignableFrom(value)
                || type.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(value.toClass()))
                        && (!wanted.hasGenerics() || value.hasUnresolvableGenerics() || !value.hasGenerics());
    }
}
