package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.Exempt;
import io.github.depends.testing.App;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Several controllers inherit one method; each of them has a plan of its own, or none. */
class InheritedHandlerTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Checks.class,
                Configured.class,
                AdminUsers.class,
                News.class,
                Members.class,
                OpenMembers.class,
                Including.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @Test
    void aControllerWithoutAGuardIsServedAlthoughASiblingIsGuardedByPath() {
        assertThat(app.get("/news/7?size=3").body()).isEqualTo("News 7 3");
        assertThat(app.events().list()).isEmpty();
        assertThat(app.get("/admin/users/7?size=3").body()).isEqualTo("AdminUsers 7 3");
        assertThat(app.events().list()).containsExactly("check");
    }

    @Test
    void aControllerThatIsExemptedIsServedAlthoughItsSiblingIsGuardedByClass() {
        assertThat(app.get("/open-members/7").body()).isEqualTo("OpenMembers 7 1");
        assertThat(app.events().list()).isEmpty();
        assertThat(app.get("/members/7").body()).isEqualTo("Members 7 1");
        assertThat(app.events().list()).containsExactly("check");
    }

    @Test
    void aMethodWithoutParametersAndOneWithALaterValueAreServedToo() {
        assertThat(app.get("/news/count").body()).isEqualTo("News");
        assertThat(app.get("/news/later/7").body()).isEqualTo("News later 7");
        assertThat(app.events().list()).isEmpty();
        assertThat(app.get("/admin/users/count").body()).isEqualTo("AdminUsers");
        assertThat(app.get("/admin/users/later/7").body()).isEqualTo("AdminUsers later 7");
        assertThat(app.events().list()).containsExactly("check", "check");
    }

    @Test
    void aMappingThatIsRegisteredAtRunTimeIsServedIfItCarriesNoUse() {
        RequestMappingHandlerMapping mapping =
                app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo.BuilderConfiguration options = mapping.getBuilderConfiguration();
        try {
            mapping.registerMapping(
                    RequestMappingInfo.paths("/late/{id}").options(options).build(),
                    new News(),
                    Crud.class.getDeclaredMethod("get", String.class, int.class));
            mapping.registerMapping(
                    RequestMappingInfo.paths("/admin/late/{id}")
                            .options(options)
                            .build(),
                    new News(),
                    Crud.class.getDeclaredMethod("get", String.class, int.class));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
        assertThat(app.get("/late/7").body()).isEqualTo("News 7 1");
        assertThat(app.get("/admin/late/7").statusCode()).isEqualTo(500);
    }

    @Test
    void anIncludedSiblingGetsItsOwnArguments() {
        assertThat(app.get("/admin/including/7?size=3").body()).startsWith("News 8 5");
        assertThat(app.events().list()).containsExactly("check");
    }

    static class Checks {

        @Dependency
        void check(@Depends io.github.depends.testing.Events events) {
            events.add("check");
        }
    }

    static class Configured {

        @Bean
        DependsConfigurer adminPath() {
            return registry -> registry.path("/admin/**").depends(Checks.class);
        }
    }

    abstract static class Crud<T> {

        @GetMapping("/{id}")
        Object get(@PathVariable String id, @RequestParam(defaultValue = "1") int size) {
            return name() + " " + id + " " + size;
        }

        @GetMapping("/count")
        String count() {
            return name();
        }

        @GetMapping("/later/{id}")
        Callable<String> later(@PathVariable String id) {
            return () -> name() + " later " + id;
        }

        String name() {
            return getClass().getSimpleName();
        }
    }

    @RestController
    @RequestMapping("/admin/users")
    static class AdminUsers extends Crud<Integer> {}

    @RestController
    @RequestMapping("/news")
    static class News extends Crud<String> {}

    @Depends(Checks.class)
    abstract static class Guarded extends Crud<Long> {}

    @RestController
    @RequestMapping("/members")
    static class Members extends Guarded {}

    @RestController
    @Exempt(Checks.class)
    @RequestMapping("/open-members")
    static class OpenMembers extends Guarded {}

    @RestController
    @RequestMapping("/admin/including")
    static class Including extends Crud<Integer> {

        @Override
        String name() {
            ServletRequestAttributes attributes =
                    (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
            HttpServletRequest request = attributes.getRequest();
            try {
                request.getRequestDispatcher("/news/8?size=5").include(request, attributes.getResponse());
            } catch (ServletException | IOException failed) {
                throw new IllegalStateException(failed);
            }
            return "Including";
        }
    }
}
