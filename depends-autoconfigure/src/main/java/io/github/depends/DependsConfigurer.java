package io.github.depends;

import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds route-level uses for the application or for path patterns; a bean, also written as a lambda. */
@FunctionalInterface
public interface DependsConfigurer extends WebMvcConfigurer {

    /**
     * Registers uses; called once, at start-up.
     *
     * @param registry takes the uses in the order in which they run
     */
    void configureDependencies(DependsRegistry registry);
}
