package io.github.depends.test;

import io.github.depends.Dependency;
import io.github.depends.graph.Names;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/**
 * What a test gives to a standalone setup.
 *
 * @param objects beans as they are
 * @param classes classes of which Spring makes beans
 */
record GivenBeans(List<Object> objects, List<Class<?>> classes) {

    private static final List<String> INJECTION = List.of("org.springframework.beans.", "jakarta.inject.");

    /**
     * Tells objects and classes apart.
     *
     * @throws IllegalArgumentException if Spring cannot make beans of them
     */
    static GivenBeans of(@Nullable Object... given) {
        List<Object> objects = new ArrayList<>();
        List<Class<?>> classes = new ArrayList<>();
        for (int index = 0; index < given.length; index++) {
            Object each = given[index];
            if (each == null) {
                throw new IllegalArgumentException("Argument " + (index + 1) + " of dependencies(...) is null. Give an"
                        + " object, or a class of which Spring can make one");
            }
            if (!(each instanceof Class<?> type)) {
                objects.add(each);
            } else if (!isMadeByItsConstructor(type)) {
                requireInstantiable(type);
                classes.add(type);
            }
        }
        return new GivenBeans(List.copyOf(objects), List.copyOf(classes));
    }

    /** Whether a class is a dependency itself, which is found by the type of a parameter and made for each request. */
    private static boolean isMadeByItsConstructor(Class<?> type) {
        boolean declares = !MethodIntrospector.selectMethods(
                        type, (MethodFilter) method -> AnnotatedElementUtils.hasAnnotation(method, Dependency.class))
                .isEmpty();
        return !declares
                && Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.isAnnotationPresent(Dependency.class)
                                || type.isRecord() && isFilledFromTheRequest(constructor));
    }

    private static boolean isFilledFromTheRequest(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameterAnnotations())
                .flatMap(Stream::of)
                .map(Annotation::annotationType)
                .anyMatch(type -> INJECTION.stream().noneMatch(type.getName()::startsWith));
    }

    private static void requireInstantiable(Class<?> type) {
        String reason = type.isAnnotation()
                ? "is an annotation"
                : type.isInterface()
                        ? "is an interface"
                        : Modifier.isAbstract(type.getModifiers())
                                ? "is abstract"
                                : type.isPrimitive() || type.isArray() || type.isEnum()
                                        ? "is a plain type"
                                        : ClassUtils.isInnerClass(type) ? "is an inner class, which is not static" : "";
        if (!reason.isEmpty()) {
            throw new IllegalArgumentException("'" + Names.of(type) + "', given to dependencies(...), " + reason
                    + ", so that Spring cannot make an object of it. "
                    + (type.isAnnotation()
                            ? "Give the class whose @Dependency method it names"
                            : "Give an object, or a class of which Spring can make one"));
        }
    }

    /** Registers them under the names that component scanning would give them. */
    void registerIn(GenericApplicationContext context) {
        AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(context);
        for (Class<?> type : classes) {
            reader.registerBean(type, freeName(type, context));
        }
        for (Object object : objects) {
            if (!isThere(object, context)) {
                context.getBeanFactory().registerSingleton(freeName(object.getClass(), context), object);
            }
        }
    }

    private static String freeName(Class<?> type, GenericApplicationContext context) {
        String name = AnnotationBeanNameGenerator.INSTANCE.generateBeanName(
                new AnnotatedGenericBeanDefinition(ClassUtils.getUserClass(type)), context);
        String free = name;
        for (int number = 2; context.containsBean(free); number++) {
            free = name + number;
        }
        return free;
    }

    // Such as a controller that is given once more.
    private static boolean isThere(Object object, GenericApplicationContext context) {
        return Arrays.stream(context.getBeanFactory().getSingletonNames())
                .anyMatch(name -> context.getBeanFactory().getSingleton(name) == object);
    }
}
