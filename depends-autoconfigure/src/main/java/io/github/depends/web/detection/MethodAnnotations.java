package io.github.depends.web.detection;

import io.github.depends.Dependency;
import io.github.depends.graph.UseReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Knows which annotations stand on any method of a class, or of what it extends and implements; each class is read once.
 * Where none of a kind does, nobody has to search the hierarchies of all its methods. Thread-safe.
 */
final class MethodAnnotations {

    /** Stands on what cannot be read, where everything is possible. */
    private @interface Unreadable {}

    private final Map<Class<?>, Set<Class<? extends Annotation>>> ofClasses = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> uses = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> handlers = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> exemptions = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> marks = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> preparing = new ConcurrentHashMap<>();

    /** Whether a method of a class may be one that makes a dependency. */
    boolean mayDeclare(Class<?> type) {
        return any(type, Dependency.class::equals);
    }

    /** Whether a method of a class may be an exception handler. */
    boolean mayHandleExceptions(Class<?> type) {
        return any(type, annotation -> handlers.computeIfAbsent(annotation, MethodAnnotations::handler));
    }

    /** Whether a method of a class may be one that Spring MVC calls before an endpoint, to prepare its model or binder. */
    boolean mayPrepareModels(Class<?> type) {
        return any(type, annotation -> preparing.computeIfAbsent(annotation, MethodAnnotations::preparing));
    }

    private static boolean preparing(Class<?> annotation) {
        return annotation == ModelAttribute.class
                || annotation == InitBinder.class
                || AnnotatedElementUtils.hasAnnotation(annotation, ModelAttribute.class)
                || AnnotatedElementUtils.hasAnnotation(annotation, InitBinder.class);
    }

    private static boolean handler(Class<?> annotation) {
        return annotation == ExceptionHandler.class
                || AnnotatedElementUtils.hasAnnotation(annotation, ExceptionHandler.class);
    }

    /** Whether a method of a class may carry a use, or override one that does. */
    boolean mayCarryUse(Class<?> type) {
        return any(type, this::use);
    }

    private boolean use(Class<?> annotation) {
        Boolean known = uses.get(annotation);
        if (known == null) {
            known = UseReader.isUse(annotation) || ofUses(annotation);
            uses.put(annotation, known);
        }
        return known;
    }

    /** Whether an annotation is the container of one that can be repeated. */
    private boolean ofUses(Class<?> annotation) {
        Class<?> repeated = repeated(annotation);
        return repeated != null && use(repeated);
    }

    /** Returns the annotation that another contains repeatedly, {@code null} if it is no container. */
    static @Nullable Class<?> repeated(Class<?> annotation) {
        Method value = ReflectionUtils.findMethod(annotation, "value");
        Class<?> repeated = value == null ? null : value.getReturnType().getComponentType();
        return repeated != null && repeated.isAnnotation() ? repeated : null;
    }

    /** Whether a method of a class may carry an exemption. */
    boolean mayExempt(Class<?> type) {
        return any(type, annotation -> exemptions.computeIfAbsent(annotation, UnreadExemptions::looksLikeExemption));
    }

    /** Whether another framework than Spring MVC may call a method of a class. */
    boolean mayBeMarked(Class<?> type) {
        return any(type, annotation -> marks.computeIfAbsent(annotation, FrameworkMarks::marks));
    }

    private boolean any(@Nullable Class<?> type, Predicate<Class<?>> wanted) {
        if (type == null || type == Object.class) {
            return false;
        }
        if (ofClass(type, wanted) || any(type.getSuperclass(), wanted)) {
            return true;
        }
        for (Class<?> each : type.getInterfaces()) {
            if (any(each, wanted)) {
                return true;
            }
        }
        return false;
    }

    private boolean ofClass(Class<?> type, Predicate<Class<?>> wanted) {
        for (Class<?> annotation : ofClasses.computeIfAbsent(type, MethodAnnotations::read)) {
            if (annotation == Unreadable.class || wanted.test(annotation)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Class<? extends Annotation>> read(Class<?> type) {
        Set<Class<? extends Annotation>> found = new HashSet<>();
        try {
            for (Method method : ReflectionUtils.getDeclaredMethods(type)) {
                for (Annotation annotation : method.getDeclaredAnnotations()) {
                    found.add(annotation.annotationType());
                }
            }
        } catch (RuntimeException | LinkageError unreadable) {
            found.add(Unreadable.class);
        }
        return Set.copyOf(found);
    }
}
