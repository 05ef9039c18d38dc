package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.graph.DependencyGraph;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class DependsAutoConfigurationTests {

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    DependsAutoConfiguration.class));

    @Test
    void buildsTheGraphOfAWebApplication() {
        web.run(context -> assertThat(context).hasNotFailed().hasSingleBean(DependencyGraph.class));
    }

    @Test
    void worksWithTheApplicationsOwnWebMvcConfiguration() {
        web.withUserConfiguration(OwnWebMvc.class)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(DependencyGraph.class));
    }

    @Test
    void isAbsentWhereSpringMvcIs() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DependsAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DependencyGraph.class));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DependsAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DependencyGraph.class));
    }

    @Test
    void refusesStatusesThatAreNoAnswerToAWrongRequest() {
        web.withPropertyValues("depends.validation.status=500")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("depends.validation.status is 400 or 422, not 500"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class OwnWebMvc {}
}
