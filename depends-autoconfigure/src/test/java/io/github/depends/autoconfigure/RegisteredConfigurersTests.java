package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.DependsConfigurer;
import io.github.depends.DependsRegistry;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every configurer counts, however its bean takes part in injection. */
class RegisteredConfigurersTests {

    @ParameterizedTest
    @ValueSource(classes = {NoCandidate.class, NoDefaultCandidate.class, Scoped.class, Fallback.class})
    void appliesAConfigurerThatSpringWouldNotInject(Class<?> configuration) {
        try (App app = App.start(Marks.class, Pages.class, configuration)) {
            assertThat(app.get("/admin/page").body()).isEqualTo("page");
            assertThat(app.events().list()).containsExactly("first");
        }
    }

    @Test
    void keepsTheOrderOfAllConfigurers() {
        try (App app = App.start(Marks.class, Pages.class, Ordered.class)) {
            app.get("/admin/page");
            assertThat(app.events().list()).containsExactly("first", "second", "third");
        }
    }

    @Test
    void appliesConfigurersOfTheParentContext() {
        try (ConfigurableApplicationContext parent = new SpringApplicationBuilder(NoCandidate.class)
                        .web(WebApplicationType.NONE)
                        .run("--spring.main.banner-mode=off");
                App app = App.startBelow(parent, Marks.class, Pages.class)) {
            app.get("/admin/page");
            assertThat(app.events().list()).containsExactly("first");
        }
    }

    @Test
    void appliesUsesToControllersOfAMappingThatSpringWouldNotInject() {
        try (App app = App.start(Marks.class, Pages.class, NoCandidate.class, OwnMapping.class)) {
            assertThat(app.get("/admin/own").body()).isEqualTo("page");
            assertThat(app.events().list()).containsExactly("first");
        }
    }

    @Component
    static class Marks {

        private final Events events;

        Marks(Events events) {
            this.events = events;
        }

        @Dependency
        void first() {
            events.add("first");
        }

        @Dependency
        void second() {
            events.add("second");
        }

        @Dependency
        void third() {
            events.add("third");
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/admin/page")
        String page() {
            return "page";
        }
    }

    static class NoCandidate {

        @Bean(autowireCandidate = false)
        DependsConfigurer first() {
            return registry -> registry.path("/admin/**").depends(Marks.class, "first");
        }
    }

    static class NoDefaultCandidate {

        @Bean(defaultCandidate = false)
        DependsConfigurer first() {
            return registry -> registry.path("/admin/**").depends(Marks.class, "first");
        }
    }

    static class Fallback {

        @Bean
        @org.springframework.context.annotation.Fallback
        DependsConfigurer first() {
            return registry -> registry.path("/admin/**").depends(Marks.class, "first");
        }
    }

    @Component
    @Scope(value = "singleton", proxyMode = ScopedProxyMode.TARGET_CLASS)
    static class Scoped implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.path("/admin/**").depends(Marks.class, "first");
        }
    }

    static class Ordered {

        @Bean(autowireCandidate = false)
        @Order(3)
        DependsConfigurer late() {
            return registry -> registry.path("/admin/**").depends(Marks.class, "third");
        }

        @Bean
        @Order(2)
        DependsConfigurer middle() {
            return registry -> registry.path("/admin/**").depends(Marks.class, "second");
        }

        @Bean(defaultCandidate = false)
        @Order(1)
        DependsConfigurer early() {
            return registry -> registry.path("/admin/**").depends(Marks.class, "first");
        }
    }

    static class OwnMapping {

        @Bean(autowireCandidate = false)
        RequestMappingHandlerMapping ownMapping(Pages pages) throws NoSuchMethodException {
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping() {
                @Override
                protected boolean isHandler(Class<?> type) {
                    return false;
                }
            };
            mapping.setOrder(-1);
            mapping.registerMapping(
                    org.springframework.web.servlet.mvc.method.RequestMappingInfo.paths("/admin/own")
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    pages,
                    Pages.class.getDeclaredMethod("page"));
            return mapping;
        }
    }
}
