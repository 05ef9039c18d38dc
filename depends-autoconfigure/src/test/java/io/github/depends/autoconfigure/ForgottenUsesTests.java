package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A parameter that a dependency method gives, without any annotation, is a forgotten {@code @Depends}. */
class ForgottenUsesTests {

    @Test
    void refusesAParameterThatADependencyMethodGives() {
        assertThat(StartReport.faults(App.failure(Access.class, Forgetful.class)))
                .containsExactly(
                        "Parameter 1 (User user) of Forgetful.me(User) does not say where its value comes from: Spring MVC"
                                + " would fill it from the query of the request, and not from 'Access.user', which gives"
                                + " User."
                                + " | at io.github.depends.autoconfigure.ForgottenUsesTests$Forgetful.me(ForgottenUsesTests.java)"
                                + " | => Annotate it with @Depends, or with @ModelAttribute if the request is meant to fill it.");
    }

    @Test
    void refusesEveryFormOfSuchAParameter() {
        assertThat(StartReport.faults(App.failure(Access.class, Forms.class, Inherited.class, Promised.class)))
                .allSatisfy(fault -> assertThat(fault)
                        .contains("Spring MVC would fill it from the query of the request, and not from 'Access."))
                .extracting(fault -> fault.replaceFirst(" does not say where.*", ""))
                .containsExactlyInAnyOrder(
                        "Parameter 1 (Optional user) of Forms.optional(Optional)",
                        "Parameter 1 (Supplier user) of Forms.lazy(Supplier)",
                        "Parameter 2 (User user) of Forms.second(User, User)",
                        "Parameter 1 (User user) of Forms.nullable(User)",
                        "Parameter 1 (User user) of Forms.declaredNullable(User)",
                        "Parameter 1 (Person person) of Forms.superType(Person)",
                        "Parameter 1 (Named named) of Forms.interfaceType(Named)",
                        "Parameter 1 (Store pens) of Forms.generic(Store)",
                        "Parameter 1 (Session session) of Forms.yielded(Session)",
                        "Parameter 1 (Later later) of Forms.delivered(Later)",
                        "Parameter 1 (List users) of Forms.list(List)",
                        "Parameter 1 (User of) of Crud.inherited(Object)",
                        "Parameter 1 (User user) of Promised.declared(User)");
    }

    @Test
    void refusesWhatMethodsAroundAnEndpointTake() {
        assertThat(StartReport.faults(App.failure(Access.class, Around.class, Everywhere.class)))
                .extracting(fault -> fault.replaceFirst(" does not say where.*", ""))
                .containsExactlyInAnyOrder(
                        "Parameter 1 (User user) of Around.model(User)",
                        "Parameter 1 (User user) of Everywhere.everywhere(User)");
    }

    @Test
    void refusesAClassThatTheLibraryMakesOfOtherDependencies() {
        assertThat(StartReport.faults(App.failure(Access.class, Composed.class)))
                .extracting(fault -> fault.replaceFirst(" \\| .*", ""))
                .containsExactlyInAnyOrder(
                        "Parameter 1 (Admin admin) of Composed.record(Admin) does not say where its value comes from:"
                                + " Spring MVC would fill it from the query of the request, also what the constructor of"
                                + " Admin takes from other dependencies.",
                        "Parameter 1 (Caller caller) of Composed.annotated(Caller) does not say where its value comes"
                                + " from: Spring MVC would fill it from the query of the request, also what the"
                                + " constructor of Caller takes from other dependencies.");
    }

    @Test
    void leavesToSpringWhatIsMeantToComeFromTheRequest() {
        try (App app = App.start(Access.class, Meant.class)) {
            assertThat(app.get("/meant/model?name=eve").body()).isEqualTo("eve");
            assertThat(app.get("/meant/plain?name=eve").body()).isEqualTo("eve");
            assertThat(app.get("/meant/validated?name=eve").body()).isEqualTo("eve");
            assertThat(app.get("/meant/other?text=eve").body()).isEqualTo("eve");
            assertThat(app.get("/meant/interface?name=eve").body()).isEqualTo("eve");
            assertThat(app.post("/meant/body", "{\"name\":\"eve\"}").body()).isEqualTo("eve");
        }
    }

    @Test
    void leavesToTheApplicationWhatItsOwnResolverTakes() {
        try (App app = App.start(Access.class, Forgetful.class, OwnResolver.class)) {
            assertThat(app.get("/forgetful/me?name=eve").body()).isEqualTo("resolved");
        }
    }

    interface Named {

        String name();
    }

    abstract static class Person implements Named {}

    static class User extends Person {

        private String name = "alice";

        @Override
        public String name() {
            return name;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    record Store<T>(String label) {}

    record Pen() {}

    record Book() {}

    record Session(String label) {}

    record Later(String label) {}

    record Admin(@Depends User user) {}

    static class Caller {

        final User user;

        @Dependency
        Caller(@Depends User user) {
            this.user = user;
        }
    }

    @Component
    static class Access {

        @Dependency
        User user() {
            return new User();
        }

        @Dependency
        String name() {
            return "alice";
        }

        @Dependency
        Store<Pen> pens() {
            return new Store<>("pens");
        }

        @Dependency
        Yield<Session> session() {
            return Yield.of(new Session("open"));
        }

        @Dependency
        CompletionStage<Later> later() {
            return CompletableFuture.completedFuture(new Later("later"));
        }

        @Dependency
        List<User> users() {
            return List.of();
        }
    }

    @RestController
    static class Forgetful {

        @GetMapping("/forgetful/me")
        String me(User user) {
            return user.name();
        }
    }

    @RestController
    static class Forms {

        @GetMapping("/forms/optional")
        void optional(Optional<User> user) {}

        @GetMapping("/forms/lazy")
        void lazy(Supplier<User> user) {}

        @GetMapping("/forms/second")
        void second(@Depends User first, User user) {}

        @GetMapping("/forms/nullable")
        void nullable(@Nullable User user) {}

        @GetMapping("/forms/declared-nullable")
        void declaredNullable(@jakarta.annotation.Nullable User user) {}

        @GetMapping("/forms/super-type")
        void superType(Person person) {}

        @GetMapping("/forms/interface-type")
        void interfaceType(Named named) {}

        @GetMapping("/forms/generic")
        void generic(Store<Pen> pens) {}

        @GetMapping("/forms/yielded")
        void yielded(Session session) {}

        @GetMapping("/forms/delivered")
        void delivered(Later later) {}

        @GetMapping("/forms/list")
        void list(List<User> users) {}
    }

    abstract static class Crud<T> {

        @GetMapping("/inherited")
        void inherited(T of) {}
    }

    @RestController
    static class Inherited extends Crud<User> {}

    interface Promise {

        @GetMapping("/promised")
        void declared(User user);
    }

    @RestController
    static class Promised implements Promise {

        @Override
        public void declared(User user) {}
    }

    @RestController
    static class Around {

        @ModelAttribute
        void model(User user) {}

        @GetMapping("/around")
        void around() {}
    }

    @ControllerAdvice
    static class Everywhere {

        @ModelAttribute
        void everywhere(User user) {}
    }

    @RestController
    static class Composed {

        @GetMapping("/composed/record")
        void record(Admin admin) {}

        @GetMapping("/composed/annotated")
        void annotated(Caller caller) {}
    }

    interface Annotated {

        @RequestMapping("/meant/interface")
        String inherited(@ModelAttribute User user);
    }

    @RestController
    static class Meant implements Annotated {

        @GetMapping("/meant/model")
        String model(@ModelAttribute User user) {
            return user.name();
        }

        @GetMapping("/meant/plain")
        String plain(String name) {
            return name;
        }

        @GetMapping("/meant/validated")
        String validated(@Valid User user) {
            return user.name();
        }

        @GetMapping("/meant/other")
        String other(Other other, Store<Book> books) {
            return other.text();
        }

        @RequestMapping("/meant/body")
        String body(@RequestBody User user) {
            return user.name();
        }

        @Override
        public String inherited(User user) {
            return user.name();
        }
    }

    record Other(String text) {}

    static class OwnResolver implements WebMvcConfigurer, HandlerMethodArgumentResolver {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == User.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            User user = new User();
            user.setName("resolved");
            return user;
        }
    }
}
