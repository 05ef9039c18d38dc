package io.github.depends.web.detection;

import io.github.depends.Exempt;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Level;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.RouteUse;
import io.github.depends.graph.Site;
import io.github.depends.graph.Use;
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
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ReflectionUtils;

/** Finds exemptions that nothing reads, because they stand neither on a controller's class nor on an endpoint. */
final class UnreadExemptions {

    private final Set<AnnotatedElement> read = new HashSet<>();
    private final List<EndpointDeclaration> endpoints;
    private final UsedParameters used;
    private final Set<Class<?>> controllers = new LinkedHashSet<>();
    private final MethodAnnotations annotations;
    private final Consumer<Fault> faults;

    UnreadExemptions(
            List<EndpointDeclaration> endpoints,
            List<Provider.OfMethod> methods,
            MethodAnnotations annotations,
            Consumer<Fault> faults) {
        this.endpoints = endpoints;
        this.used = new UsedParameters(endpoints, methods);
        for (EndpointDeclaration endpoint : endpoints) {
            controllers.add(endpoint.controller());
            read.add(endpoint.controller());
            read.add(endpoint.method());
            read.add(BridgeMethodResolver.findBridgedMethod(endpoint.method()));
        }
        this.annotations = annotations;
        this.faults = faults;
    }

    /**
     * Looks at the classes of beans and of dependencies that are no beans, at what they extend, implement and are nested
     * in, and at the annotations by which uses ask.
     */
    void check(Collection<Class<?>> beans) {
        Set<Class<?>> all = new LinkedHashSet<>();
        controllers.forEach(type -> collect(type, all));
        beans.forEach(type -> collect(type, all));
        used.classes().forEach(type -> collect(type, all));
        all.forEach(this::check);
        used.parameters().forEach(this::check);
        endpoints.stream()
                .flatMap(endpoint -> endpoint.routeUses().stream())
                .filter(use -> use.level().compareTo(Level.PACKAGE) <= 0)
                .map(RouteUse::use)
                .forEach(this::check);
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
            if (!isExempt(kind) && !isAccessor(element)) {
                checkComposed(kind, site.description(), site);
            } else if (isExempt(kind) && !read.contains(element)) {
                faults.accept(new Fault(
                        "@Exempt on " + site + " does nothing: exemptions are read on the class of a controller and on"
                                + " an endpoint, and are not inherited",
                        site,
                        "Put it on the controller itself or on its endpoint, or remove it."));
            }
        }
    }

    // What stands on a component of a record stands on its accessor, too.
    private static boolean isAccessor(AnnotatedElement element) {
        return element instanceof Method method
                && method.getDeclaringClass().isRecord()
                && method.getParameterCount() == 0;
    }

    private void check(MethodParameter parameter) {
        for (Annotation annotation : parameter.getParameterAnnotations()) {
            Site site = Site.of(parameter);
            checkComposed(annotation.annotationType(), "a parameter of " + site, site);
        }
    }

    private void check(Use use) {
        use.composed().stream()
                .limit(1)
                .forEach(annotation ->
                        checkComposed(annotation.annotationType(), use.site().description(), use.site()));
    }

    private void checkComposed(Class<?> annotation, String place, Site site) {
        if (exempts(annotation)) {
            faults.accept(new Fault(
                    "@" + Names.of(annotation) + " on " + place
                            + " does nothing: an exemption is not read through another annotation",
                    site,
                    "Write @Exempt itself on the controller or on its endpoint."));
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
        MergedAnnotations annotations = MergedAnnotations.from(annotation);
        return annotations.isPresent(Exempt.class) || annotations.isPresent(Exempt.List.class);
    }
}
