package io.github.depends.graph;

import io.github.depends.BackgroundTasks;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.security.Security;
import io.github.depends.security.SecurityScopes;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/** Reads uses from annotations; {@code @Depends}, {@code @Security} and whatever is annotated with them. */
public final class UseReader {

    private UseReader() {}

    /** Whether a parameter carries a use. */
    public static boolean carriesUse(MethodParameter parameter) {
        Annotation[] annotations = parameter.getParameterAnnotations();
        for (Annotation annotation : annotations) {
            if (plain(annotation)) {
                return true;
            }
        }
        return annotations.length > 0 && carriesUse(MergedAnnotations.from(annotations));
    }

    private static boolean plain(Annotation annotation) {
        return annotation.annotationType() == Depends.class || annotation.annotationType() == Security.class;
    }

    /** Whether only this library can fill a parameter: it carries a use, or is of a type that stands for one. */
    public static boolean ours(MethodParameter parameter) {
        return parameter.getParameterType() == BackgroundTasks.class
                || parameter.getParameterType() == SecurityScopes.class
                || carriesUse(parameter);
    }

    /** Whether a method, class or package carries a use itself. */
    public static boolean carriesUse(AnnotatedElement element) {
        return element.getDeclaredAnnotations().length > 0 && carriesUse(MergedAnnotations.from(element));
    }

    /** Whether a method or class carries a use itself, or one that it overrides, extends or implements does. */
    public static boolean inheritsUse(AnnotatedElement element) {
        return carriesUse(MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY));
    }

    /** Whether a use is among annotations, also one of a class that is not loaded. */
    public static boolean carriesUse(MergedAnnotations annotations) {
        return annotations.isPresent(Depends.class)
                || annotations.isPresent(Security.class)
                || annotations.isPresent(Depends.List.class)
                || annotations.isPresent(Security.List.class);
    }

    /** Whether an annotation type is a use, plain, composed or repeated. */
    public static boolean isUse(Class<?> type) {
        return type == Depends.class
                || type == Security.class
                || type == Depends.List.class
                || type == Security.List.class
                || composed(type);
    }

    /** Whether an annotation type is a composed use. */
    static boolean composed(Class<?> type) {
        return type.isAnnotation() && type != Depends.class && type != Security.class && carriesUse(type);
    }

    /** Returns the uses among the annotations of a parameter. */
    static List<Use> uses(Annotation[] annotations, ResolvableType type, Delivery delivery, Site site) {
        // Most stand alone, and need nobody who knows about meta-annotations.
        if (annotations.length == 1 && annotations[0] instanceof Depends depends) {
            return List.of(use(depends, type, delivery, site));
        }
        return stream(MergedAnnotations.from(annotations))
                .map(annotation -> use(annotation, type, delivery, site))
                .toList();
    }

    private static Use use(Depends depends, ResolvableType type, Delivery delivery, Site site) {
        Class<?> value = depends.value();
        return new Use(
                value == void.class ? null : value,
                depends.name(),
                type,
                depends.useCache(),
                depends.scope(),
                false,
                List.of(),
                List.of(),
                delivery,
                site);
    }

    /** Returns the route-level uses that stand on an element itself, in order. */
    public static List<Use> routeUses(AnnotatedElement element, Site site) {
        return stream(MergedAnnotations.from(element))
                .map(annotation -> use(annotation, ResolvableType.NONE, Delivery.NULLABLE, site))
                .toList();
    }

    /** Returns the route-level uses of a method and of those it overrides or implements, which come first. */
    public static List<Use> inheritedRouteUses(AnnotatedElement method, Site site) {
        return stream(MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY))
                .sorted(Comparator.comparingInt((MergedAnnotation<?> annotation) -> annotation.getAggregateIndex())
                        .reversed())
                .map(annotation -> use(annotation, ResolvableType.NONE, Delivery.NULLABLE, site))
                .toList();
    }

    /** Returns a use that configuration makes. */
    public static Use configured(Class<?> dependency, String name, boolean security, List<String> scopes, Site site) {
        if (composed(dependency)) {
            Annotation annotation =
                    MergedAnnotation.of(dependency.asSubclass(Annotation.class)).synthesize();
            Use use = stream(MergedAnnotations.from(annotation))
                    .map(found -> use(found, ResolvableType.NONE, Delivery.NULLABLE, site))
                    .findFirst()
                    .orElseThrow();
            return new Use(
                    use.value(),
                    use.name(),
                    use.type(),
                    use.useCache(),
                    use.scope(),
                    use.security() || security,
                    scopes.isEmpty() ? use.oauth2Scopes() : scopes,
                    use.composed(),
                    use.delivery(),
                    site);
        }
        return new Use(
                dependency,
                name,
                ResolvableType.NONE,
                true,
                DependencyScope.DEFAULT,
                security,
                scopes,
                List.of(),
                Delivery.NULLABLE,
                site);
    }

    /** Returns a use outside any controller, such as one that asks from a job. */
    public static Use direct(Class<?> dependency, String name, ResolvableType type, Site site) {
        return new Use(
                dependency,
                name,
                type,
                true,
                DependencyScope.DEFAULT,
                false,
                List.of(),
                List.of(),
                Delivery.NULLABLE,
                site);
    }

    // In the order of the source: Spring puts what is composed behind what is not.
    private static Stream<MergedAnnotation<?>> stream(MergedAnnotations annotations) {
        return annotations.stream()
                .filter(annotation -> annotation.getType().equals(Depends.class)
                        || annotation.getType().equals(Security.class))
                .<MergedAnnotation<?>>map(annotation -> annotation)
                .sorted(Comparator.comparingInt(UseReader::position));
    }

    private static int position(MergedAnnotation<?> annotation) {
        if (annotation.getSource() instanceof AnnotatedElement element) {
            Annotation[] declared = element.getDeclaredAnnotations();
            for (int index = 0; index < declared.length; index++) {
                Class<?> type = declared[index].annotationType();
                Class<?> root = annotation.getRoot().getType();
                if (type == root || type.getDeclaringClass() == root) {
                    return index;
                }
            }
        }
        return 0;
    }

    private static Use use(MergedAnnotation<?> annotation, ResolvableType type, Delivery delivery, Site site) {
        boolean security = annotation.getType() == Security.class;
        Class<?> value = annotation.getClass("value");
        return new Use(
                value == void.class ? null : value,
                annotation.getString("name"),
                type,
                annotation.getBoolean("useCache"),
                annotation.getEnum("scope", DependencyScope.class),
                security,
                security ? Arrays.asList(annotation.getStringArray("scopes")) : List.of(),
                composed(annotation),
                delivery,
                site);
    }

    private static List<Annotation> composed(MergedAnnotation<?> annotation) {
        List<Annotation> chain = new ArrayList<>();
        MergedAnnotation<?> source = annotation.getMetaSource();
        while (source != null && source.getType() != Depends.List.class && source.getType() != Security.List.class) {
            chain.add(synthesize(source));
            source = source.getMetaSource();
        }
        Collections.reverse(chain);
        return chain;
    }

    private static Annotation synthesize(MergedAnnotation<?> annotation) {
        return annotation.synthesize();
    }
}
