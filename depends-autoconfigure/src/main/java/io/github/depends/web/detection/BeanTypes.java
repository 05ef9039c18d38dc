package io.github.depends.web.detection;

import io.github.depends.graph.LibraryClasses;
import io.github.depends.graph.TypeVariables;
import io.github.depends.web.detection.OtherHandler.Source;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;

/** Knows the beans of the application by name and class, without creating any. */
final class BeanTypes {

    private final ConfigurableListableBeanFactory beans;
    private final List<String> packages;
    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    BeanTypes(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        this.packages = AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
        for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Object.class, true, false)) {
            Class<?> type = ScopedProxyUtils.isScopedTarget(name) ? null : written(name);
            if (type != null && own(type)) {
                types.put(name, type);
            }
        }
    }

    /** Returns the classes of the application's own beans, without proxies, by bean name. */
    Map<String, Class<?>> ownTypes() {
        return types;
    }

    /** Returns the class or interface that the application wrote for a bean; a proxy of one interface stands for that. */
    private @Nullable Class<?> written(String name) {
        Class<?> type = type(name);
        if (type == null || !Proxy.isProxyClass(type)) {
            return type;
        }
        Object object = beans.containsSingleton(name) ? beans.getSingleton(name) : null;
        Class<?> served = object == null ? null : ServedClass.outsideRequests(object);
        List<Class<?>> interfaces =
                Stream.<Class<?>>of(type.getInterfaces()).filter(this::own).toList();
        return served != null ? served : interfaces.size() == 1 ? interfaces.get(0) : type;
    }

    /** Returns the base packages of the application. */
    List<String> packages() {
        return packages;
    }

    /** Whether a class is the application's: it comes with no library, or is below the application's base packages. */
    boolean own(Class<?> type) {
        return !LibraryClasses.contains(type)
                || packages.stream().anyMatch(base -> (type.getPackageName() + ".").startsWith(base + "."));
    }

    /**
     * Returns the class of a controller that the application wrote: of the object that serves where that is there
     * already, else what its bean is declared as. A proxy of interfaces carries none of its annotations and is in none of
     * its packages.
     */
    Class<?> controller(HandlerMethod handler) {
        Object object = existing(handler);
        Class<?> served = object == null ? null : ServedClass.outsideRequests(object);
        if (served != null) {
            return served;
        }
        Class<?> type = ClassUtils.getUserClass(handler.getBeanType());
        if (!Proxy.isProxyClass(type)) {
            return type;
        }
        Class<?> target = handler.getBean() instanceof String name ? type(name) : null;
        if (target == null || Proxy.isProxyClass(target)) {
            Object bean = handler.getBean() instanceof String name ? beans.getBean(name) : handler.getBean();
            target = AopProxyUtils.ultimateTargetClass(bean);
        }
        return Proxy.isProxyClass(target) ? handler.getMethod().getDeclaringClass() : target;
    }

    /**
     * Returns the class of the object that a controller's bean was made of, if another object serves in its place.
     *
     * @param handler the handler as it was mapped
     * @param served the class of the object that serves, {@code null} if that does not say it
     */
    @Nullable Class<?> hidden(HandlerMethod handler, @Nullable Class<?> served) {
        Class<?> made = handler.getBean() instanceof String name ? MadeClass.of(beans, name) : null;
        Class<?> written = made == null ? null : ClassUtils.getUserClass(made);
        return written == null || served != null && written.isAssignableFrom(served) ? null : written;
    }

    private @Nullable Object existing(HandlerMethod handler) {
        if (!(handler.getBean() instanceof String name)) {
            return handler.getBean();
        }
        Object singleton = beans.containsSingleton(name) ? beans.getSingleton(name) : null;
        return singleton instanceof FactoryBean ? null : singleton;
    }

    /** Returns who adds a controller whose class is a library's: only a method of the application that makes it tells. */
    Source source(HandlerMethod handler) {
        BeanOrigins origins = new BeanOrigins(beans, this);
        return Source.ofApplication(handler.getBean() instanceof String name
                && !ErrorController.class.isAssignableFrom(handler.getBeanType())
                && origins.declaring(name) != null
                && origins.addedByApplication(name));
    }

    /** Returns the beans that are candidates for a type. */
    String[] namesFor(ResolvableType type) {
        return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false))
                .filter(name -> !ScopedProxyUtils.isScopedTarget(name) && candidate(name))
                .toArray(String[]::new);
    }

    /** Returns the name of the singleton of a type that an object is, {@code null} if it is none. */
    @Nullable String nameOf(Object object, Class<?> type) {
        return Arrays.stream(namesFor(ResolvableType.forClass(type)))
                .filter(name -> beans.containsSingleton(name) && beans.getSingleton(name) == object)
                .findFirst()
                .orElse(null);
    }

    /** Whether a bean is always the same. */
    boolean singleton(String name) {
        return beans.isSingleton(name);
    }

    /** Returns what gives a bean; a singleton is looked up once. */
    Supplier<Object> instance(String name) {
        return singleton(name) ? SingletonSupplier.of(() -> beans.getBean(name)) : () -> beans.getBean(name);
    }

    /** Returns the class of a bean without proxies, {@code null} if it cannot be known. */
    @Nullable Class<?> type(String name) {
        try {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
            type = type == null ? beans.getType(name, false) : type;
            return type == null ? null : ClassUtils.getUserClass(type);
        } catch (RuntimeException | LinkageError unknown) {
            return null;
        }
    }

    /** Returns the type of a bean with its type arguments, as far as its definition says them. */
    ResolvableType resolvableType(String name) {
        ResolvableType declared =
                definition(name) instanceof RootBeanDefinition root ? root.getResolvableType() : ResolvableType.NONE;
        return declared.resolve() == null ? ResolvableType.forClass(type(name)) : declared;
    }

    /** Returns what the type variables of a bean stand for: its class may say it, or what it was declared as. */
    TypeVariables variables(String name, Class<?> type) {
        Type declared = declaredType(name);
        return TypeVariables.of(TypeVariables.madeFor(type, declared), declared);
    }

    private Type declaredType(String name) {
        RootBeanDefinition definition = rootDefinition(name);
        if (definition == null) {
            return Object.class;
        }
        ResolvableType declared = declaredType(definition);
        return FactoryBean.class.isAssignableFrom(declared.toClass())
                ? declared.as(FactoryBean.class).getGeneric(0).getType()
                : declared.getType();
    }

    // A @Bean method may be inherited from a generic configuration.
    private ResolvableType declaredType(RootBeanDefinition definition) {
        Method factory = definition.getResolvedFactoryMethod();
        String configuration = definition.getFactoryBeanName();
        Class<?> type = configuration == null ? null : type(configuration);
        return factory == null || type == null
                ? definition.getResolvableType()
                : ResolvableType.forType(TypeVariables.of(type).resolve(factory.getGenericReturnType()));
    }

    private @Nullable RootBeanDefinition rootDefinition(String name) {
        String target = ScopedProxyUtils.getTargetBeanName(name);
        try {
            return beans.getMergedBeanDefinition(beans.containsBeanDefinition(target) ? target : name)
                            instanceof RootBeanDefinition definition
                    ? definition
                    : null;
        } catch (NoSuchBeanDefinitionException registeredAsObject) {
            return null;
        }
    }

    private boolean candidate(String name) {
        BeanDefinition definition = definition(name);
        return definition == null || definition.isAutowireCandidate();
    }

    private @Nullable BeanDefinition definition(String name) {
        return beans.containsBeanDefinition(name) ? beans.getMergedBeanDefinition(name) : null;
    }
}
