package io.github.depends.web.detection;

import io.github.depends.graph.LibraryClasses;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * The class of the object that a bean was made of, before any post-processor has put another object in its place, which
 * may not say what is behind it.
 */
public final class MadeClass {

    private static final String ATTRIBUTE = MadeClass.class.getName();

    private MadeClass() {}

    /**
     * Keeps it, if it can be a controller of the application.
     *
     * @param definition the merged definition of the bean
     * @param type the class of the object
     */
    public static void keep(RootBeanDefinition definition, Class<?> type) {
        if (!LibraryClasses.contains(type) && !FactoryBean.class.isAssignableFrom(type)) {
            definition.setAttribute(ATTRIBUTE, type);
        }
    }

    /** Returns it, {@code null} if it is not known. */
    static @Nullable Class<?> of(ConfigurableListableBeanFactory beans, String name) {
        String target = ScopedProxyUtils.getTargetBeanName(name);
        String made = beans.containsBeanDefinition(target) ? target : name;
        return beans.containsBeanDefinition(made)
                        && beans.getMergedBeanDefinition(made).getAttribute(ATTRIBUTE) instanceof Class<?> type
                ? type
                : null;
    }
}
