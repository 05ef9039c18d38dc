package io.github.depends.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.shop.ShopController;
import io.github.depends.testing.OtherJar;
import io.micrometer.demo.DemoController;
import io.micrometer.observation.ObservationRegistry;
import io.swagger.api.PetApiController;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.petshop.PetShopController;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

class LibraryClassesTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                String.class,
                Driver.class,
                DispatcherServlet.class,
                BasicErrorController.class,
                OpenApiWebMvcResource.class,
                ObservationRegistry.class,
                JsonMapper.class,
                HttpServletRequest.class
            })
    void knowsTheClassesOfLibraries(Class<?> type) {
        assertThat(LibraryClasses.contains(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {PetApiController.class, PetShopController.class, DemoController.class, ShopController.class})
    void takesClassesOfTheApplicationForItsOwnWhateverTheirPackage(Class<?> type) throws IOException {
        assertThat(LibraryClasses.contains(type)).isFalse();
        assertThat(LibraryClasses.contains(new WithoutLocation(type).define())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "petshop", "swagger-spring", "spring-petshop", "Spring Petshop"})
    void takesClassesInAJarOfTheApplicationForItsOwn(String title, @TempDir Path directory) throws Exception {
        for (Class<?> type : List.of(PetApiController.class, PetShopController.class, DemoController.class)) {
            Path file = directory.resolve("spring-webmvc-" + type.getSimpleName() + ".jar");
            try (OtherJar jar = OtherJar.of(file, title, type)) {
                assertThat(LibraryClasses.contains(jar.load(type))).isFalse();
            }
        }
    }

    @Test
    void takesClassesInsideAnExecutableJarForTheApplicationsOwn(@TempDir Path directory) throws Exception {
        Class<?> type = PetShopController.class;
        try (OtherJar jar = OtherJar.executable(directory.resolve("app.jar"), "Spring Petshop", type)) {
            assertThat(LibraryClasses.contains(jar.load(type))).isFalse();
        }
    }

    @Test
    void knowsLibrariesInAClassLoaderWithoutLocations() throws IOException {
        Class<?> type = new WithoutLocation(BasicErrorController.class).define();
        assertThat(type).isNotEqualTo(BasicErrorController.class);
        assertThat(LibraryClasses.contains(type)).isTrue();
    }

    @Test
    void knowsTheClassesOfThisLibrary() {
        assertThat(LibraryClasses.isOurs(DependencyGraph.class)).isTrue();
        assertThat(LibraryClasses.isOurs(OtherJar.class)).isFalse();
    }

    /** Defines a class without saying where it comes from, as some class loaders do. */
    private static final class WithoutLocation extends ClassLoader {

        private final Class<?> type;

        WithoutLocation(Class<?> type) {
            super(type.getClassLoader());
            this.type = type;
        }

        Class<?> define() throws IOException {
            try (InputStream bytes =
                    type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                byte[] code = bytes.readAllBytes();
                return defineClass(type.getName(), code, 0, code.length);
            }
        }
    }
}
