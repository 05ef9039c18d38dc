package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.HttpBasic;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.Security;
import io.github.depends.security.SecurityScopes;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

class AddressingFaultsTests {

    @Test
    void tellsAllFaultsOfAddressingAtOnce() {
        assertThat(StartReport.faults(App.failure(
                        "spring.aop.proxy-target-class=false",
                        Tenants.class,
                        Offices.class,
                        Circle.class,
                        Results.class,
                        Proxied.class,
                        ProxiedByInterface.class,
                        Advice.class,
                        Several.class,
                        RoleCheck.class,
                        Lefts.class,
                        Rights.class,
                        Home.class)))
                .containsExactly(
                        "'User', used by Home.missing(User), cannot be made: nothing says where its parameter 'name' comes from, no @Dependency method returns User, and no bean has this type."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$User.<init>(AddressingFaultsTests.java)"
                                + " | => Write a @Dependency method that returns User, or, if it is to be made of the request, annotate the parameter with @RequestParam, @RequestHeader, @PathVariable, @RequestBody, ... or @Depends.",
                        "'Tenant' named 'tenat', used by Home.misspelled(Tenant), is not among the dependencies of that type: Tenants.guest, Tenants.tenant."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.misspelled(AddressingFaultsTests.java)"
                                + " | => Correct the name. Did you mean 'tenant'?",
                        "'Tenant', used by Home.ambiguous(Tenant), means more than one thing: Tenants.guest, Tenants.tenant."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.ambiguous(AddressingFaultsTests.java)"
                                + " | => Say which: name = \"guest\", or mark one of them @Primary.",
                        "'Office', used by Home.severalBeans(Desk), means more than one thing: north.desk, south.desk."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.severalBeans(AddressingFaultsTests.java)"
                                + " | => Say which: name = \"north\".",
                        "'Chair', used by Home.severalPrimary(Chair), means more than one thing: Tenants.bench, Tenants.chair, Tenants.stool, of which 2 are @Primary."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.severalPrimary(AddressingFaultsTests.java)"
                                + " | => Say which: name = \"bench\", or leave @Primary on one of them.",
                        "'UUID', used by Home.plainValue(UUID), is a plain value type, which alone means nothing, and no @Dependency method returns it."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.plainValue(AddressingFaultsTests.java)"
                                + " | => Write a @Dependency method that returns UUID, and give its name: @Depends(name = \"...\").",
                        "The use on Home.withoutClass() does not say what it depends on."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.withoutClass(AddressingFaultsTests.java)"
                                + " | => Give the class: @Depends(SomeClass.class).",
                        "'NoBean', used by Home.noBean(String), declares @Dependency methods but is no bean."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.noBean(AddressingFaultsTests.java)"
                                + " | => Annotate NoBean with @Component.",
                        "'HttpBearer', used by Home.noScheme(String, String), is a security scheme, but there is no bean of it."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.noScheme(AddressingFaultsTests.java)"
                                + " | => Declare one: @Bean HttpBearer httpBearer() { ... }.",
                        "'HttpBasic', used by Home.noScheme(String, String), is a security scheme, but there is no bean of it."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.noScheme(AddressingFaultsTests.java)"
                                + " | => Declare one: @Bean HttpBasic httpBasic() { ... }.",
                        "'TwoConstructors', used by Home.constructors(TwoConstructors), has 2 constructors annotated with @Dependency."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.constructors(AddressingFaultsTests.java)"
                                + " | => Annotate one constructor of TwoConstructors.",
                        "'Tenants.check', used by Home.check(String), is a mere check and has no value."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.check(AddressingFaultsTests.java)"
                                + " | => Put the use on the method or class instead of a parameter.",
                        "'Tenants.usr', used by Home.wrongType(Tenant), gives Usr and not Tenant."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.wrongType(AddressingFaultsTests.java)"
                                + " | => Change the parameter's type to Usr, or name another dependency.",
                        "A use without a parameter runs its dependency, but 'Runnable', used by Home.plainBean(), is the Spring bean 'plain', which has nothing to run."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.plainBean(AddressingFaultsTests.java)"
                                + " | => Name a class with @Dependency methods or a security scheme.",
                        "'RoleCheck.check', used by Home.withoutRole(), takes @RequireRole, which this use does not carry."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.withoutRole(AddressingFaultsTests.java)"
                                + " | => Write @RequireRole instead of the plain use.",
                        "Dependencies form a cycle: Circle.beta -> Circle.gamma -> Circle.alpha -> Circle.beta."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Circle.alpha(AddressingFaultsTests.java)"
                                + " | => Let one of them take what it needs from a third that both use.",
                        "'List<User>', used by Home.generics(List), is no dependency: no @Dependency method returns it and no bean has this type."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.generics(AddressingFaultsTests.java)"
                                + " | => Ask for List<Item>, which 'Tenants.items' gives, if that is meant; otherwise write a @Dependency method that returns List<User>, or declare a bean of this type.",
                        "'Several.unmarked', used by Home.refusedParameters(String, String, String, String, String, Wrong), cannot be made: nothing says where its parameters 'token' and 'user' come from."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Several.unmarked(AddressingFaultsTests.java)"
                                + " | => Annotate each parameter with @RequestParam, @RequestHeader, @PathVariable, @RequestBody, ... or @Depends.",
                        "Parameter 1 (Model model) of Several.model(Model, InputStream) is a Model, which belongs to the controller method."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Several.model(AddressingFaultsTests.java)"
                                + " | => Take it in the controller method.",
                        "Parameter 2 (InputStream body) of Several.model(Model, InputStream) is a raw stream, which belongs to the controller method."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Several.model(AddressingFaultsTests.java)"
                                + " | => Take it in the controller method, or bind what is in it with @RequestBody.",
                        "Parameter 1 (Tenant tenant) of Several.twice(Tenant) carries several uses."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Several.twice(AddressingFaultsTests.java)"
                                + " | => Keep one of them.",
                        "Parameter 1 (Tenant tenant) of Several.both(Tenant) carries a use and a binding annotation."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Several.both(AddressingFaultsTests.java)"
                                + " | => Keep one of them.",
                        "Parameter 1 (Optional tenant) of Several.wrapped(Optional) is an Optional of a Supplier."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Several.wrapped(AddressingFaultsTests.java)"
                                + " | => Write Supplier<Optional<T>>.",
                        "'Wrong', used by Home.refusedParameters(String, String, String, String, String, Wrong), cannot be made: nothing says where its parameter 'name' comes from, no @Dependency method returns Wrong, and no bean has this type."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Wrong.<init>(AddressingFaultsTests.java)"
                                + " | => Write a @Dependency method that returns Wrong, or, if it is to be made of the request, annotate the parameter with @RequestParam, @RequestHeader, @PathVariable, @RequestBody, ... or @Depends.",
                        "'Results.flux' returns Flux<Odd>, which cannot be a dependency's result."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Results.flux(AddressingFaultsTests.java)"
                                + " | => Return T, Yield<T>, CompletionStage<T> or CompletionStage<Yield<T>>, where T may be Optional<V>.",
                        "'Results.optional' returns Optional<Yield<Odd>>, which cannot be a dependency's result, because nobody would open or close the Yield in it."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Results.optional(AddressingFaultsTests.java)"
                                + " | => Return T, Yield<T>, CompletionStage<T> or CompletionStage<Yield<T>>, where T may be Optional<V>.",
                        "'Results.raw' returns Yield, which cannot be a dependency's result."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Results.raw(AddressingFaultsTests.java)"
                                + " | => Return T, Yield<T>, CompletionStage<T> or CompletionStage<Yield<T>>, where T may be Optional<V>.",
                        "'Results.inverted' returns Yield<CompletionStage<Odd>>, which cannot be a dependency's result."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Results.inverted(AddressingFaultsTests.java)"
                                + " | => Return T, Yield<T>, CompletionStage<T> or CompletionStage<Yield<T>>, where T may be Optional<V>.",
                        "'Proxied.hidden()' is private, but its bean 'proxied' is a proxy, on which the method would see no fields."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Proxied.hidden(AddressingFaultsTests.java)"
                                + " | => Make the method neither private nor final.",
                        "'Proxied.last()' is final, but its bean 'proxied' is a proxy, on which the method would see no fields."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Proxied.last(AddressingFaultsTests.java)"
                                + " | => Make the method neither private nor final.",
                        "'ProxiedByInterface.missed()' is in no interface of its class, but its bean 'proxiedByInterface' is a proxy that has only the interfaces."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$ProxiedByInterface.missed(AddressingFaultsTests.java)"
                                + " | => Declare the method in an interface of the class, or remove spring.aop.proxy-target-class=false.",
                        "Parameter 1 (SecurityScopes scopes) of Home.scopes(SecurityScopes) is SecurityScopes, which only a dependency can take."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.scopes(AddressingFaultsTests.java)"
                                + " | => Move it to the dependency that checks the OAuth2 scopes.",
                        "'Empty', used by Home.empty(Empty), is no dependency: no @Dependency method returns it and no bean has this type."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.empty(AddressingFaultsTests.java)"
                                + " | => Write a @Dependency method that returns Empty, declare a bean of this type, or name the class if its constructor is meant: @Depends(Empty.class).",
                        "'Rights.side', used by Sides.told(Object), gives Right and not Left."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Sides.told(AddressingFaultsTests.java)"
                                + " | => Change the parameter's type to Right, or name another dependency.",
                        "Parameter 2 (Usr user) of Home.handle(IllegalStateException, Usr, Supplier, BackgroundTasks) must allow for no value, because an exception handler gets only what the failed request had resolved."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.handle(AddressingFaultsTests.java)"
                                + " | => Declare it @Nullable or Optional.",
                        "Parameter 3 (Supplier later) of Home.handle(IllegalStateException, Usr, Supplier, BackgroundTasks) cannot be given to an exception handler, which gets only values that the failed request had resolved."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.handle(AddressingFaultsTests.java)"
                                + " | => Take the value of a dependency, @Nullable or Optional.",
                        "Parameter 4 (BackgroundTasks tasks) of Home.handle(IllegalStateException, Usr, Supplier, BackgroundTasks) cannot be given to an exception handler, which gets only values that the failed request had resolved."
                                + " | at io.github.depends.autoconfigure.AddressingFaultsTests$Home.handle(AddressingFaultsTests.java)"
                                + " | => Take the value of a dependency, @Nullable or Optional.");
    }

    record Tenant(String name) {}

    record Usr(String name) {}

    record User(String name) {}

    record Item() {}

    record Odd() {}

    record Desk() {}

    interface Chair {}

    record Stool() implements Chair {}

    record Bench() implements Chair {}

    record Alpha() {}

    record Beta() {}

    record Gamma() {}

    record Empty() {}

    record Left() {}

    record Right() {}

    static class TwoConstructors {
        @Dependency
        TwoConstructors(@RequestParam int a) {}

        @Dependency
        TwoConstructors(@RequestParam String b) {}
    }

    @Component
    static class Tenants {

        @Dependency
        Tenant tenant() {
            return new Tenant("acme");
        }

        @Dependency
        Tenant guest() {
            return new Tenant("guest");
        }

        @Dependency
        Usr usr() {
            return new Usr("eve");
        }

        @Dependency
        List<Item> items() {
            return List.of();
        }

        @Dependency
        void check() {}

        @Dependency
        Stool stool() {
            return new Stool();
        }

        @Dependency
        @Primary
        Bench bench() {
            return new Bench();
        }

        @Dependency
        @Primary
        Chair chair() {
            return new Bench();
        }
    }

    abstract static class Sides<T> {

        @Dependency
        @Nullable T side() {
            return null;
        }

        @Dependency
        String told(@Depends(value = Rights.class, name = "side") T side) {
            return side.toString();
        }
    }

    @Component
    static class Lefts extends Sides<Left> {}

    @Component
    static class Rights extends Sides<Right> {}

    static class Office {
        @Dependency
        Desk desk() {
            return new Desk();
        }
    }

    static class Offices {

        @Bean
        Office north() {
            return new Office();
        }

        @Bean
        Office south() {
            return new Office();
        }

        @Bean
        Runnable plain() {
            return () -> {};
        }
    }

    static class NoBean {
        @Dependency
        String text() {
            return "";
        }
    }

    @Component
    static class Circle {

        @Dependency
        Alpha alpha(@Depends Beta beta) {
            return new Alpha();
        }

        @Dependency
        Beta beta(@Depends Gamma gamma) {
            return new Beta();
        }

        @Dependency
        Gamma gamma(@Depends Alpha alpha) {
            return new Gamma();
        }
    }

    @Depends(RoleCheck.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface RequireRole {
        String value();
    }

    @Component
    static class Several {

        @Dependency
        String unmarked(String token, User user) {
            return "";
        }

        @Dependency
        String model(Model model, InputStream body) {
            return "";
        }

        @Dependency
        String twice(@Depends @Security Tenant tenant) {
            return "";
        }

        @Dependency
        String both(@Depends(name = "tenant") @RequestParam Tenant tenant) {
            return "";
        }

        @Dependency
        String wrapped(@Depends(name = "tenant") Optional<Supplier<Tenant>> tenant) {
            return "";
        }
    }

    record Wrong(String name, @RequestParam String other) {}

    @Component
    static class RoleCheck {
        @Dependency
        void check(RequireRole role) {}
    }

    @Component
    static class Results {

        @Dependency
        Flux<Odd> flux() {
            return Flux.empty();
        }

        @Dependency
        Optional<Yield<Odd>> optional() {
            return Optional.empty();
        }

        @Dependency
        @SuppressWarnings("rawtypes")
        Yield raw() {
            return Yield.of("");
        }

        @Dependency
        Yield<CompletionStage<Odd>> inverted() {
            return Yield.of(null);
        }
    }

    @Component("proxied")
    static class Proxied {

        @Dependency
        private String hidden() {
            return "";
        }

        @Dependency
        public final String last() {
            return "";
        }
    }

    interface Passes {
        @Dependency
        default String passed() {
            return "";
        }
    }

    @Component("proxiedByInterface")
    static class ProxiedByInterface implements Passes {
        @Dependency
        public String missed() {
            return "";
        }
    }

    static class Advice {

        @Bean
        static MethodInterceptor nothing() {
            return call -> call.proceed();
        }

        @Bean
        static BeanNameAutoProxyCreator proxies() {
            BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
            creator.setBeanNames("proxied*");
            creator.setInterceptorNames("nothing");
            return creator;
        }
    }

    @RestController
    static class Home {

        @GetMapping("/a01")
        void missing(@Depends User user) {}

        @GetMapping("/a02")
        void misspelled(@Depends(name = "tenat") Tenant tenant) {}

        @GetMapping("/a03")
        void ambiguous(@Depends Tenant tenant) {}

        @GetMapping("/a04")
        void severalBeans(@Depends(Office.class) Desk desk) {}

        @GetMapping("/a05")
        void severalPrimary(@Depends Chair chair) {}

        @GetMapping("/a06")
        void plainValue(@Depends UUID id) {}

        @Depends
        @GetMapping("/a07")
        void withoutClass() {}

        @GetMapping("/a08")
        void noBean(@Depends(NoBean.class) String text) {}

        @GetMapping("/a09")
        void noScheme(@Depends(HttpBearer.class) String token, @Security(HttpBasic.class) String name) {}

        @GetMapping("/a10")
        void constructors(@Depends TwoConstructors value) {}

        @GetMapping("/a11")
        void check(@Depends(value = Tenants.class, name = "check") String value) {}

        @GetMapping("/a12")
        void wrongType(@Depends(value = Tenants.class, name = "usr") Tenant tenant) {}

        @Depends(Runnable.class)
        @GetMapping("/a13")
        void plainBean() {}

        @Depends(RoleCheck.class)
        @GetMapping("/a14")
        void withoutRole() {}

        @GetMapping("/a15")
        void cycle(@Depends Beta beta, @Depends Alpha alpha) {}

        @GetMapping("/a16")
        void generics(@Depends List<User> users) {}

        @GetMapping("/a17")
        void refusedParameters(
                @Depends(name = "unmarked") String one,
                @Depends(name = "model") String two,
                @Depends(name = "twice") String three,
                @Depends(name = "both") String four,
                @Depends(name = "wrapped") String five,
                @Depends Wrong six) {}

        @GetMapping("/a18")
        void refusedResults(
                @Depends(value = Results.class, name = "flux") User one,
                @Depends(value = Results.class, name = "optional") User two,
                @Depends(value = Results.class, name = "raw") User three,
                @Depends(value = Results.class, name = "inverted") User four) {}

        @GetMapping("/a19")
        void proxied(
                @Depends(name = "hidden") String one,
                @Depends(name = "last") String two,
                @Depends(name = "missed") String three,
                @Depends(name = "passed") String four) {}

        @GetMapping("/a20")
        void scopes(SecurityScopes scopes) {}

        @GetMapping("/a21")
        void empty(@Depends Empty empty) {}

        @GetMapping("/a22")
        void sides(@Depends(value = Lefts.class, name = "told") String told) {}

        @ExceptionHandler
        void handle(
                IllegalStateException thrown,
                @Depends Usr user,
                @Depends @Nullable Supplier<Usr> later,
                BackgroundTasks tasks) {}
    }
}
