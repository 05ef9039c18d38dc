package io.github.depends.test;

import io.github.depends.Dependency;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
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
    List<Class<?>> of(ListableBeanFactory beans) {
        return packages(beans)
                .distinct()
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(found -> String.valueOf(found.getBeanClassName()))
                .distinct()
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, LeftOutComponents.class.getClassLoader()))
                .toList();
    }

    // Those that a test of a part has may be fewer: Spring Modulith leaves those of the module.
    private static Stream<String> packages(ListableBeanFactory beans) {
        Stream<String> ofPart =
                AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans).stream() : Stream.empty();
        Stream<String> ofApplication = Arrays.stream(beans.getBeanNamesForAnnotation(SpringBootConfiguration.class))
                .map(name -> beans.getType(name, false))
                .filter(Objects::nonNull)
                .map(Class::getPackageName);
        return Stream.concat(ofPart, ofApplication);
    }
}
