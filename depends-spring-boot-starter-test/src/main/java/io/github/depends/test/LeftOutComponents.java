package io.github.depends.test;

import io.github.depends.Dependency;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The components of an application that have dependency methods, whether or not a slice makes beans of them. */
final class LeftOutComponents {

    private final ClassPathScanningCandidateComponentProvider scanner;

    LeftOutComponents(Environment environment) {
        scanner = new ClassPathScanningCandidateComponentProvider(false, environment);
        scanner.addExcludeFilter(new AnnotationTypeFilter(TestComponent.class));
        scanner.addIncludeFilter((reader, factory) -> declaresDependencies(reader.getAnnotationMetadata()));
    }

    // Replacements, which tests declare in the same packages, are no components.
    private static boolean declaresDependencies(AnnotationMetadata type) {
        return type.isAnnotated(Component.class.getName()) && type.hasAnnotatedMethods(Dependency.class.getName());
    }

    /** Returns them from the packages of the application. */
    List<Class<?>> of(BeanFactory beans) {
        Stream<String> packages =
                AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans).stream() : Stream.empty();
        return packages.flatMap(name -> scanner.findCandidateComponents(name).stream())
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), LeftOutComponents.class.getClassLoader()))
                .toList();
    }
}
