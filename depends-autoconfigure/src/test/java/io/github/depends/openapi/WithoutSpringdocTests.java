package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.autoconfigure.DependsAutoConfiguration;
import io.github.depends.graph.DependencyGraph;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

class WithoutSpringdocTests {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    DependsAutoConfiguration.class,
                    OpenApiAutoConfiguration.class));

    @Test
    void startsWithoutSpringdocOnTheClassPath() {
        application
                .withClassLoader(new FilteredClassLoader("org.springdoc", "io.swagger"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(DependencyGraph.class)
                        .doesNotHaveBean(OpenApiAutoConfiguration.class));
    }

    @Test
    void startsWithSpringdocSwitchedOff() {
        application
                .withPropertyValues("springdoc.api-docs.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(OpenApiAutoConfiguration.class));
    }
}
