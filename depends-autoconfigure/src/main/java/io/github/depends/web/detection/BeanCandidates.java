package io.github.depends.web.detection;

import io.github.depends.graph.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** The beans that have a type, each fetched as the type that is asked for: a factory may make several. */
final class BeanCandidates {

    private final ConfigurableListableBeanFactory beans;
    private final TypedFactories factories;
    private final Map<ResolvableType, List<Provider.OfBean>> byType = new ConcurrentHashMap<>();

    BeanCandidates(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        this.factories = new TypedFactories(beans);
    }

    /** Returns the beans of a type as far as that can be known without creating any. */
    List<Provider.OfBean> of(ResolvableType type) {
        return byType.computeIfAbsent(type, wanted -> candidates(wanted, false));
    }

    /** Returns the beans of a type, after creating the factories that alone know what they make. */
    List<Provider.OfBean> ofFactories(ResolvableType type) {
        factories.create();
        return candidates(type, true);
    }

    private List<Provider.OfBean> candidates(ResolvableType type, boolean eager) {
        List<String> names = Arrays.stream(
                        BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, eager))
                .filter(name -> !ScopedProxyUtils.isScopedTarget(name) && autowireCandidate(name))
                .filter(name -> factories.makes(name, type))
                .toList();
        boolean primaryHere = names.stream().anyMatch(name -> here(name) && primary(name));
        return names.stream()
                .map(name -> candidate(name, type, primary(name) && (here(name) || !primaryHere)))
                .toList();
    }

    private Provider.OfBean candidate(String name, ResolvableType type, boolean primary) {
        Class<?> asked = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
        return new Provider.OfBean(
                name,
                type,
                instance(name, asked),
                primary,
                standsBack(name) || factories.besides(name, asked),
                factories.severalTypes(name) ? asked : null);
    }

    private Supplier<@Nullable Object> instance(String name, Class<?> type) {
        Supplier<@Nullable Object> fetch = () -> fetch(name, type);
        return beans.isSingleton(name) ? SingletonSupplier.ofNullable(fetch) : fetch;
    }

    private @Nullable Object fetch(String name, Class<?> type) {
        try {
            return beans.getBean(name, type);
        } catch (BeanNotOfRequiredTypeException other) {
            if (isNull(beans.getBean(name))) {
                return null;
            }
            throw other;
        }
    }

    // What Spring puts in the place of null says so by being equal to it.
    @SuppressWarnings("EqualsNull")
    private static boolean isNull(Object bean) {
        return bean.equals(null);
    }

    private boolean autowireCandidate(String name) {
        BeanDefinition definition = definition(name);
        return definition == null || definition.isAutowireCandidate();
    }

    private boolean primary(String name) {
        BeanDefinition definition = definition(name);
        return definition != null && definition.isPrimary();
    }

    private boolean standsBack(String name) {
        BeanDefinition definition = definition(name);
        return definition != null
                && (definition.isFallback()
                        || definition instanceof AbstractBeanDefinition known && !known.isDefaultCandidate());
    }

    private boolean here(String name) {
        return beans.containsLocalBean(name);
    }

    private @Nullable BeanDefinition definition(String name) {
        String bean = BeanFactoryUtils.transformedBeanName(name);
        for (BeanFactory factory = beans;
                factory instanceof ConfigurableListableBeanFactory known;
                factory = known.getParentBeanFactory()) {
            if (known.containsBeanDefinition(bean)) {
                return known.getMergedBeanDefinition(bean);
            }
        }
        return null;
    }
}
