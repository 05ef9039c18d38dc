package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.web.RequestDependencies;
import io.github.depends.web.detection.ApplicationCatalog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Replacing request dependencies in the tests of an application. */
@AutoConfiguration(beforeName = "io.github.depends.autoconfigure.DependsAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class DependsTestAutoConfiguration {

    @Bean
    static ActiveTests activeDependencyTests(
            ObjectProvider<DependencyGraph> graph,
            ObjectProvider<RequestDependencies> dependencies,
            ObjectProvider<ApplicationCatalog> catalog) {
        return new ActiveTests(
                graph::getObject,
                test -> dependencies.getObject().plan(test, catalog.getObject().endpoints()));
    }

    @Bean
    static MisplacedModule misplacedDependencyTestModule() {
        return new MisplacedModule();
    }

    @Bean
    static TestMethods dependencyTestMethods(ActiveTests tests) {
        return new TestMethods(tests);
    }

    @Bean
    static DependencyOverrides dependencyOverrides(ActiveTests tests, AutowireCapableBeanFactory beans) {
        return new CurrentOverrides(tests, new TestClasses(beans));
    }

    @Bean
    static TestPlanSelector dependencyTestPlanSelector(ActiveTests tests) {
        return new TestPlanSelector(tests);
    }

    @Bean
    static WebMvcConfigurer dependencyTestInterceptor(TestPlanSelector selector) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(selector);
            }
        };
    }

    @Bean
    static RestTestClientBuilderCustomizer dependencyTestClientCustomizer(ActiveTests tests) {
        return builder -> builder.requestInterceptor(new TestIdentity(tests, uri -> true));
    }

    /** Apart, because {@code RestTemplate} support is optional. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RestTemplateCustomizer.class)
    static class TestTemplates {

        // Also customizes the application's own templates; only requests to the server under test are told.
        @Bean
        static RestTemplateCustomizer dependencyTestTemplateCustomizer(ActiveTests tests, Environment environment) {
            return template -> template.getInterceptors()
                    .add(new TestIdentity(
                            tests,
                            uri -> String.valueOf(uri.getPort()).equals(environment.getProperty("local.server.port"))));
        }
    }
}
