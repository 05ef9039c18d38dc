package io.github.depends.test;

import static io.github.depends.test.DependencyRequestPostProcessors.dependency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.graph.MissingDependencyException;
import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Access.Basket;
import io.github.depends.test.shop.Caller;
import io.github.depends.test.shop.Greetings;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.ReportCheck;
import io.github.depends.test.shop.Reports;
import io.github.depends.test.shop.RequireRole;
import io.github.depends.test.shop.RoleCheck;
import io.github.depends.test.shop.Shop;
import io.github.depends.test.shop.User;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
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

    @Nested
    @WebMvcTest(Greetings.class)
    @ContextConfiguration(classes = {Shop.class, ByClass.class})
    class WithUsesByClassAndByType {

        @MockDependency
        User user;

        @Autowired
        MockMvcTester mvc;

        @Autowired
        DependencyOverrides overrides;

        @Test
        void mocksWhatBothMean() {
            given(user.name()).willReturn("alice");
            assertThat(mvc.get().uri("/greetings/user")).bodyText().isEqualTo("hello alice");
        }

        @Test
        void replacesWhatBothMeanByEitherAddress() {
            overrides.replace(User.class).with(new User("bob"));
            assertThat(mvc.get().uri("/greetings/user")).bodyText().isEqualTo("hello bob");
            overrides.replace(Access.class, "user", User.class).with(new User("carol"));
            assertThat(mvc.get().uri("/greetings/user")).bodyText().isEqualTo("hello carol");
            assertThat(mvc.get().uri("/greetings/user").with(dependency(User.class, new User("dan"))))
                    .bodyText()
                    .isEqualTo("hello dan");
        }

        @Test
        void makesTheReplacementOnceForBoth() {
            AtomicInteger made = new AtomicInteger();
            overrides.replace(User.class).by(() -> new User("user " + made.incrementAndGet()));
            assertThat(mvc.get().uri("/greetings/user")).bodyText().isEqualTo("hello user 1");
        }

        @Test
        void tellsTheReplacementThatTheOriginalIsMissing() {
            overrides.replace(User.class).by(AfterTheOriginal.class);
            assertThat(mvc.get().uri("/greetings/user"))
                    .failure()
                    .rootCause()
                    .isInstanceOf(MissingDependencyException.class);
        }

        @Test
        void replacesByNameOnlyWhatHasIt() {
            overrides.replace(Basket.class, "second").with(new Basket("2"));
            overrides.replace(Basket.class, "first").with(new Basket("1"));
            overrides.replace(User.class).with(new User("bob"));
            assertThat(mvc.get().uri("/baskets")).bodyText().isEqualTo("1 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> overrides.replace(Basket.class).with(new Basket("any")))
                    .withMessage("'Basket' means more than one thing: Access.first, Access.second. Give the name or the"
                            + " class of the one that is meant.");
        }
    }

    @TestConfiguration
    @Import(Baskets.class)
    static class ByClass {

        @Bean
        DependsConfigurer users() {
            return registry -> registry.depends(Access.class, "user");
        }
    }

    @RestController
    static class Baskets {

        @GetMapping("/baskets")
        String baskets(
                @Depends(name = "first") Basket first,
                @Depends(value = Access.class, name = "first") Basket sameAsFirst,
                @Depends(name = "second") Basket second) {
            return first == sameAsFirst ? first.name() + " " + second.name() : "not the same";
        }
    }

    static class AfterTheOriginal {

        @Dependency
        static User user(@Depends User original) {
            return original;
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
