package io.github.depends.web.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.fixtures.contracts.base.Base;
import io.github.depends.fixtures.contracts.inner.Api;
import io.github.depends.fixtures.contracts.values.Size;
import io.github.depends.fixtures.guardedpackage.GuardedPackage;
import io.github.depends.fixtures.guardedpackage.inner.InnerRoutes;
import io.github.depends.fixtures.marked.Mark;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

class PackageUsesTests {

    private static final String FIXTURES = "io.github.depends.fixtures.";

    @Test
    void refusesUsesOnPackagesThatHoldOnlyInterfaces() {
        assertThat(StartReport.faults(App.failure(Mark.class, Implementing.class)))
                .containsExactlyInAnyOrder(covers("contracts"), covers("contracts.inner"));
    }

    @Test
    void refusesUsesOnPackagesThatHoldOnlySuperClasses() {
        assertThat(StartReport.faults(App.failure(Mark.class, Extending.class)))
                .containsExactlyInAnyOrder(covers("contracts"), covers("contracts.base"));
    }

    @Test
    void refusesUsesOnPackagesThatHoldOnlyValues() {
        assertThat(StartReport.faults(App.failure(Mark.class, Taking.class)))
                .containsExactlyInAnyOrder(covers("contracts"), covers("contracts.values"));
    }

    private static String covers(String name) {
        return "The use on package " + FIXTURES + name + " covers no endpoint. | in package " + FIXTURES + name
                + " | => Put it on a controller method, its class or its package.";
    }

    static List<Arguments> handlers() {
        return List.of(
                Arguments.of(GuardedPackage.Raw.class, "GuardedPackage.Raw", "/package/raw (GuardedPackage.Raw)"),
                Arguments.of(
                        GuardedPackage.View.class,
                        "GuardedPackage.View",
                        "/package/view (ParameterizableViewController)"),
                Arguments.of(GuardedPackage.Mapped.class, "GuardedPackage", "/package/mapped (GuardedPackage.Mapped)"),
                Arguments.of(
                        GuardedPackage.Actuated.class,
                        "GuardedPackage.Actuated",
                        "GET /actuator/packaged (GuardedPackage.Actuated)"),
                Arguments.of(GuardedPackage.Registered.class, "GuardedPackage", "/package/legacy (servlet legacy)"),
                Arguments.of(GuardedPackage.Routes.class, "GuardedPackage.Routes", "functional routes /package/fn"),
                Arguments.of(Elsewhere.class, "GuardedPackage.Handling", "functional routes /elsewhere"),
                Arguments.of(InnerRoutes.class, "InnerRoutes", "functional routes /package/inner"));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void refusesOtherHandlersInPackagesWithUses(Class<?> handler, String home, String label) {
        assertThat(StartReport.faults(App.failure(
                        Mark.class,
                        GuardedPackage.Covered.class,
                        handler,
                        "management.endpoints.web.exposure.include=packaged")))
                .anySatisfy(fault -> assertThat(fault)
                        .contains(" belongs to package " + FIXTURES + "guardedpackage, but " + label
                                + " is served WITHOUT these guards of that package: Mark. They cover controller methods"
                                + " only.")
                        .endsWith(
                                " | => Write it as a controller method, or move it to a package without uses and guard"
                                        + " it by other means (Spring Security, a filter)."));
    }

    @Test
    void servesControllersInPackagesWithUses() {
        try (App app = App.start(Mark.class, GuardedPackage.Covered.class)) {
            assertThat(app.get("/package/covered").body()).isEqualTo("covered");
            assertThat(app.events().list()).containsExactly("mark");
        }
    }

    @RestController
    static class Implementing implements Api {

        @Override
        public String get() {
            return "implemented";
        }
    }

    @RestController
    static class Extending extends Base {}

    @RestController
    static class Taking {

        @GetMapping("/taking")
        String take(@Depends Size size) {
            return "size " + size.size();
        }
    }

    static class Elsewhere {

        @Bean
        RouterFunction<ServerResponse> elsewhere() {
            return RouterFunctions.route(RequestPredicates.GET("/elsewhere"), new GuardedPackage.Handling());
        }
    }
}
