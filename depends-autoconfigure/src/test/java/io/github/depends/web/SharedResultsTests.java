package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class SharedResultsTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Roles.class, Lists.class, Numbers.class, Lazy.class, Custom.class, Home.class);
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
    void sharesUsesWithEqualAttributesOnly() {
        assertThat(app.get("/roles").body()).isEqualTo("admin admin editor");
        assertThat(app.events().list()).containsExactly("role admin", "role editor");
    }

    @Test
    void tellsListsOfDifferentItemsApart() {
        assertThat(app.get("/lists").body()).isEqualTo("[1] [a]");
    }

    @Test
    void makesAFreshResultForEachUseWithoutCache() {
        assertThat(app.get("/fresh").body()).isEqualTo("1 1 2 3");
    }

    @Test
    void resolvesALazyDependencyAtMostOnce() {
        assertThat(app.get("/lazy?ask=2").body()).isEqualTo("lazy lazy");
        assertThat(app.events().list()).containsExactly("handle", "make lazy");
        app.events().clear();
        assertThat(app.get("/lazy?ask=0").body()).isEmpty();
        assertThat(app.events().list()).containsExactly("handle");
    }

    @Test
    void remembersTheFailureOfALazyDependency() {
        assertThat(app.get("/failing").body()).isEqualTo("true");
        assertThat(app.events().list()).containsExactly("fail");
    }

    @Test
    void givesNoValueToALazyUseThatAllowsForIt() {
        assertThat(app.get("/lazy-null").body()).isEqualTo("null");
    }

    @Test
    void resolvesNothingOnAnotherThreadOrAfterTheEndpoint() {
        assertThat(app.get("/other-thread").body())
                .isEqualTo("'Lazy.value', used lazily by Home.otherThread(Supplier), can be resolved only on the"
                        + " request's thread and until the endpoint returns");
        app.get("/kept");
        assertThat(Home.kept).isNotNull();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(Home.kept::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'Lazy.value', used lazily by Home.kept(Supplier)");
    }

    @Test
    void bindsWithTheApplicationsResolversAndTheControllersBinders() {
        assertThat(app.get("/custom?who=ann&number=41").body()).isEqualTo("custom ann 42");
    }

    @Depends(Roles.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Role {

        @AliasFor("name")
        String value() default "";

        @AliasFor("value")
        String name() default "";
    }

    @Component
    static class Roles {

        @Dependency
        String role(Role role, @Depends Events events) {
            events.add("role " + role.value());
            return role.value();
        }
    }

    @Component
    static class Lists {

        @Dependency
        List<Integer> numbers() {
            return List.of(1);
        }

        @Dependency
        List<String> letters() {
            return List.of("a");
        }
    }

    record Number(int value) {}

    record Counter(int[] count) {}

    @Component
    static class Numbers {

        @Dependency
        Counter counter() {
            return new Counter(new int[1]);
        }

        @Dependency
        Number number(@Depends Counter counter) {
            return new Number(++counter.count()[0]);
        }
    }

    record Value(String text) {}

    record Failing() {}

    record Nothing() {}

    @Component
    static class Lazy {

        private final Events events;

        Lazy(Events events) {
            this.events = events;
        }

        @Dependency
        Value value() {
            events.add("make lazy");
            return new Value("lazy");
        }

        @Dependency
        Failing failing() {
            events.add("fail");
            throw new IllegalArgumentException("once");
        }

        @Dependency
        @Nullable Nothing nothing() {
            return null;
        }
    }

    record Who(String name) {}

    record Greeted(Who who) {}

    static class Custom implements WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new HandlerMethodArgumentResolver() {
                @Override
                public boolean supportsParameter(MethodParameter parameter) {
                    return parameter.getParameterType() == Who.class;
                }

                @Override
                public Object resolveArgument(
                        MethodParameter parameter,
                        @Nullable ModelAndViewContainer model,
                        NativeWebRequest request,
                        @Nullable WebDataBinderFactory binders) {
                    return new Who(request.getParameter("who"));
                }
            });
        }
    }

    @RestController
    static class Home {

        private static Supplier<Value> kept;

        private final Events events;

        Home(Events events) {
            this.events = events;
        }

        @InitBinder("number")
        void plusOne(WebDataBinder binder) {
            binder.registerCustomEditor(Integer.class, new java.beans.PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    setValue(Integer.parseInt(text) + 1);
                }
            });
        }

        @GetMapping("/roles")
        String roles(@Role("admin") String one, @Role(name = "admin") String same, @Role("editor") String other) {
            return one + " " + same + " " + other;
        }

        @GetMapping("/lists")
        String lists(@Depends List<Integer> numbers, @Depends List<String> letters) {
            return numbers + " " + letters;
        }

        @GetMapping("/fresh")
        String fresh(
                @Depends Number one,
                @Depends Number same,
                @Depends(useCache = false) Number second,
                @Depends(useCache = false) Number third) {
            return one.value() + " " + same.value() + " " + second.value() + " " + third.value();
        }

        @GetMapping("/lazy")
        String lazy(@Depends Supplier<Value> one, @Depends Supplier<Value> other, @RequestParam int ask) {
            events.add("handle");
            return ask == 0 ? "" : one.get().text() + " " + other.get().text();
        }

        @GetMapping("/failing")
        boolean failing(@Depends Supplier<Failing> failing) {
            return failure(failing) == failure(failing);
        }

        private static Throwable failure(Supplier<?> supplier) {
            return org.assertj.core.api.Assertions.catchThrowable(supplier::get);
        }

        @GetMapping("/lazy-null")
        String lazyNull(@Depends Supplier<SharedResultsTests.@Nullable Nothing> nothing) {
            return String.valueOf(nothing.get());
        }

        @GetMapping("/other-thread")
        String otherThread(@Depends Supplier<Value> value) {
            return CompletableFuture.supplyAsync(() -> failure(value).getMessage())
                    .join();
        }

        @GetMapping("/kept")
        void kept(@Depends Supplier<Value> value) {
            kept = value;
        }

        @Dependency
        Greeted greeted(Who who) {
            return new Greeted(who);
        }

        @GetMapping("/custom")
        String custom(@Depends Greeted greeted, @RequestParam Integer number) {
            return "custom " + greeted.who().name() + " " + number;
        }
    }
}
