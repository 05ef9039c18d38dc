package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.Compiled;
import io.github.depends.testing.StartReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class with dependency methods that is no bean must not let a weaker dependency take its place. */
class ForgottenComponentsTests {

    private static final String IMPORTS = """
            package com.acme;

            import io.github.depends.*;
            import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
            import org.springframework.context.annotation.*;
            import org.springframework.stereotype.*;
            import org.springframework.web.bind.annotation.*;

            """;

    private static final String[] APPLICATION = {
        "public record User(String name) {}",
        "public record Admin(@Depends User user) {}",
        "public interface Permit {}",
        """
        @Component
        @AutoConfigurationPackage
        public class Access {
            @Dependency User user() { return new User("eve"); }
        }
        """,
        """
        @RestController
        public class Pages {
            @GetMapping("/admin") String admin(@Depends Admin admin) { return admin.user().name(); }
        }
        """,
        """
        @RestController
        public class Permits {
            @GetMapping("/permit") String permit(@Depends Permit permit) { return "permitted"; }
        }
        """
    };

    private static final String DENIES = "Admin admin(@Depends User user) { throw new IllegalStateException(); }";

    @TempDir
    private Path folder;

    @Test
    void refusesARecordThatAForgottenComponentWouldHaveChecked() {
        assertThat(faults("com.acme.Pages", "public class Checks { @Dependency " + DENIES + " }"))
                .containsExactly("'Admin', used by Pages.admin(Admin), would be made by its constructor alone, because"
                        + " Checks is no bean, whose method 'admin' gives Admin: that method would NOT run."
                        + " | at com.acme.Pages.admin(Pages.java)"
                        + " | => Annotate Checks with @Component, or correct the condition or profile that leaves it out;"
                        + " if it is not meant, remove @Dependency from its method.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Component @Profile(\"other\") public class Checks { @Dependency " + DENIES + " }",
                "@Component @Conditional(Never.class) public class Checks { @Dependency " + DENIES + " }"
                        + " class Never implements Condition { public boolean matches(ConditionContext context,"
                        + " org.springframework.core.type.AnnotatedTypeMetadata metadata) { return false; } }",
                "public class Checks { @Dependency static " + DENIES + " }",
                "public class Checks { @Dependency Yield<Admin> admin(@Depends User user) { return null; } }",
                "public class Checks extends Base<Admin> {} abstract class Base<T> {"
                        + " @Dependency T make(@Depends User user) { return null; } }",
                "public class Checks implements Default {} interface Default { @Dependency default " + DENIES + " }",
                "public class Outer { static class Checks { @Dependency " + DENIES + " } }",
            })
    void refusesEveryFormOfSuchAClass(String source) {
        assertThat(faults("com.acme.Pages", source))
                .singleElement()
                .asString()
                .contains("would be made by its constructor alone, because Checks is no bean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public abstract class Checks { @Dependency " + DENIES + " }",
                "public interface Checks { @Dependency default " + DENIES + " }"
            })
    void refusesAClassThatNoBeanExtends(String source) {
        assertThat(faults("com.acme.Pages", source))
                .singleElement()
                .asString()
                .contains("because Checks is no bean")
                .contains("=> Make a bean of a class that ");
    }

    @Test
    void namesTheForgottenComponentOfWhatCannotBeMadeAtAll() {
        assertThat(faults("com.acme.Permits", "public class Checks { @Dependency Permit permit() { return null; } }"))
                .singleElement()
                .asString()
                .contains("'Permit', used by Permits.permit(Permit), is no dependency, because Checks is no bean, whose"
                        + " method 'permit' gives Permit");
    }

    @Test
    void refusesARecordBelowAnotherDependency() throws Exception {
        try (Compiled sources = application()
                .into("more", IMPORTS + "public class Checks { @Dependency " + DENIES + " }", IMPORTS + """
                        @RestController
                        public class Below {
                            @Dependency String below(@Depends Admin admin) { return ""; }
                            @GetMapping("/below") void get(@Depends(Below.class) String below) {}
                        }
                        """)) {
            assertThat(StartReport.faults(sources.failure("com.acme.Access", "com.acme.Below")))
                    .singleElement()
                    .asString()
                    .contains("used by Below.below(Admin), would be made by its constructor alone");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Checks { @Dependency User other(@Depends Admin admin) { return null; } }",
                "public class Checks { Admin admin(@Depends User user) { return null; } }",
                "public class Checks { @Dependency java.util.List<Admin> admins() { return null; } }",
                "public class Checks { @org.junit.jupiter.api.Test void test() {}" + " static class Fake { @Dependency "
                        + DENIES + " } }",
                "@org.springframework.boot.test.context.TestConfiguration" + " public class Checks { @Dependency "
                        + DENIES + " }"
            })
    void startsWithClassesThatTheUseCannotMean(String source) throws Exception {
        try (Compiled sources = application().into("more", IMPORTS + source);
                App app = sources.start("com.acme.Access", "com.acme.Pages")) {
            assertThat(app.get("/admin").body()).isEqualTo("eve");
        }
    }

    @Test
    void startsWithReplacementsInTestSources() throws Exception {
        String replacement = IMPORTS + "public class Replacement { @Dependency " + DENIES + " }";
        try (Compiled sources = application().into("test-classes", replacement);
                App app = sources.start("com.acme.Access", "com.acme.Pages")) {
            assertThat(app.get("/admin").body()).isEqualTo("eve");
        }
        String test = IMPORTS + "public class PagesTests { @org.junit.jupiter.api.Test void test() {} }";
        try (Compiled sources = application("other").into("other/anywhere", replacement, test);
                App app = sources.start("com.acme.Access", "com.acme.Pages")) {
            assertThat(app.get("/admin").body()).isEqualTo("eve");
        }
    }

    @Test
    void startsWhereTheClassIsABean() throws Exception {
        try (Compiled sources = application()
                        .into(
                                "more",
                                IMPORTS + "@Component public class Checks { @Dependency Admin admin() {"
                                        + " return new Admin(new User(\"checked\")); } }");
                App app = sources.start("com.acme.Access", "com.acme.Pages", "com.acme.Checks")) {
            assertThat(app.get("/admin").body()).isEqualTo("checked");
        }
    }

    private List<String> faults(String controller, String source) {
        try (Compiled sources = application().into("more", IMPORTS + source)) {
            return StartReport.faults(sources.failure("com.acme.Access", controller));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Compiled application() {
        return application("classes");
    }

    private Compiled application(String name) {
        return new Compiled(folder)
                .into(
                        name,
                        Stream.of(APPLICATION).map(source -> IMPORTS + source).toArray(String[]::new));
    }
}
