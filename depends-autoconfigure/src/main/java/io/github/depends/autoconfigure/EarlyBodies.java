package io.github.depends.autoconfigure;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.web.GuardedEndpoints;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.core.env.Environment;
import org.springframework.core.type.MethodMetadata;
import org.springframework.web.filter.FormContentFilter;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Keeps Spring MVC from reading the body of a request before the guards of its endpoint have run: it would read multipart
 * requests and forms before it knows the endpoint. What the application has configured itself is left alone, and named in
 * a warning.
 */
final class EarlyBodies implements BeanPostProcessor {

    private static final Log LOGGER = LogFactory.getLog(EarlyBodies.class);
    private static final String LAZILY = "spring.servlet.multipart.resolve-lazily";

    private final ConfigurableListableBeanFactory beans;
    private volatile boolean guarded;

    EarlyBodies(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean.getClass() == OrderedFormContentFilter.class && ofSpringBoot(name)
                ? new OnDemandFormContentFilter((OrderedFormContentFilter) bean, () -> guarded)
                : bean;
    }

    private boolean ofSpringBoot(String name) {
        if (!beans.containsBeanDefinition(name)) {
            return false;
        }
        BeanDefinition definition = beans.getBeanDefinition(name);
        MethodMetadata method =
                definition instanceof AnnotatedBeanDefinition annotated ? annotated.getFactoryMethodMetadata() : null;
        return method != null && method.getDeclaringClassName().startsWith("org.springframework.boot.");
    }

    /** Begins to put off what can be put off, where an endpoint has a guard, and warns of the rest. */
    void start(DependencyGraph graph, Environment environment) {
        List<String> endpoints = GuardedEndpoints.of(graph);
        guarded = !endpoints.isEmpty();
        if (guarded) {
            List<String> early = new ArrayList<>();
            addIfNotNull(early, multipart(environment));
            addIfNotNull(early, forms());
            addIfNotNull(early, hiddenMethods());
            if (!early.isEmpty()) {
                LOGGER.warn(warning(endpoints, early));
            }
        }
    }

    private static void addIfNotNull(List<String> to, @Nullable String text) {
        if (text != null) {
            to.add(text);
        }
    }

    private static String warning(List<String> endpoints, List<String> early) {
        return "Before the guards of " + endpoints.size()
                + (endpoints.size() == 1 ? " endpoint run ('" : " endpoints run (such as '") + endpoints.get(0)
                + "'), Spring MVC reads the body of some requests, so that a client without credentials can make the"
                + " server read and keep it: " + String.join("; ", early) + ".";
    }

    private @Nullable String multipart(Environment environment) {
        Boolean chosen = Binder.get(environment).bind(LAZILY, Boolean.class).orElse(null);
        for (String name : beans.getBeanNamesForType(MultipartResolver.class)) {
            Object resolver = beans.getBean(name);
            if (resolver.getClass() != StandardServletMultipartResolver.class || !ofSpringBoot(name)) {
                return "multipart requests, if '" + name + "', the application's own resolver, does not resolve lazily";
            }
            if (chosen == null) {
                ((StandardServletMultipartResolver) resolver).setResolveLazily(true);
            } else if (!chosen) {
                return "multipart requests, because " + LAZILY + " is false (set " + LAZILY + "=true)";
            }
        }
        return null;
    }

    private @Nullable String forms() {
        for (String name : beans.getBeanNamesForType(FormContentFilter.class)) {
            if (!(beans.getBean(name) instanceof OnDemandFormContentFilter)) {
                return "forms of PUT, PATCH and DELETE requests, by '" + name
                        + "', the application's own FormContentFilter (remove it, or set"
                        + " spring.mvc.formcontent.filter.enabled=false where no such form is needed)";
            }
        }
        return null;
    }

    private @Nullable String hiddenMethods() {
        return beans.getBeanNamesForType(HiddenHttpMethodFilter.class).length == 0
                ? null
                : "forms of POST requests, by HiddenHttpMethodFilter (set"
                        + " spring.mvc.hiddenmethod.filter.enabled=false)";
    }
}
