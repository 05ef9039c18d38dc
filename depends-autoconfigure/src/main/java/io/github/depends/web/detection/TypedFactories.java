package io.github.depends.web.detection;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartFactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * The factory beans that are asked for a type and may give something else for each, such as the factory of a JPA
 * {@code EntityManagerFactory}, which also has an {@code EntityManager}.
 */
final class TypedFactories {

    private final ConfigurableListableBeanFactory beans;
    private final Map<String, Boolean> severalTypes = new ConcurrentHashMap<>();

    TypedFactories(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Creates them all, for only then do they say which types they have. */
    void create() {
        for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
                beans, ResolvableType.forRawClass(SmartFactoryBean.class), true, false)) {
            if (severalTypes(BeanFactoryUtils.transformedBeanName(name))) {
                beans.getBean(name);
            }
        }
    }

    /** Whether a bean comes from a factory that decides by the type that is asked for. */
    boolean severalTypes(String bean) {
        return severalTypes.computeIfAbsent(bean, name -> overrides(factory(name)));
    }

    /** Whether such a factory has a type besides that of the bean itself. */
    boolean besides(String bean, Class<?> asked) {
        return severalTypes(bean) && !isOfBean(bean, asked);
    }

    /** Whether a bean has the type arguments that are asked for; a factory is asked for a class only. */
    boolean makes(String bean, ResolvableType asked) {
        Class<?> factory = asked.hasGenerics() ? factory(bean) : null;
        if (factory == null || !SmartFactoryBean.class.isAssignableFrom(factory)) {
            return true;
        }
        ResolvableType made = declared(bean, factory).as(FactoryBean.class).getGeneric();
        return isOfBean(bean, asked.toClass())
                && (made.resolve() == null || made.hasUnresolvableGenerics() || asked.isAssignableFrom(made));
    }

    private boolean isOfBean(String bean, Class<?> asked) {
        Class<?> type = beans.getType(bean, false);
        return type != null && asked.isAssignableFrom(type);
    }

    private static boolean overrides(@Nullable Class<?> factory) {
        Method made = factory == null || !SmartFactoryBean.class.isAssignableFrom(factory)
                ? null
                : ClassUtils.getMethodIfAvailable(factory, "getObject", Class.class);
        return made != null && made.getDeclaringClass() != SmartFactoryBean.class;
    }

    /** Returns the class of the factory of a bean, {@code null} if there is none. */
    private @Nullable Class<?> factory(String bean) {
        return !BeanFactoryUtils.isFactoryDereference(bean) && isFactory(bean)
                ? beans.getType(BeanFactory.FACTORY_BEAN_PREFIX + bean, false)
                : null;
    }

    private boolean isFactory(String bean) {
        return beans.containsBean(bean) && beans.isFactoryBean(bean);
    }

    private ResolvableType declared(String bean, Class<?> factory) {
        ResolvableType type = beans.containsBeanDefinition(bean)
                        && beans.getMergedBeanDefinition(bean) instanceof RootBeanDefinition definition
                ? definition.getResolvableType()
                : ResolvableType.NONE;
        return FactoryBean.class.isAssignableFrom(type.toClass()) ? type : ResolvableType.forClass(factory);
    }
}
