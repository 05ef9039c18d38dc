package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.fixtures.secured.Key;
import io.github.depends.fixtures.secured.inner.Rooms;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.StartReport;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class SecurityScopesTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Scopes.class, Controller.class, ClassLevel.class, Configured.class);
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
    void accumulatesFromTheEndpointDownWithoutRepeats() {
        assertThat(app.get("/chain").body()).isEqualTo("a b c");
    }

    @Test
    void reachesThroughPlainUses() {
        assertThat(app.get("/plain").body()).isEqualTo("a");
    }

    @Test
    void isEmptyWhereNobodyAsks() {
        assertThat(app.get("/nothing").body()).isEqualTo("[]");
    }

    @Test
    void keepsTheScopesOfSiblingsApartAndSharesWhatTakesNone() {
        assertThat(app.get("/siblings").body()).isEqualTo("[a] [] [b]");
        assertThat(app.events().list()).containsOnlyOnce("shared").contains("granted a", "granted ", "granted b");
    }

    @Test
    void sharesOneResultForTheSameScopesInAnyOrder() {
        assertThat(app.get("/same").statusCode()).isEqualTo(200);
        assertThat(app.events().list().stream().filter(event -> event.startsWith("granted")))
                .hasSize(1);
    }

    @Test
    void appliesOnMethodAndClassToThatDependencyOnly() {
        assertThat(app.get("/class").body()).isEqualTo("[]");
        assertThat(app.events().list()).contains("granted class", "granted method", "granted ");
    }

    @Test
    void appliesToTheApplicationAndToPaths() {
        app.get("/admin/users");
        assertThat(app.events().list()).containsSubsequence("checked app", "checked admin extra");
        app.events().clear();
        app.get("/chain");
        assertThat(app.events().list()).contains("checked app").doesNotContain("checked admin extra");
    }

    @Test
    void appliesToAPackageAndItsSubPackages() {
        try (App secured = App.start(Key.class, Rooms.class)) {
            assertThat(secured.get("/rooms").body()).isEqualTo("rooms");
            assertThat(secured.events().list()).containsExactly("key outer", "key inner more");
            secured.events().clear();
            assertThat(secured.get("/lobby").body()).isEqualTo("lobby");
            assertThat(secured.events().list()).isEmpty();
        }
    }

    @Test
    void refusesScopesThatNobodyTakes() {
        assertThat(App.failure(Scopes.class, Careless.class))
                .rootCause()
                .hasMessageContaining(
                        "The OAuth2 scopes [admin], required by Careless.careless(String), protect nothing");
        assertThat(App.failure(Scopes.class, ConfiguredInVain.class, Controller.class))
                .rootCause()
                .hasMessageContaining("The OAuth2 scopes [root]");
    }

    @Test
    void refusesScopesThatNoTokenCanHaveWhereverTheyAreRequired() {
        assertThat(StartReport.faults(App.failure(Scopes.class, Malformed.class, MalformedConfiguration.class)))
                .containsExactlyInAnyOrder(
                        refused("a b", "Malformed.method()", "Malformed.method", BLANK),
                        refused("", "Malformed.parameter(Granted)", "Malformed.parameter", CHARACTERS),
                        refused("caf\u00e9", "Malformed.composed()", "Malformed.composed", CHARACTERS),
                        refused("back\\slash", "Malformed", "Malformed", CHARACTERS),
                        refused("\"quoted\"", "Deeper(Granted)", "Deeper.<init>", CHARACTERS),
                        refused("tab\t", "Malformed.handler(Optional)", "Malformed.handler", CHARACTERS),
                        "The OAuth2 scope 'x y', required by the DependsConfigurer"
                                + " SecurityScopesTests$MalformedConfiguration, has a character that RFC 6749 does not"
                                + " allow in a scope. | in the DependsConfigurer"
                                + " SecurityScopesTests$MalformedConfiguration | => " + BLANK,
                        "The OAuth2 scope ' ', required by path '/malformed/**' of the DependsConfigurer"
                                + " SecurityScopesTests$MalformedConfiguration, has a character that RFC 6749 does not"
                                + " allow in a scope. | in path '/malformed/**' of the DependsConfigurer"
                                + " SecurityScopesTests$MalformedConfiguration | => " + BLANK);
    }

    private static final String BLANK = "Give each scope a string of its own, such as \"read\", \"write\".";
    private static final String CHARACTERS =
            "Write visible ASCII characters other than the quotation mark and the backslash.";

    private static String refused(String scope, String site, String place, String action) {
        return "The OAuth2 scope '" + scope + "', required by " + site
                + (scope.isEmpty() ? ", is empty" : ", has a character that RFC 6749 does not allow in a scope")
                + ". | at io.github.depends.security.SecurityScopesTests$" + place
                + (place.equals("Malformed") ? "" : "(SecurityScopesTests.java)") + " | => " + action;
    }

    @Test
    void refusesSecurityScopesOnAnEndpoint() {
        assertThat(App.failure(Misplaced.class)).rootCause().hasMessageContaining("only a dependency can take");
    }

    record Granted(java.util.List<String> scopes) {}

    @Component
    static class Scopes {

        private final Events events;

        Scopes(Events events) {
            this.events = events;
        }

        @Dependency(name = "shared")
        String shared() {
            events.add("shared");
            return "";
        }

        @Dependency
        Granted granted(SecurityScopes scopes, @Depends(name = "shared") String shared) {
            events.add("granted " + scopes.scopeString());
            return new Granted(scopes.scopes());
        }

        @Dependency(name = "outer")
        String outer(@Security(scopes = {"b", "c"}) Granted granted) {
            return String.join(" ", granted.scopes());
        }

        @Dependency(name = "between")
        String between(@Depends Granted granted) {
            return String.join(" ", granted.scopes());
        }
    }

    @Component
    static class Check {

        private final Events events;

        Check(Events events) {
            this.events = events;
        }

        @Dependency
        void check(SecurityScopes scopes) {
            events.add("checked " + scopes.scopeString());
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/chain")
        String chain(
                @Security(
                                name = "outer",
                                scopes = {"a", "b"})
                        String outer) {
            return outer;
        }

        @GetMapping("/plain")
        String plain(@Security(name = "between", scopes = "a") String between) {
            return between;
        }

        @GetMapping("/nothing")
        String nothing(@Depends Granted granted) {
            return granted.scopes().toString();
        }

        @GetMapping("/siblings")
        String siblings(
                @Security(scopes = "a") Granted first, @Depends Granted second, @Security(scopes = "b") Granted third) {
            return first.scopes() + " " + second.scopes() + " " + third.scopes();
        }

        @GetMapping("/same")
        String same(@Security(scopes = {"a", "b"}) Granted first, @Security(scopes = {"b", "a"}) Granted second) {
            return "";
        }
    }

    @Security(value = Scopes.class, name = "granted", scopes = "class")
    @RestController
    static class ClassLevel {

        @Security(value = Scopes.class, name = "granted", scopes = "method")
        @GetMapping("/class")
        String own(@Depends Granted granted) {
            return granted.scopes().toString();
        }
    }

    static class Configured {

        @Bean
        Check check(Events events) {
            return new Check(events);
        }

        @Bean
        DependsConfigurer everywhere() {
            return registry ->
                    registry.security(Check.class, "app").path("/admin/**").security(Check.class, "admin", "extra");
        }

        @Bean
        Admin admin() {
            return new Admin();
        }
    }

    @RestController
    static class Admin {

        @GetMapping("/admin/users")
        String users() {
            return "";
        }
    }

    static class ConfiguredInVain {

        @Bean
        DependsConfigurer everywhere() {
            return registry -> registry.security(InVain.class, "root");
        }

        @Bean
        InVain inVain() {
            return new InVain();
        }
    }

    static class InVain {

        @Dependency
        void check() {}
    }

    @RestController
    static class Careless {

        @GetMapping("/careless")
        String careless(@Security(name = "shared", scopes = "admin") String shared) {
            return "";
        }
    }

    @RestController
    static class Misplaced {

        @GetMapping("/misplaced")
        String misplaced(SecurityScopes scopes) {
            return "";
        }
    }

    record Deeper(@Security(scopes = "\"quoted\"") Granted granted) {}

    @Security(value = Granted.class, scopes = "caf\u00e9")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Composed {}

    @RestController
    @Security(value = Granted.class, scopes = "back\\slash")
    static class Malformed {

        @Security(
                value = Granted.class,
                scopes = {"!#[]~", "a b"})
        @GetMapping("/malformed/method")
        String method() {
            return "";
        }

        @GetMapping("/malformed/parameter")
        String parameter(@Security(scopes = "") Granted granted) {
            return "";
        }

        @Composed
        @GetMapping("/malformed/composed")
        String composed() {
            return "";
        }

        @GetMapping("/malformed/deeper")
        String deeper(@Depends Deeper deeper) {
            return "";
        }

        @ExceptionHandler(IllegalStateException.class)
        String handler(@Security(scopes = "tab\t") Optional<Granted> granted) {
            return "";
        }
    }

    static class MalformedConfiguration {

        @Bean
        DependsConfigurer malformed() {
            return registry -> registry.security(Granted.class, "x y")
                    .path("/malformed/**")
                    .security(Granted.class, " ");
        }
    }
}
