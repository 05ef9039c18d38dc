package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.Exempt;
import io.github.depends.Yield;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.Security;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.validation.constraints.Min;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class RuleFaultsTests {

    @Test
    void tellsAllFaultsOfTheRulesAtOnce() {
        assertThat(StartReport.faults(App.failure(
                        Schemes.class,
                        Guards.class,
                        Yields.class,
                        Binding.class,
                        Fresh.class,
                        Home.class,
                        Config.class,
                        Secured.class)))
                .containsExactly(
                        "The path pattern '/{broken' cannot be read: Expected close capture character after variable name }."
                                + " | in path '/{broken' of the DependsConfigurer RuleFaultsTests$Config"
                                + " | => Write a PathPattern such as /admin/**.",
                        "The path pattern '/nowhere/**' covers no endpoint."
                                + " | in path '/nowhere/**' of the DependsConfigurer RuleFaultsTests$Config"
                                + " | => Correct it, or remove it; it would protect nothing.",
                        "@Exempt(Middle.class) on Secured drops nothing."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Secured"
                                + " | => Remove it, or name a dependency that is inherited here: Guards.",
                        "@Exempt(Behind.class) on Secured.useless() drops nothing."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Secured.useless(RuleFaultsTests.java)"
                                + " | => Remove it, or name a dependency that is inherited here: Guards.",
                        "The guard 'Guards.guard' is used lazily by Home.lazyGuard(Supplier, Supplier)."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.lazyGuard(RuleFaultsTests.java)"
                                + " | => Take the value instead of a Supplier; what protects an endpoint decides before anything else runs.",
                        "The guard 'Guards.guard' is used lazily by Home.lazyGuard(Supplier, Supplier) through 'Guards.behind'."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.lazyGuard(RuleFaultsTests.java)"
                                + " | => Take the value instead of a Supplier; what protects an endpoint decides before anything else runs.",
                        "The security scheme 'bearer' is used lazily by Home.lazyScheme(Supplier)."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.lazyScheme(RuleFaultsTests.java)"
                                + " | => Take the value instead of a Supplier; what protects an endpoint decides before anything else runs.",
                        "'Yields.inner' is used in scope FUNCTION by Home.scopes(Inner, Inner) and in scope REQUEST by Home.scopes(Inner, Inner) for 'GET /b03'."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.scopes(RuleFaultsTests.java)"
                                + " | => Give both the same scope, or one of them useCache = false.",
                        "'Yields.outer' stays open until the response has been written (REQUEST), but uses 'Yields.inner', which is closed before (FUNCTION)."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Yields.outer(RuleFaultsTests.java)"
                                + " | => Give 'Yields.outer' scope FUNCTION, or 'Yields.inner' scope REQUEST.",
                        "'Yields.lock' is bound to its thread, but 'GET /b06' delivers its result on another."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.threads(RuleFaultsTests.java)"
                                + " | => Return the value itself, or use a dependency that is not bound to a thread.",
                        "'Yields.bound' is bound to its thread, but is to stay open in scope REQUEST."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Yields.bound(RuleFaultsTests.java)"
                                + " | => Leave the scope out; what is bound to a thread has scope FUNCTION.",
                        "'Yields.lock' is bound to its thread, but is to stay open in scope REQUEST."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.bound(RuleFaultsTests.java)"
                                + " | => Leave the scope out; what is bound to a thread has scope FUNCTION.",
                        "The OAuth2 scopes [read, write], required by Home.scopesForNothing(String), protect nothing: neither 'bearer' nor what it needs takes SecurityScopes."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.scopesForNothing(RuleFaultsTests.java)"
                                + " | => Let the dependency that knows the granted scopes take a SecurityScopes parameter and compare.",
                        "The path variable 'slug' of Slug(String) is not in every path of 'GET /b11|/b11/{slug}', which uses it."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Slug.<init>(RuleFaultsTests.java)"
                                + " | => Add {slug} to the mapping of Home.path(Slug), or use the dependency elsewhere.",
                        "The security scheme 'optionalKey' is optional, but Home.optional(String) needs its credentials."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Home.optional(RuleFaultsTests.java)"
                                + " | => Declare the parameter 'key' @Nullable or Optional, or require the scheme.",
                        "The constraints of Binding.fixed(int) would not be checked, because Bean Validation ignores static methods."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Binding.fixed(RuleFaultsTests.java)"
                                + " | => Make the method an instance method.",
                        "'Fresh.l07', used by Home.endless(String) with useCache = false, would run more than 10000 times for 'GET /b15', together with the fresh results below it."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Fresh.l07(RuleFaultsTests.java)"
                                + " | => Let the dependencies below it share: remove useCache = false where it repeats.",
                        "The body of 'POST /b09' is read as One by Binding.first(One) and as Two by Binding.second(Two)."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Binding.second(RuleFaultsTests.java)"
                                + " | => Read it as one type, in one dependency that the others use.",
                        "Guards.whole(HttpEntity) takes HttpEntity, the whole request, but it is a guard or one needs it."
                                + " | at io.github.depends.autoconfigure.RuleFaultsTests$Guards.whole(RuleFaultsTests.java)"
                                + " | => Bind what the guard needs and no more: @RequestHeader, @RequestBody, ...");
    }

    record Guard() {}

    record Behind() {}

    record Outer() {}

    record Middle() {}

    record Inner() {}

    record Lock() {}

    record Bound() {}

    record One(String a) {}

    record Two(String b) {}

    record First() {}

    record Second() {}

    record Whole() {}

    record Slug(@PathVariable String slug) {}

    record Level() {}

    static class Schemes {

        @Bean
        ApiKey optionalKey() {
            return ApiKey.header("X-Key").optional();
        }

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }
    }

    @Component
    static class Guards {

        @Dependency(guard = true)
        Guard guard() {
            return new Guard();
        }

        @Dependency
        Behind behind(@Depends Guard guard) {
            return new Behind();
        }

        @Dependency(guard = true)
        Whole whole(HttpEntity<String> request) {
            return new Whole();
        }
    }

    @Component
    static class Yields {

        @Dependency
        Yield<Outer> outer(@Depends Middle middle) {
            return Yield.of(new Outer());
        }

        @Dependency
        Middle middle(@Depends Inner inner) {
            return new Middle();
        }

        @Dependency(scope = DependencyScope.FUNCTION)
        Yield<Inner> inner() {
            return Yield.of(new Inner());
        }

        @Dependency(threadBound = true)
        Yield<Lock> lock() {
            return Yield.of(new Lock());
        }

        @Dependency(threadBound = true, scope = DependencyScope.REQUEST)
        Yield<Bound> bound() {
            return Yield.of(new Bound());
        }
    }

    @Component
    static class Binding {

        @Dependency
        First first(@RequestBody One one) {
            return new First();
        }

        @Dependency
        Second second(@RequestBody Two two) {
            return new Second();
        }

        @Dependency
        static String fixed(@RequestParam @Min(1) int size) {
            return "";
        }
    }

    @Component
    static class Fresh {

        @Dependency
        String l00() {
            return "";
        }

        @Dependency
        String l01(
                @Depends(name = "l00", useCache = false) String a,
                @Depends(name = "l00", useCache = false) String b,
                @Depends(name = "l00", useCache = false) String c,
                @Depends(name = "l00", useCache = false) String d) {
            return "";
        }

        @Dependency
        String l02(
                @Depends(name = "l01", useCache = false) String a,
                @Depends(name = "l01", useCache = false) String b,
                @Depends(name = "l01", useCache = false) String c,
                @Depends(name = "l01", useCache = false) String d) {
            return "";
        }

        @Dependency
        String l03(
                @Depends(name = "l02", useCache = false) String a,
                @Depends(name = "l02", useCache = false) String b,
                @Depends(name = "l02", useCache = false) String c,
                @Depends(name = "l02", useCache = false) String d) {
            return "";
        }

        @Dependency
        String l04(
                @Depends(name = "l03", useCache = false) String a,
                @Depends(name = "l03", useCache = false) String b,
                @Depends(name = "l03", useCache = false) String c,
                @Depends(name = "l03", useCache = false) String d) {
            return "";
        }

        @Dependency
        String l05(
                @Depends(name = "l04", useCache = false) String a,
                @Depends(name = "l04", useCache = false) String b,
                @Depends(name = "l04", useCache = false) String c,
                @Depends(name = "l04", useCache = false) String d) {
            return "";
        }

        @Dependency
        String l06(
                @Depends(name = "l05", useCache = false) String a,
                @Depends(name = "l05", useCache = false) String b,
                @Depends(name = "l05", useCache = false) String c,
                @Depends(name = "l05", useCache = false) String d) {
            return "";
        }

        @Dependency
        String l07(
                @Depends(name = "l06", useCache = false) String a,
                @Depends(name = "l06", useCache = false) String b,
                @Depends(name = "l06", useCache = false) String c,
                @Depends(name = "l06", useCache = false) String d) {
            return "";
        }
    }

    static class Config {

        @Bean
        DependsConfigurer nowhere() {
            return registry -> {
                registry.path("/nowhere/**").depends(Guards.class, "guard");
                registry.path("/{broken").depends(Guards.class, "guard");
            };
        }
    }

    @RestController
    @Exempt(Middle.class)
    @Depends(value = Guards.class, name = "guard")
    static class Secured {

        @GetMapping("/b90")
        void inherited() {}

        @Exempt(Guards.class)
        @GetMapping("/b91")
        void exempted() {}

        @Exempt(Behind.class)
        @GetMapping("/b92")
        void useless() {}
    }

    @RestController
    static class Home {

        @GetMapping("/b01")
        void lazyGuard(@Depends Supplier<Guard> guard, @Depends Supplier<Behind> behind) {}

        @GetMapping("/b02")
        void lazyScheme(@Depends(HttpBearer.class) Supplier<String> token) {}

        @GetMapping("/b03")
        void scopes(@Depends Inner one, @Depends(scope = DependencyScope.REQUEST) Inner other) {}

        @GetMapping("/b04")
        void nested(@Depends Outer outer) {}

        @GetMapping("/b05")
        void nestedAgain(@Depends Outer outer) {}

        @GetMapping("/b06")
        Callable<String> threads(@Depends Lock lock) {
            return () -> "";
        }

        @GetMapping("/b07")
        void bound(@Depends Bound bound, @Depends(scope = DependencyScope.REQUEST) Lock lock) {}

        @GetMapping("/b08")
        void scopesForNothing(
                @Security(
                                value = HttpBearer.class,
                                scopes = {"read", "write"})
                        String token) {}

        @PostMapping("/b09")
        void bodies(@Depends First first, @Depends Second second) {}

        @PostMapping("/b10")
        void bodiesAgain(@Depends First first, @Depends Second second) {}

        @GetMapping({"/b11/{slug}", "/b11"})
        void path(@Depends Slug slug) {}

        @GetMapping("/b12")
        void optional(@Depends(ApiKey.class) String key) {}

        @PostMapping("/b13")
        void entity(@Depends Whole whole) {}

        @GetMapping("/b14")
        void fixed(@Depends(value = Binding.class, name = "fixed") String text) {}

        @GetMapping("/b15")
        void endless(@Depends(name = "l07", useCache = false) String text) {}
    }
}
