package io.github.depends.web.detection;

import io.github.depends.Exempt;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Site;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.util.ReflectionUtils;

/** Finds exemptions that nothing reads, because they stand neither on a controller's class nor on an endpoint. */
final class UnreadExemptions {

    private final Set<AnnotatedElement> read = new HashSet<>();
    private final Set<Class<?>> controllers = new LinkedHashSet<>();
    private final MethodAnnotations annotations;
    private final Consumer<Fault> faults;

    UnreadExemptions(List<EndpointDeclaration> endpoints, MethodAnnotations annotations, Consumer<Fault> faults) {
        for (EndpointDeclaration endpoint : endpoints) {
            controllers.add(endpoint.controller());
            read.add(endpoint.controller());
            read.add(endpoint.method());
            read.add(BridgeMethodResolver.findBridgedMethod(endpoint.method()));
        }
        this.annotations = annotations;
        this.faults = faults;
    }

    /** Looks at the classes of beans, and at what they extend, implement and are nested in. */
    void check(Collection<Class<?>> beans) {
        Set<Class<?>> all = new LinkedHashSet<>();
        controllers.forEach(type -> collect(type, all));
        beans.forEach(type -> collect(type, all));
        all.forEach(this::check);
    }

    private static void collect(@Nullable Class<?> type, Set<Class<?>> into) {
        if (type != null && type != Object.class && into.add(type)) {
            collect(type.getSuperclass(), into);
            collect(EnclosingClass.of(type), into);
            for (Class<?> each : type.getInterfaces()) {
                collect(each, into);
            }
        }
    }

    private void check(Class<?> type) {
        try {
            check(type, Site.of(type));
            if (!annotations.mayExempt(type)) {
                return;
            }
            for (Method method : ReflectionUtils.getDeclaredMethods(type)) {
                if (!method.isBridge()) {
                    check(method, Site.of(method));
                }
            }
        } catch (IllegalStateException | LinkageError unreadable) {
            // a class with optional parts that are not there: Spring cannot read it either
        }
    }

    private void check(AnnotatedElement element, Site site) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            Class<?> kind = annotation.annotationType();
            boolean plain = isExempt(kind);
            if (plain ? !read.contains(element) : exempts(kind)) {
                faults.accept(new Fault(
                        "@" + Names.of(plain ? Exempt.class : kind) + " on " + site + " does nothing: "
                                + (plain
                                        ? "exemptions are read on the class of a controller and on an endpoint, and are not"
                                                + " inherited"
                                        : "an exemption is not read through another annotation"),
                        site,
                        plain
                                ? "Put it on the controller itself or on its endpoint, or remove it."
                                : "Write @Exempt itself on the controller or on its endpoint."));
            }
        }
    }

    /** Whether an annotation is an exemption, or looks like one because it is annotated with one. */
    static boolean looksLikeExemption(Class<?> annotation) {
        return isExempt(annotation) || exempts(annotation);
    }

    private static boolean isExempt(Class<?> annotation) {
        return annotation == Exempt.class || annotation == Exempt.List.class;
    }

    private static boolean exempts(Class<?> annotation) {
        return annotation.isAnnotationPresent(Exempt.class) || annotation.isAnnotationPresent(Exempt.List.class);
    }
}
