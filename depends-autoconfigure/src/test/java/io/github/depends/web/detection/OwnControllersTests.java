package io.github.depends.web.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.shop.ShopController;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.OtherJar;
import io.github.depends.testing.StartReport;
import io.micrometer.demo.DemoController;
import io.swagger.api.PetApiController;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.petshop.AtMostNine;
import org.springframework.petshop.Keeper;
import org.springframework.petshop.PetShopAdvice;
import org.springframework.petshop.PetShopAutoConfiguration;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.shop.LibraryController;

/** Asks controllers of the application whose packages begin like those of libraries, and controllers of libraries. */
class OwnControllersTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Guards.class,
                PetApiController.class,
                ByHand.class,
                ShopController.class,
                PetShopAutoConfiguration.class,
                PetShopAdvice.class,
                Kept.class,
                "management.endpoints.web.exposure.include=health");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger", "petshop", "micrometer", "zaxxer"})
    void guardsControllersOfTheApplicationWhateverTheirPackage(String shop) {
        assertThat(app.get("/" + shop + "/pets").body()).isEqualTo("pets of " + shop);
        assertThat(app.events().list()).containsExactly("application", "path");
    }

    @Test
    void guardsControllersInAJarOfTheirOwn(@TempDir Path directory) throws Exception {
        try (OtherJar jar =
                        OtherJar.of(directory.resolve("spring-boot.jar"), "swagger-spring", PetApiController.class);
                App other = start(jar, Guards.class, jar.load(PetApiController.class))) {
            assertThat(other.get("/swagger/pets").statusCode()).isEqualTo(200);
            assertThat(other.events().list()).containsExactly("application", "path");
        }
    }

    @Test
    void listsControllersInAJarOfALibrary(@TempDir Path directory) throws Exception {
        try (OtherJar jar = OtherJar.of(directory.resolve("shop.jar"), "spring-webmvc", LibraryController.class);
                App other = start(jar, Guards.class, Kept.class, jar.load(LibraryController.class))) {
            assertThat(other.get("/library").body()).isEqualTo("library");
            assertThat(other.events().list()).isEmpty();
            assertThat(other.bean(ApplicationCatalog.class).coverage().uncovered())
                    .contains("Not covered by application and path uses: GET /library (LibraryController)");
        }
    }

    @Test
    void refusesControllersOfALibraryThatTheApplicationItselfMakesBelowAGuardedPath(@TempDir Path directory)
            throws Exception {
        try (OtherJar library = OtherJar.of(directory.resolve("shop.jar"), "spring-webmvc", LibraryController.class);
                OtherJar application =
                        OtherJar.of(directory.resolve("app.jar"), "app", library.loader(), Making.class)) {
            assertThat(StartReport.faults(
                            failure(application, Guards.class, Kept.class, application.load(Making.class))))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "'/library' can match paths below '/**', but is served WITHOUT these guards: Checks named"
                                    + " 'path'. They cover controller methods only. It is served by: GET /library (LibraryController)");
        }
    }

    private static App start(OtherJar jar, Object... parts) {
        return within(jar, () -> App.start(parts));
    }

    private static Throwable failure(OtherJar jar, Object... parts) {
        return within(jar, () -> App.failure(parts));
    }

    private static <T> T within(OtherJar jar, Supplier<T> start) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(jar.loader());
        try {
            return start.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void makesDependenciesOfTheApplicationWhateverTheirPackage() {
        assertThat(app.get("/kept?size=1").body()).isEqualTo("kim 1");
    }

    @Test
    void checksConstraintsOfTheApplicationWhateverTheirPackage() {
        assertThat(app.get("/kept/at-most-nine?size=9").body()).isEqualTo("9");
        assertThat(app.get("/kept/at-most-nine?size=10").body()).isEqualTo("told by the pet shop");
    }

    @Test
    void asksAdvicesOfTheApplicationWhateverTheirPackage() {
        assertThat(app.get("/kept").body()).isEqualTo("told by the pet shop");
    }

    @Test
    void leavesControllersOfLibrariesAlone() {
        assertThat(app.get("/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(app.get("/actuator").statusCode()).isEqualTo(200);
        assertThat(app.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(app.get("/error").statusCode()).isEqualTo(500);
        assertThat(app.events().list()).isEmpty();
        List<String> lines = app.bean(ApplicationCatalog.class).coverage().uncovered();
        assertThat(lines)
                .contains(
                        "Not covered by application and path uses: GET /v3/api-docs (OpenApiWebMvcResource)",
                        "Not covered by application and path uses: * /error (BasicErrorController)",
                        "Not covered by application and path uses: /** (ResourceHttpRequestHandler)")
                .anyMatch(line -> line.contains("GET /actuator ("))
                .noneMatch(line -> line.contains("pets"));
    }

    static class Guards {

        @Bean
        DependsConfigurer guards() {
            return registry -> {
                registry.depends(Checks.class, "application");
                registry.path("/**").depends(Checks.class, "path");
            };
        }

        @Bean
        Checks checks() {
            return new Checks();
        }
    }

    @Component
    static class Checks {

        @Dependency
        void application(@Depends Events events) {
            events.add("application");
        }

        @Dependency
        void path(@Depends Events events) {
            events.add("path");
        }
    }

    @Import(DemoController.class)
    static class ByHand {}

    public static class Making {

        @Bean
        LibraryController library() {
            return new LibraryController();
        }
    }

    @RestController
    static class Kept {

        @GetMapping("/kept")
        String kept(@Depends Keeper keeper, @Depends Size size) {
            return keeper.name() + " " + size.size();
        }

        @GetMapping("/kept/at-most-nine")
        String atMostNine(@Depends Keeper keeper, @RequestParam @AtMostNine int size) {
            return "" + size;
        }
    }

    record Size(@RequestParam int size) {}
}
