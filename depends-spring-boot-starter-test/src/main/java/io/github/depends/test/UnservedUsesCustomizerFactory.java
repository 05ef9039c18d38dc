package io.github.depends.test;

import io.github.depends.graph.InvalidDependencyGraphException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/**
 * Refuses uses that nobody serves in contexts of Spring's test framework that Spring Boot does not start, such as those of
 * {@code @SpringJUnitWebConfig}; in those that it starts, the library's own listener does.
 */
final class UnservedUsesCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new Customizer();
    }

    // A record, because equal customizers let tests share a context.
    private record Customizer() implements ContextCustomizer {

        private static final String LISTENER = "io.github.depends.autoconfigure.UnservedUsesListener";
        private static final String BY_SPRING_BOOT =
                "org.springframework.boot.test.context.SpringBootTestContextBootstrapper=true";

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            if (!Arrays.asList(configuration.getPropertySourceProperties()).contains(BY_SPRING_BOOT)) {
                ApplicationListener<ContextRefreshedEvent> listener = listener(context.getClassLoader());
                context.addApplicationListener((ContextRefreshedEvent event) -> check(event, listener));
            }
        }

        @SuppressWarnings("unchecked") // what the class says
        private static ApplicationListener<ContextRefreshedEvent> listener(@Nullable ClassLoader loader) {
            return (ApplicationListener<ContextRefreshedEvent>)
                    BeanUtils.instantiateClass(ClassUtils.resolveClassName(LISTENER, loader));
        }

        private static void check(ContextRefreshedEvent event, ApplicationListener<ContextRefreshedEvent> listener) {
            try {
                listener.onApplicationEvent(event);
            } catch (InvalidDependencyGraphException unserved) {
                throw new IllegalStateException(
                        "This test starts its application context without Spring Boot, so that request dependencies are no"
                                + " part of it: " + unserved.getMessage()
                                + ". Use @SpringBootTest or @WebMvcTest, or annotate the configuration with"
                                + " @EnableAutoConfiguration",
                        unserved);
            }
        }
    }
}
