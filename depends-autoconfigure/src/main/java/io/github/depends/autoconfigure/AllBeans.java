package io.github.depends.autoconfigure;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.OrderComparator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * Finds all beans of a type, those of parent contexts included. An injection point gets only beans that are candidates
 * for injection; what guards must not depend on that.
 */
final class AllBeans {

    private final ConfigurableListableBeanFactory beans;

    AllBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Returns the beans of a type in the order of their {@code @Order}; a scoped bean is its proxy, once. */
    <T> List<T> of(Class<T> type) {
        Map<Object, String> names = new IdentityHashMap<>();
        List<T> found = new ArrayList<>();
        BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, type).forEach((name, bean) -> {
            if (!ScopedProxyUtils.isScopedTarget(name)) {
                names.put(bean, name);
                found.add(bean);
            }
        });
        found.sort(AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(orders(names)));
        return found;
    }

    // As Spring orders what it injects: what a bean's definition and its @Bean method say counts before its class.
    private OrderComparator.OrderSourceProvider orders(Map<Object, String> names) {
        return bean -> {
            String name = names.get(bean);
            return name == null ? null : sources(name);
        };
    }

    private Object @Nullable [] sources(String name) {
        try {
            return beans.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition
                    ? sources(definition)
                    : null;
        } catch (NoSuchBeanDefinitionException registeredAsObject) {
            return null;
        }
    }

    private static Object[] sources(RootBeanDefinition definition) {
        List<Object> sources = new ArrayList<>(2);
        if (definition.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE) instanceof Integer order) {
            sources.add((Ordered) () -> order);
        }
        AnnotatedElement method = definition.getResolvedFactoryMethod();
        if (method != null) {
            sources.add(method);
        }
        Class<?> target = definition.getTargetType();
        if (target != null) {
            sources.add(target);
        }
        return sources.toArray();
    }
}
