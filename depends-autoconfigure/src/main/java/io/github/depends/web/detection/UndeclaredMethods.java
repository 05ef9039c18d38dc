package io.github.depends.web.detection;

import io.github.depends.Dependency;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.LibraryClasses;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.service.annotation.HttpExchange;

/** Finds methods of beans that could be dependency methods, had their author not forgotten the annotation. */
final class UndeclaredMethods {

    /** What else a method with a result can be. */
    private static final List<Class<? extends Annotation>> OTHER_ROLES = List.of(
            Dependency.class,
            Bean.class,
            RequestMapping.class,
            HttpExchange.class,
            ModelAttribute.class,
            InitBinder.class,
            ExceptionHandler.class);

    private final Collection<Class<?>> beans;
    private final Set<Method> endpoints = new HashSet<>();

    UndeclaredMethods(Collection<Class<?>> beans, List<EndpointDeclaration> endpoints) {
        this.beans = beans;
        endpoints.forEach(endpoint -> this.endpoints.add(endpoint.method()));
    }

    /** Returns those that return a type, in the order of their names. */
    List<Method> giving(Predicate<ResolvableType> wanted) {
        return beans.stream()
                .distinct()
                .flatMap(type -> giving(wanted, type))
                .distinct()
                .sorted(Comparator.comparing(
                                (Method method) -> method.getDeclaringClass().getName())
                        .thenComparing(Method::getName)
                        .thenComparing(Method::toString))
                .toList();
    }

    private Stream<Method> giving(Predicate<ResolvableType> wanted, Class<?> type) {
        try {
            return MethodIntrospector.selectMethods(
                    type, (Method method) -> wanted.test(ResolvableType.forMethodReturnType(method, type)))
                    .stream()
                    .filter(this::couldBeDeclared)
                    .toList()
                    .stream();
        } catch (IllegalStateException | LinkageError unreadable) {
            // a class with optional parts that are not there: Spring cannot read it either
            return Stream.empty();
        }
    }

    private boolean couldBeDeclared(Method method) {
        return !LibraryClasses.contains(method.getDeclaringClass())
                && !endpoints.contains(method)
                && OTHER_ROLES.stream().noneMatch(role -> AnnotatedElementUtils.hasAnnotation(method, role));
    }
}
