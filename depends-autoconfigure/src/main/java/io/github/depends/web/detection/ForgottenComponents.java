package io.github.depends.web.detection;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds classes of an application that declare or inherit dependency methods and are no beans: forgotten, or left out by
 * a condition or a profile. The packages of the application are read once, when a use first needs to know.
 */
final class ForgottenComponents {

    private final ClassLoader loader;
    private final Collection<Class<?>> beans;
    private final Supplier<ClassFiles> files;

    /**
     * Looks at an application.
     *
     * @param packages its packages
     * @param loader its class loader
     * @param beans the classes of its beans
     */
    ForgottenComponents(Collection<String> packages, ClassLoader loader, Collection<Class<?>> beans) {
        this.loader = loader;
        this.beans = beans;
        this.files = SingletonSupplier.of(() -> ClassFiles.read(packages, loader));
    }

    /** Returns those whose dependency methods a use of a class could have meant. */
    List<Class<?>> meantBy(Class<?> asked) {
        return files.get().meantBy(asked).stream()
                .<@Nullable Class<?>>map(this::load)
                .filter(Objects::nonNull)
                .<Class<?>>map(Objects::requireNonNull)
                .filter(type -> beans.stream().noneMatch(type::isAssignableFrom))
                .toList();
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError withoutOptionalParts) {
            return null;
        }
    }
}
