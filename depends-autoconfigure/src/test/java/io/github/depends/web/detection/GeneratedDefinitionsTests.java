package io.github.depends.web.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.aot.BeanInstanceSupplier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.BeanNameUrlHandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Bean definitions as Spring generates them ahead of time say who adds a bean by what makes it. */
class GeneratedDefinitionsTests {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Test
    void whatAMethodOfSpringBootMakesIsNotAddedByTheApplication() {
        add("resources", WebMvcConfigurationSupport.class, "defaultServletHandlerMapping", HandlerMapping.class);
        add("own", OwnConfiguration.class, "mapping", SimpleUrlHandlerMapping.class);

        assertThat(addedByApplication("resources")).isFalse();
        assertThat(addedByApplication("own")).isTrue();
    }

    @Test
    void whatIsMadeByAConstructorIsToldByItsClass() {
        addByConstructor("library", BeanNameUrlHandlerMapping.class);
        addByConstructor("own", OwnMapping.class);

        assertThat(addedByApplication("library")).isFalse();
        assertThat(addedByApplication("own")).isTrue();
    }

    private boolean addedByApplication(String name) {
        return new BeanOrigins(beans, new BeanTypes(beans)).addedByApplication(name);
    }

    private void add(String name, Class<?> declaring, String method, Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(declaring);
        definition.setTargetType(type);
        definition.setInstanceSupplier(BeanInstanceSupplier.forFactoryMethod(declaring, method));
        beans.registerBeanDefinition(name, definition);
    }

    private void addByConstructor(String name, Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(type);
        definition.setInstanceSupplier(BeanInstanceSupplier.forConstructor());
        beans.registerBeanDefinition(name, definition);
    }

    static class OwnConfiguration {

        SimpleUrlHandlerMapping mapping() {
            return new SimpleUrlHandlerMapping();
        }
    }

    static class OwnMapping extends RouterFunctionMapping {}
}
