package io.github.depends.graph;

import io.github.depends.Dependency;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;

/** Reads the dependency methods of a class that is no bean of the application. */
final class Absent {

    private static final String PRIMARY = "org.springframework.context.annotation.Primary";

    private Absent() {}

    /** Returns the dependency methods of a class that a part of an application leaves out; calling one tells that. */
    static List<Provider.OfMethod> methods(Class<?> type) {
        return methods(type, ClassUtils.getShortNameAsProperty(type), () -> {
            throw new MissingDependencyException(new Fault(
                    "'" + Names.of(type) + "' declares @Dependency methods but is no bean", Site.of(type), ""));
        });
    }

    /** Returns the dependency methods of a class, called on an instance that need not be a bean. */
    static List<Provider.OfMethod> methods(Class<?> type, String bean, Supplier<Object> instance) {
        return MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable Dependency>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, Dependency.class))
                .keySet()
                .stream()
                .filter(method -> !Languages.of(method.getDeclaringClass()).added(method))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .map(method ->
                        Declarations.of(bean, type, instance, true, method, primary(method), TypeVariables.of(type)))
                .toList();
    }

    private static boolean primary(Method method) {
        return MergedAnnotations.from(method).isPresent(PRIMARY);
    }
}
