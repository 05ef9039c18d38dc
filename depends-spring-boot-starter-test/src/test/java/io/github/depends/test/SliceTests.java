package io.github.depends.test;

import static io.github.depends.test.DependencyRequestPostProcessors.dependency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;

import io.github.depends.Dependency;
import io.github.depends.graph.MissingDependencyException;
import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Caller;
import io.github.depends.test.shop.Greetings;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.ReportCheck;
import io.github.depends.test.shop.Reports;
import io.github.depends.test.shop.RequireRole;
import io.github.depends.test.shop.RoleCheck;
import io.github.depends.test.shop.Shop;
import io.github.depends.test.shop.User;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.server.ResponseStatusException;

class SliceTests {

    @Nested
    @WebMvcTest({Greetings.class, Reports.class})
    @ContextConfiguration(classes = Shop.class)
    class WithoutTheBeans {

        @Autowired
        MockMvcTester mvc;

        @Autowired
        DependencyOverrides overrides;

        @Test
        void leavesRecordsAlone() {
            assertThat(mvc.get().uri("/greetings/page?limit=7")).bodyText().isEqualTo("page 7");
            assertThat(mvc.get().uri("/greetings/page?limit=101")).hasStatus(400);
        }

        @Test
        void refusesByTheApplicationsGuards() {
            assertThat(mvc.get().uri("/greetings/page?limit=x").header("X-Client", "blocked"))
                    .hasStatus(403);
        }

        @Test
        void tellsWhatIsMissingWhenItIsNeeded() {
            assertThat(mvc.get().uri("/greetings/user"))
                    .failure()
                    .rootCause()
                    .isInstanceOf(MissingDependencyException.class)
                    .hasMessage(
                            "'User' is given by no @Dependency method, and no bean has this type, in this slice. Import"
                                    + " the bean that has it, as in @Import(SomeBean.class), or replace it in the test, with"
                                    + " @MockDependency or DependencyOverrides.");
            assertThat(mvc.get().uri("/greetings/named").header("X-Partner", "p"))
                    .failure()
                    .rootCause()
                    .hasMessageStartingWith("'Access' declares @Dependency methods but is no bean in this slice."
                            + " Import the bean that has it");
        }

        @Test
        void neverReadsFromTheRequestWhatAMissingBeanChecks() {
            assertThat(mvc.get().uri("/greetings/caller").header("X-Caller", "forged"))
                    .failure()
                    .rootCause()
                    .hasMessageStartingWith("'Caller' is given by no @Dependency method, and no bean has this type, in"
                            + " this slice. Import the bean that has it");
            overrides.replace(Caller.class).with(new Caller("alice"));
            assertThat(mvc.get().uri("/greetings/caller")).bodyText().isEqualTo("hello alice");
        }

        @Test
        void neverLetsARequestPassAMissingGuard() {
            assertThat(mvc.get().uri("/reports?limit=x"))
                    .failure()
                    .rootCause()
                    .hasMessageStartingWith("'ReportCheck' declares @Dependency methods but is no bean in this slice.");
            overrides.skip(ReportCheck.class);
            assertThat(mvc.get().uri("/reports?limit=7")).bodyText().isEqualTo("reports 7");
        }

        @Test
        void isSatisfiedByAReplacement() {
            overrides.replace(User.class).with(new User("alice"));
            assertThat(mvc.get().uri("/greetings/user")).bodyText().isEqualTo("hello alice");
            overrides.replace(Access.class, "partner", String.class).with("partner");
            assertThat(mvc.get().uri("/greetings/named")).bodyText().isEqualTo("hello partner");
            overrides.skip(RoleCheck.class);
            assertThat(mvc.get().uri("/greetings/boss")).bodyText().isEqualTo("hello boss");
            overrides.replace(RoleCheck.class).by(ByAnnotation.class);
            assertThat(mvc.get().uri("/greetings/boss")).hasStatus(409);
            assertThat(mvc.get().uri("/greetings/user").with(dependency(User.class, new User("bob"))))
                    .bodyText()
                    .isEqualTo("hello bob");
        }

        @Test
        void stillRefusesAMiss() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> overrides.replace(SliceTests.class).with(new SliceTests()))
                    .withMessageStartingWith("'SliceTests' is no dependency of this application. Nearest: ");
        }
    }

    @Nested
    @WebMvcTest(Greetings.class)
    @ContextConfiguration(classes = Shop.class)
    @Import({Access.class, RoleCheck.class})
    @AutoConfigureRestTestClient
    class WithTheBeans {

        @MockDependency
        Page page;

        @Autowired
        MockMvcTester mvc;

        @Autowired
        RestTestClient client;

        @Test
        void servesAClientOnTopOfMockMvc() {
            given(page.limit()).willReturn(4);
            client.get()
                    .uri("/greetings/page")
                    .exchange()
                    .expectBody(String.class)
                    .isEqualTo("page 4");
        }

        @Test
        void isTheApplication() {
            given(page.limit()).willReturn(3);
            assertThat(mvc.get().uri("/greetings/page")).bodyText().isEqualTo("page 3");
            assertThat(mvc.get().uri("/greetings/user")).hasStatus(401);
            assertThat(mvc.get().uri("/greetings/boss").header("Authorization", "Bearer clerk"))
                    .hasStatus(403);
            assertThat(mvc.get().uri("/greetings/boss").header("Authorization", "Bearer boss"))
                    .bodyText()
                    .isEqualTo("hello boss");
        }
    }

    static class ByAnnotation {

        @Dependency
        void check(RequireRole role) {
            throw new ResponseStatusException(
                    role.value().equals("boss") ? HttpStatus.CONFLICT : HttpStatus.I_AM_A_TEAPOT);
        }
    }
}
