package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.ApiKey;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class EightFaultsTests {

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void tellsEightDifferentFaultsAtOnce(String lazily) {
        Throwable failure = App.failure(
                "spring.main.lazy-initialization=" + lazily, Shop.class, Keys.class, Mailer.class, Articles.class);
        assertThat(StartReport.faults(failure))
                .containsExactly(
                        "The use on a parameter of Mailer.send(Cart) is read by nothing, because the method is neither an endpoint nor a dependency."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Mailer.send(EightFaultsTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "'User', used by Articles.list(User, Price), cannot be made: nothing says where its parameter 'name' comes from, no @Dependency method returns User, and no bean has this type."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$User.<init>(EightFaultsTests.java)"
                                + " | => Write a @Dependency method that returns User, or, if it is to be made of the request, annotate the parameter with @RequestParam, @RequestHeader, @PathVariable, @RequestBody, ... or @Depends.",
                        "'Price' named 'regulr', used by Articles.list(User, Price), is not among the dependencies of that type: Shop.reduced, Shop.regular."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Articles.list(EightFaultsTests.java)"
                                + " | => Correct the name. Did you mean 'regular'?",
                        "'Price', used by Articles.one(Slug, Price), means more than one thing: Shop.reduced, Shop.regular."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Articles.one(EightFaultsTests.java)"
                                + " | => Say which: name = \"reduced\", or mark one of them @Primary.",
                        "Dependencies form a cycle: Shop.cart -> Shop.basket -> Shop.cart."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Shop.basket(EightFaultsTests.java)"
                                + " | => Let one of them take what it needs from a third that both use.",
                        "The path variable 'slug' of Slug(String) is not in every path of 'GET /articles/{id}', which uses it."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Slug.<init>(EightFaultsTests.java)"
                                + " | => Add {slug} to the mapping of Articles.one(Slug, Price), or use the dependency elsewhere.",
                        "'Shop.transaction' stays open until the response has been written (REQUEST), but uses 'Shop.connection', which is closed before (FUNCTION)."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Shop.transaction(EightFaultsTests.java)"
                                + " | => Give 'Shop.transaction' scope FUNCTION, or 'Shop.connection' scope REQUEST.",
                        "The security scheme 'partnerKey' is optional, but Articles.cart(Cart, Transaction, String) needs its credentials."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Articles.cart(EightFaultsTests.java)"
                                + " | => Declare the parameter 'key' @Nullable or Optional, or require the scheme.");
    }

    @Test
    void tellsWhereAFaultStands() {
        Throwable failure = App.failure(Keys.class, Optional.class);
        int line = new Optional().line();
        assertThat(StartReport.withLines(failure)).contains("$Optional.key(EightFaultsTests.java:" + line + ")");
    }

    @Test
    void findsNoFaultInWhatNobodyUses() {
        try (App app = App.start(Shop.class, Keys.class, Fine.class)) {
            assertThat(app.get("/fine").body()).isEqualTo("fine");
        }
    }

    @Test
    void refusesConstraintsThatNothingChecks() {
        Throwable failure = App.failure(Limits.class, Limited.class, NoBeanValidation.class);
        assertThat(StartReport.faults(failure))
                .containsExactly(
                        "The constraints of Limits.limited(int) would not be checked, because there is no Bean Validation provider."
                                + " | at io.github.depends.autoconfigure.EightFaultsTests$Limits.limited(EightFaultsTests.java)"
                                + " | => Add spring-boot-starter-validation.");
    }

    record User(String name) {}

    record Cart() {}

    record Basket() {}

    record Connection() {}

    record Transaction() {}

    record Slug(@PathVariable String slug) {}

    record Price(int cents) {}

    @Component
    static class Shop {

        @Dependency
        Cart cart(@Depends Basket basket) {
            return new Cart();
        }

        @Dependency
        Basket basket(@Depends Cart cart) {
            return new Basket();
        }

        @Dependency(scope = DependencyScope.FUNCTION)
        Yield<Connection> connection() {
            return Yield.of(new Connection());
        }

        @Dependency
        Yield<Transaction> transaction(@Depends Connection connection) {
            return Yield.of(new Transaction());
        }

        @Dependency
        Price regular() {
            return new Price(100);
        }

        @Dependency
        Price reduced(String coupon) {
            return new Price(50);
        }
    }

    static class Keys {

        @Bean
        ApiKey partnerKey() {
            return ApiKey.header("X-Partner").optional();
        }
    }

    @Service
    static class Mailer {

        void send(@Depends Cart cart) {}
    }

    @RestController
    static class Articles {

        @GetMapping("/articles")
        void list(@Depends User user, @Depends(name = "regulr") Price price) {}

        @GetMapping("/articles/{id}")
        void one(@Depends Slug slug, @Depends Price price) {}

        @GetMapping("/cart")
        void cart(@Depends Cart cart, @Depends Transaction transaction, @Depends(ApiKey.class) String key) {}

        @GetMapping("/cart/later")
        void later(@Depends Supplier<Cart> cart, @Depends Transaction transaction) {}
    }

    @RestController
    static class Optional {

        @GetMapping("/key")
        void key(@Depends(ApiKey.class) String key) {}

        int line() {
            return new Throwable().getStackTrace()[0].getLineNumber() - 3;
        }
    }

    @RestController
    static class Fine {

        @GetMapping("/fine")
        String fine(@Depends(name = "regular") Price price) {
            return "fine";
        }
    }

    @Component
    static class Limits {

        @Dependency
        List<String> limited(@RequestParam @Min(1) int size) {
            return List.of();
        }
    }

    @RestController
    static class Limited {

        @GetMapping("/limited")
        void limited(@Depends List<String> limited) {}
    }

    static class NoBeanValidation implements WebMvcConfigurer {

        @Override
        public Validator getValidator() {
            return new Validator() {
                @Override
                public boolean supports(Class<?> type) {
                    return false;
                }

                @Override
                public void validate(Object target, Errors errors) {}
            };
        }
    }
}
