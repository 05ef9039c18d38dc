package io.github.depends.web.detection;

import io.github.depends.Dependency;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.LibraryClasses;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestParam;

/** Knows what is made for each request in an application that has not started. */
public final class RequestTypes {

    private final BeanTypes beans;

    /** Looks at the beans of an application, without creating any. */
    public RequestTypes(ConfigurableListableBeanFactory beans) {
        this.beans = new BeanTypes(beans);
    }

    /**
     * Returns the method or constructor that makes a type for each request, {@code null} if none does.
     *
     * @param requested the type
     * @param name name of the dependency, without which a plain value says nothing; empty if none is given
     */
    public @Nullable Site maker(ResolvableType requested, String name) {
        if (name.isEmpty() && ClassUtils.isSimpleValueType(requested.toClass())) {
            return null;
        }
        return beans.ownTypes().entrySet().stream()
                .flatMap(bean -> methods(bean.getKey(), bean.getValue()))
                .filter(method -> method.gives(requested)
                        && (name.isEmpty() || method.name().equals(name)))
                .findFirst()
                .map(Provider.OfMethod::site)
                .orElseGet(() -> constructor(requested.toClass()));
    }

    private Stream<Provider.OfMethod> methods(String bean, Class<?> type) {
        return MethodIntrospector.selectMethods(
                        type, (Method method) -> AnnotatedElementUtils.hasAnnotation(method, Dependency.class))
                .stream()
                .map(method -> Declarations.of(
                        bean, type, beans.instance(bean), true, method, false, beans.variables(bean, type)));
    }

    private static @Nullable Site constructor(Class<?> type) {
        return LibraryClasses.contains(type) || ClassUtils.isSimpleValueType(type)
                ? null
                : Arrays.stream(type.getDeclaredConstructors())
                        .filter(RequestTypes::readsRequest)
                        .findFirst()
                        .map(Site::of)
                        .orElse(null);
    }

    private static boolean readsRequest(Constructor<?> constructor) {
        return constructor.isAnnotationPresent(Dependency.class)
                || Arrays.stream(constructor.getParameterAnnotations())
                        .flatMap(Arrays::stream)
                        .anyMatch(RequestTypes::bindsOrUses);
    }

    private static boolean bindsOrUses(Annotation annotation) {
        return UseReader.carriesUse(MergedAnnotations.from(annotation))
                || annotation.annotationType().getPackage().equals(RequestParam.class.getPackage());
    }
}
