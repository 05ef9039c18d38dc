package io.github.depends.web.detection;

import io.github.depends.Dependency;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Finds uses that nothing would read, and which would therefore protect and inject nothing. */
final class MisplacedUses {

    private static final String PLACES = "@Depends is read on controller methods, @Dependency methods, constructors of"
            + " dependencies and @ExceptionHandler methods, and without a parameter on controller methods, controllers"
            + " and packages.";

    private final Consumer<Fault> faults;
    private final Set<Method> endpoints;
    private final Set<Class<?>> controllers;

    MisplacedUses(Set<Method> endpoints, Set<Class<?>> controllers, Consumer<Fault> faults) {
        this.endpoints = endpoints;
        this.controllers = controllers;
        this.faults = faults;
    }

    void check(Map<String, Class<?>> beans, Set<String> coveredPackages) {
        Set<Class<?>> seen = new HashSet<>();
        Set<String> packages = new LinkedHashSet<>();
        beans.values().stream().filter(seen::add).forEach(type -> {
            check(type);
            packages.add(type.getPackageName());
        });
        seen.stream()
                .filter(type -> !coveredPackages.contains(type.getPackageName()))
                .forEach(type -> {
                    if (packages.remove(type.getPackageName())
                            && !EndpointScan.ownPackageUses(type.getPackageName(), type.getClassLoader())
                                    .isEmpty()) {
                        refuse(
                                "The use on package " + type.getPackageName() + " covers no endpoint",
                                Site.of("package " + type.getPackageName()));
                    }
                });
    }

    private void check(Class<?> type) {
        try {
            if (!controllers.contains(type) && UseReader.carriesUse(type)) {
                refuse(
                        "The use on " + Names.of(type) + " protects nothing, because it is no controller",
                        Site.of(type));
            }
            for (Method method :
                    ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS)) {
                if (method.getDeclaringClass() != Object.class && !BeanTypes.platform(method.getDeclaringClass())) {
                    check(method, type);
                }
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                check(constructor);
            }
        } catch (IllegalStateException | LinkageError unreadable) {
            // a class with optional parts that are not there: Spring cannot read it either
        }
    }

    private void check(Method method, Class<?> type) {
        boolean endpoint = endpoints.contains(method);
        if (!endpoint && UseReader.carriesUse(method)) {
            refuse("The use on " + Names.of(method) + " protects nothing, because it is no endpoint", Site.of(method));
        }
        boolean read = endpoint
                || AnnotatedElementUtils.hasAnnotation(method, Dependency.class)
                || AnnotatedElementUtils.hasAnnotation(method, ExceptionHandler.class);
        if (!read
                && method.getParameterCount() > 0
                && Declarations.parameters(method, type).stream().anyMatch(UseReader::carriesUse)) {
            refuse("The use on a parameter of " + Names.of(method) + " is read by nothing", Site.of(method));
        }
    }

    private void check(Constructor<?> constructor) {
        if (!constructor.isAnnotationPresent(Dependency.class)
                && !constructor.getDeclaringClass().isRecord()
                && IntStream.range(0, constructor.getParameterCount())
                        .mapToObj(index -> SynthesizingMethodParameter.forExecutable(constructor, index))
                        .anyMatch(UseReader::carriesUse)) {
            refuse(
                    "The use on a parameter of the constructor " + Names.of(constructor)
                            + " is read by nothing, because Spring creates this bean",
                    Site.of(constructor));
        }
    }

    private void refuse(String message, Site site) {
        faults.accept(new Fault(message, site, "Move it: " + PLACES));
    }
}
