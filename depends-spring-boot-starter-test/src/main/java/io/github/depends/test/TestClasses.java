package io.github.depends.test;

import io.github.depends.Dependency;
import io.github.depends.graph.Names;
import io.github.depends.graph.Substitute;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/** Makes objects of the classes that tests give as replacements; the bean of a class if there is one. */
final class TestClasses {

    private final AutowireCapableBeanFactory beans;

    TestClasses(AutowireCapableBeanFactory beans) {
        this.beans = beans;
    }

    Substitute substitute(Class<?> type) {
        boolean needsObject = MethodIntrospector.selectMethods(type, (MethodFilter) TestClasses::onObject).stream()
                .findAny()
                .isPresent();
        Object object = needsObject ? object(type) : type;
        return new Substitute.Declared(type, () -> object);
    }

    private static boolean onObject(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && AnnotatedElementUtils.hasAnnotation(method, Dependency.class);
    }

    private Object object(Class<?> type) {
        try {
            Object bean = beans.getBeanProvider(type).getIfUnique();
            return bean != null ? bean : beans.createBean(type);
        } catch (BeansException failed) {
            String cause = failed.getMostSpecificCause().getMessage();
            throw new IllegalArgumentException(
                    "'" + Names.of(type) + "' cannot be made: "
                            + (cause == null ? failed.getMessage() : cause)
                            + ". Give a class that Spring can create, in a test a static one",
                    failed);
        }
    }
}
