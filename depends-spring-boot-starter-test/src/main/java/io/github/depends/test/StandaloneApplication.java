package io.github.depends.test;

import io.github.depends.graph.InvalidDependencyGraphException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.AnnotatedClassFinder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A small application around the Spring MVC that a standalone setup has made: its controllers and parts are beans as they
 * are, what the test gives is added, and the library's own auto-configuration serves them.
 */
final class StandaloneApplication extends GenericWebApplicationContext {

    private final WebApplicationContext mvc;

    private StandaloneApplication(WebApplicationContext mvc) {
        this.mvc = mvc;
        setServletContext(mvc.getServletContext());
    }

    /**
     * Starts an application.
     *
     * @param mvc what the standalone setup has made
     * @param given what the test gives
     * @throws IllegalStateException if a controller cannot be served, or something given cannot be made
     */
    static StandaloneApplication of(WebApplicationContext mvc, GivenBeans given) {
        StandaloneApplication application = new StandaloneApplication(mvc);
        application.configureEnvironment();
        application.addControllers();
        given.registerIn(application);
        new AnnotatedBeanDefinitionReader(application).register(Parts.class);
        try {
            application.refresh();
        } catch (BeansException failed) {
            throw failure(failed);
        }
        return application;
    }

    private void configureEnvironment() {
        new ConfigDataApplicationContextInitializer().initialize(this);
        // Nobody closes a standalone setup, so that it must not start threads.
        getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("standaloneSetup", Map.of("depends.yields.open-warning-age", "0s")));
    }

    private void addControllers() {
        Arrays.stream(mvc.getBeanDefinitionNames())
                .forEach(name -> getBeanFactory().registerSingleton(name, mvc.getBean(name)));
        AutoConfigurationPackages.register(this, basePackages().toArray(String[]::new));
    }

    // Those of the application, where it can be found, so that a class forgotten by the test is found in them.
    private Set<String> basePackages() {
        Set<String> packages = new TreeSet<>();
        mvc.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .map(handler -> ClassUtils.getUserClass(handler.getBeanType()))
                .distinct()
                .forEach(controller -> packages.add(basePackage(controller)));
        return packages;
    }

    private static String basePackage(Class<?> controller) {
        Class<?> application = application(controller);
        return application == null ? controller.getPackageName() : application.getPackageName();
    }

    private static @Nullable Class<?> application(Class<?> controller) {
        try {
            return new AnnotatedClassFinder(SpringBootConfiguration.class).findFromClass(controller);
        } catch (IllegalStateException several) {
            return null;
        }
    }

    // Spring MVC has initialised these already, outside this application.
    @Override
    protected void onRefresh() {
        super.onRefresh();
        mvc.getBeansOfType(HandlerAdapter.class).forEach(this::postProcess);
        mvc.getBeansOfType(HandlerExceptionResolver.class).forEach(this::postProcess);
    }

    private void postProcess(String name, Object bean) {
        getAutowireCapableBeanFactory().applyBeanPostProcessorsAfterInitialization(bean, name);
    }

    private static IllegalStateException failure(BeansException failed) {
        if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof InvalidDependencyGraphException invalid) {
            return new IllegalStateException(message(invalid), invalid);
        }
        return new IllegalStateException(
                "What was given to dependencies(...) cannot be made: "
                        + failed.getMostSpecificCause().getMessage()
                        + ". Give what is missing too, as an object or as a class",
                failed);
    }

    private static String message(InvalidDependencyGraphException invalid) {
        return "This standaloneSetup cannot serve its controllers. Where a fault says that a class is no bean or that"
                + " something is missing, give it to dependencies(...), as an object or as a class."
                + IntStream.range(0, invalid.faults().size())
                        .mapToObj(index -> "\n" + (index + 1) + ". "
                                + invalid.faults().get(index).message() + ". "
                                + invalid.faults().get(index).action())
                        .collect(Collectors.joining());
    }

    /** The library's own auto-configuration. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration
    static class Parts {}
}
