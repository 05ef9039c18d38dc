package io.github.depends.web.detection;

import io.github.depends.web.detection.ClassFiles.ClassFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds classes of an application that declare or inherit dependency methods and are no beans: forgotten, or left out by
 * a condition or a profile. The packages of the application are read once, when a use first needs to know.
 */
final class ForgottenComponents {

    private final Supplier<Found> found;

    /**
     * Looks at an application.
     *
     * @param packages its packages
     * @param loader its class loader
     * @param beans the classes of its beans
     */
    ForgottenComponents(Collection<String> packages, ClassLoader loader, Collection<Class<?>> beans) {
        this.found = SingletonSupplier.of(() -> Found.in(ClassFiles.read(packages, loader), loader, beans));
    }

    /** Returns those whose dependency methods a use of a class could have meant. */
    List<Class<?>> meantBy(Class<?> asked) {
        return found.get().meantBy(asked);
    }

    private record Found(ClassFiles files, Map<ClassFile, Class<?>> noBeans) {

        static Found in(ClassFiles files, ClassLoader loader, Collection<Class<?>> beans) {
            Map<ClassFile, Class<?>> noBeans = new LinkedHashMap<>();
            for (ClassFile file : files.declaring()) {
                Class<?> type = load(file.name().replace('/', '.'), loader);
                if (type != null && beans.stream().noneMatch(type::isAssignableFrom)) {
                    noBeans.put(file, type);
                }
            }
            return new Found(files, noBeans);
        }

        private static @Nullable Class<?> load(String name, ClassLoader loader) {
            try {
                return Class.forName(name, false, loader);
            } catch (ClassNotFoundException | LinkageError withoutOptionalParts) {
                return null;
            }
        }

        List<Class<?>> meantBy(Class<?> asked) {
            List<Class<?>> meant = new ArrayList<>();
            noBeans.forEach((file, type) -> {
                if (files.meantBy(asked, file)) {
                    meant.add(type);
                }
            });
            return meant;
        }
    }
}
