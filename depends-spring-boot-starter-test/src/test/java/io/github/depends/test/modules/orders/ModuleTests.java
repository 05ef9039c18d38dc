package io.github.depends.test.modules.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.graph.MissingDependencyException;
import io.github.depends.test.DependencyOverrides;
import io.github.depends.test.MockDependency;
import io.github.depends.test.modules.ModulesApplication;
import io.github.depends.test.modules.security.BlockedCheck;
import io.github.depends.test.modules.security.Caller;
import io.github.depends.test.modules.security.OfficeCheck;
import io.github.depends.test.modules.security.PackageCheck;
import io.github.depends.test.modules.security.User;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Tests that leave out a part of the application are told what is missing when a request needs it. */
class ModuleTests {

    @Nested
    @ApplicationModuleTest
    @AutoConfigureMockMvc
    class OfOneModule extends Rows {}

    @Nested
    @ApplicationModuleTest
    @AutoConfigureMockMvc
    class WithAMock {

        @MockDependency
        User user;

        @Test
        void servesWhatTheMockReplaces(@Autowired MockMvcTester mvc, @Autowired DependencyOverrides overrides) {
            overrides.skip(PackageCheck.class);
            overrides.skip(BlockedCheck.class);
            given(user.name()).willReturn("ann");
            assertThat(mvc.get().uri("/orders")).hasBodyTextEqualTo("ann 20");
        }
    }

    @Nested
    @SpringBootTest(classes = ModulesApplication.class)
    @TypeExcludeFilters(WithoutSecurity.class)
    @AutoConfigureMockMvc
    class OfAFilter extends Rows {}

    abstract static class Rows {

        @Autowired
        MockMvcTester mvc;

        @Autowired
        DependencyOverrides overrides;

        @Test
        void tellsAMissingGuardOfTheApplicationAndOfThePackage() {
            assertMissing("/orders", "'BlockedCheck' declares @Dependency methods but is no bean in this slice.");
            overrides.skip(BlockedCheck.class);
            assertMissing("/orders", "'PackageCheck' declares @Dependency methods but is no bean in this slice.");
            overrides.skip(PackageCheck.class);
            assertMissing("/office", "'OfficeCheck' declares @Dependency methods but is no bean in this slice.");
            overrides.skip(OfficeCheck.class);
            assertThat(mvc.get().uri("/office")).hasBodyTextEqualTo("office");
        }

        @Test
        void tellsAMissingValueAndTakesAReplacement() {
            overrides.skip(BlockedCheck.class);
            overrides.skip(PackageCheck.class);
            assertMissing(
                    "/orders", "'User' is given by no @Dependency method, and no bean has this type, in this slice.");
            overrides.replace(User.class).with(new User("bob"));
            assertThat(mvc.get().uri("/orders?limit=7")).hasBodyTextEqualTo("bob 7");
            assertThat(mvc.get().uri("/orders?limit=x")).hasStatus(400);
        }

        @Test
        void neverReadsFromTheRequestWhatAnotherModuleChecks() {
            overrides.skip(PackageCheck.class);
            assertMissing("/caller", "'Caller' is given by no @Dependency method, and no bean has this type");
            overrides.replace(Caller.class).with(new Caller("eve"));
            assertThat(mvc.get().uri("/caller")).hasBodyTextEqualTo("eve");
        }

        private void assertMissing(String path, String message) {
            assertThat(mvc.get().uri(path).header("X-Caller", "forged"))
                    .failure()
                    .rootCause()
                    .isInstanceOf(MissingDependencyException.class)
                    .hasMessageStartingWith(message);
        }
    }

    static class WithoutSecurity extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
            String name = reader.getClassMetadata().getClassName();
            return name.contains(".modules.security.") || name.contains(".modules.bills.");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutSecurity;
        }

        @Override
        public int hashCode() {
            return WithoutSecurity.class.hashCode();
        }
    }
}
