package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.test.shop.RequireBoss;
import io.github.depends.test.shop.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Tests whose application context Spring Boot does not start never serve uses by Spring MVC alone. */
class WithoutBootTests {

    @ParameterizedTest
    @ValueSource(classes = {ByMethod.class, ByParameter.class, ByConfigurer.class})
    void isRefusedWhereNobodyServesUses(Class<?> test) {
        TestExecutionSummary summary = Launch.of(List.of(test), Map.of());
        assertThat(summary.getFailures()).singleElement().satisfies(failure -> {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure.getException());
            assertThat(cause).isInstanceOf(InvalidDependencyGraphException.class);
            assertThat(failure.getException())
                    .hasStackTraceContaining("This test starts its application context without Spring Boot, so that"
                            + " request dependencies are no part of it: ")
                    .hasStackTraceContaining("Use @SpringBootTest or @WebMvcTest, or annotate the configuration with"
                            + " @EnableAutoConfiguration");
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {WithoutUses.class, WithoutWeb.class, WithAutoConfiguration.class})
    void runsWhereEveryUseIsServed(Class<?> test) {
        Launch.allSucceeded(Launch.of(List.of(test), Map.of()), 1);
    }

    @SpringJUnitWebConfig
    static class ByMethod {

        @Test
        void test() {}

        @Configuration(proxyBeanMethods = false)
        @EnableWebMvc
        @Import(Guarded.class)
        static class Mvc {}
    }

    @SpringJUnitWebConfig
    static class ByParameter {

        @Test
        void test() {}

        @Configuration(proxyBeanMethods = false)
        @EnableWebMvc
        @Import(Asking.class)
        static class Mvc {}
    }

    @SpringJUnitWebConfig
    static class ByConfigurer {

        @Test
        void test() {}

        @Configuration(proxyBeanMethods = false)
        @EnableWebMvc
        @Import(Plain.class)
        static class Mvc {

            @Bean
            DependsConfigurer guards() {
                return registry -> registry.depends(User.class);
            }
        }
    }

    @SpringJUnitWebConfig
    static class WithoutUses {

        @Test
        void test(@Autowired WebApplicationContext application) {
            assertThat(MockMvcTester.from(application).get().uri("/plain")).hasBodyTextEqualTo("plain");
        }

        @Configuration(proxyBeanMethods = false)
        @EnableWebMvc
        @Import(Plain.class)
        static class Mvc {}
    }

    @SpringJUnitConfig
    static class WithoutWeb {

        @Test
        void test(@Autowired Guarded guarded) {
            assertThat(guarded.guarded()).isEqualTo("guarded");
        }

        @Configuration(proxyBeanMethods = false)
        @Import(Guarded.class)
        static class Beans {}
    }

    @SpringJUnitWebConfig
    static class WithAutoConfiguration {

        @Test
        void test(@Autowired WebApplicationContext application) {
            assertThat(MockMvcTester.from(application).get().uri("/asking?name=eve"))
                    .hasStatus(403);
        }

        @Configuration(proxyBeanMethods = false)
        @EnableAutoConfiguration
        @Import({Asking.class, Refusing.class})
        static class Application {}
    }

    @RestController
    static class Plain {

        @GetMapping("/plain")
        String plain() {
            return "plain";
        }
    }

    @RestController
    static class Guarded {

        @RequireBoss
        @GetMapping("/guarded")
        String guarded() {
            return "guarded";
        }
    }

    @RestController
    static class Asking {

        @GetMapping("/asking")
        String asking(@Depends User user) {
            return user.name();
        }
    }

    static class Refusing {

        @Dependency
        User user() {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
