package io.github.depends.web.detection;

import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.aot.BeanInstanceSupplier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/** Knows who adds a bean, the application or a library: by the class that declares it, else by the class that it has. */
final class BeanOrigins {

    private final ConfigurableListableBeanFactory beans;
    private final BeanTypes types;
    private final Map<@Nullable Object, String> names = new IdentityHashMap<>();

    BeanOrigins(ConfigurableListableBeanFactory beans, BeanTypes types) {
        this.beans = beans;
        this.types = types;
    }

    /** Whether the application itself adds a bean; in doubt it does. */
    boolean addedByApplication(String name) {
        BeanDefinition definition = definition(name);
        if (definition == null) {
            return true;
        }
        Class<?> declaring = declaring(definition);
        if (declaring != null) {
            return types.own(declaring);
        }
        Class<?> type = types.type(name);
        boolean read = definition instanceof AnnotatedBeanDefinition || generated(definition);
        return type == null || types.own(type) || !read;
    }

    // Ahead of time, Spring writes code in the place of the definitions that it has read.
    private static boolean generated(BeanDefinition definition) {
        return definition instanceof RootBeanDefinition root
                && root.getInstanceSupplier() instanceof BeanInstanceSupplier<?>;
    }

    /** Returns the class that is the bean's, if the application wrote it, else the one that declares the bean. */
    @Nullable Class<?> home(String name) {
        Class<?> type = types.type(name);
        if (type != null && types.own(type)) {
            return type;
        }
        BeanDefinition definition = definition(name);
        return definition == null ? null : declaring(definition);
    }

    /** Returns the class whose method makes a bean, {@code null} if none does or it is not known. */
    @Nullable Class<?> declaring(String name) {
        BeanDefinition definition = definition(name);
        return definition == null ? null : declaring(definition);
    }

    private @Nullable Class<?> declaring(BeanDefinition definition) {
        MethodMetadata method =
                definition instanceof AnnotatedBeanDefinition annotated ? annotated.getFactoryMethodMetadata() : null;
        if (method == null && definition instanceof RootBeanDefinition root && generated(root)) {
            Method made = root.getResolvedFactoryMethod();
            return made == null ? null : made.getDeclaringClass();
        }
        try {
            return method == null
                    ? null
                    : ClassUtils.forName(method.getDeclaringClassName(), beans.getBeanClassLoader());
        } catch (ClassNotFoundException | LinkageError unknown) {
            return null;
        }
    }

    /** Returns the name of a singleton, {@code null} if it is none. */
    @Nullable String name(Object bean) {
        if (names.isEmpty()) {
            for (BeanFactory each = beans;
                    each instanceof ConfigurableListableBeanFactory local;
                    each = parent(local)) {
                for (String name : local.getSingletonNames()) {
                    names.putIfAbsent(local.getSingleton(name), name);
                }
            }
        }
        return names.get(bean);
    }

    private @Nullable BeanDefinition definition(String name) {
        String target = ScopedProxyUtils.getTargetBeanName(name);
        BeanFactory factory = beans;
        while (factory instanceof ConfigurableListableBeanFactory local) {
            if (local.containsBeanDefinition(target)) {
                return local.getBeanDefinition(target);
            }
            if (local.containsBeanDefinition(name)) {
                return local.getBeanDefinition(name);
            }
            factory = parent(local);
        }
        return null;
    }

    // The parent of a context's bean factory is the parent context.
    private static @Nullable BeanFactory parent(ConfigurableListableBeanFactory factory) {
        BeanFactory parent = factory.getParentBeanFactory();
        return parent instanceof ConfigurableApplicationContext context ? context.getBeanFactory() : parent;
    }
}
