package io.github.depends.graph;

import io.github.depends.BackgroundTasks;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.security.Security;
import io.github.depends.security.SecurityScopes;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
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
        return Arrays.stream(annotations).anyMatch(UseReader::plain)
                || annotations.length > 0 && carriesUse(MergedAnnotations.from(annotations));
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

    private static boolean carriesUse(MergedAnnotations annotations) {
        return annotations.isPresent(Depends.class)
                || annotations.isPresent(Security.class)
                || annotations.isPresent(Depends.List.class)
                || annotations.isPresent(Security.List.class);
    }

    /** Whether an annotation type is a composed use. */
    static boolean composed(Class<?> type) {
        return type.isAnnotation() && type != Depends.class && type != Security.class && carriesUse(type);
    }

    /** Returns the uses of a parameter; more than one is for the caller to refuse. */
    public static List<Use> uses(MethodParameter parameter) {
        if (!carriesUse(parameter)) {
            return List.of();
        }
        ResolvableType declared = parameter.getGenericParameterType() instanceof Class<?> type
                ? ResolvableType.forClass(type)
                : ResolvableType.forMethodParameter(parameter);
        return stream(MergedAnnotations.from(parameter.getParameterAnnotations()))
                .map(annotation -> use(annotation, value(declared), delivery(parameter, declared), Site.of(parameter)))
                .toList();
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

    private static ResolvableType value(ResolvableType declared) {
        ResolvableType type = declared;
        if (type.resolve() == Supplier.class) {
            type = type.getGeneric(0);
        }
        return type.resolve() == Optional.class ? type.getGeneric(0) : type;
    }

    private static Delivery delivery(MethodParameter parameter, ResolvableType declared) {
        boolean nullable = nullable(parameter);
        if (declared.resolve() == Supplier.class) {
            return declared.getGeneric(0).resolve() == Optional.class
                    ? Delivery.LAZY_OPTIONAL
                    : nullable || nullableArgument(parameter) ? Delivery.LAZY_NULLABLE : Delivery.LAZY;
        }
        return declared.resolve() == Optional.class ? Delivery.OPTIONAL : nullable ? Delivery.NULLABLE : Delivery.VALUE;
    }

    /** Whether a parameter of a composed annotation's type takes none as well: then all uses mean the same one. */
    static boolean takesNearest(MethodParameter parameter) {
        return composed(parameter.getParameterType()) && nullable(parameter);
    }

    private static boolean nullable(MethodParameter parameter) {
        if (Arrays.stream(parameter.getParameterAnnotations()).anyMatch(UseReader::saysNullable)) {
            return true;
        }
        // Spring's own answer reads all annotations of the method again for each parameter.
        return KotlinDetector.isKotlinType(parameter.getDeclaringClass())
                ? Nullness.forMethodParameter(parameter) == Nullness.NULLABLE
                : Arrays.stream(parameter.getParameter().getAnnotatedType().getAnnotations())
                        .anyMatch(UseReader::saysNullable);
    }

    /** Whether it is a {@code Supplier<@Nullable T>}. */
    private static boolean nullableArgument(MethodParameter parameter) {
        AnnotatedType type = parameter.getParameter().getAnnotatedType();
        return type instanceof AnnotatedParameterizedType parameterized
                && Arrays.stream(parameterized.getAnnotatedActualTypeArguments()[0].getAnnotations())
                        .anyMatch(UseReader::saysNullable);
    }

    private static boolean saysNullable(Annotation annotation) {
        return annotation.annotationType().getSimpleName().equals("Nullable");
    }
}
