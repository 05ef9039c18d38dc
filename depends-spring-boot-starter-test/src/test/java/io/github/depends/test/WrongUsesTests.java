package io.github.depends.test;

import static io.github.depends.test.GraphAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.DependsConfigurer;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.ReportCheck;
import io.github.depends.test.shop.Reports;
import io.github.depends.test.shop.RoleCheck;
import io.github.depends.test.shop.Shop;
import io.github.depends.test.shop.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What someone new to this writes: it works, or the message says what to write instead. */
class WrongUsesTests {

    private static final String NO_TEST_METHOD =
            "No test method of this application context is under way on this thread (";

    @ParameterizedTest
    @ValueSource(
            classes = {
                BeforeAllOfAnInstance.class,
                BeforeAllOfAClass.class,
                InTheConstructor.class,
                InAConfiguration.class,
                OnAThreadOfItsOwn.class
            })
    void replacingOutsideATestMethodIsRefused(Class<?> wrong) {
        assertThat(failure(wrong))
                .contains(NO_TEST_METHOD)
                .contains(
                        "Call it in @BeforeEach or in the test method, on the thread that runs it: not in @BeforeAll, in a"
                                + " constructor or a configuration, nor on a thread of its own, such as that of a preemptive"
                                + " timeout");
    }

    @Test
    void aReplacementThatIsNotFinishedIsRefused() {
        assertThat(failure(Unfinished.class))
                .isEqualTo("Unfinished.test has called overrides.replace(Basket.class, \"first\"), but has not said by"
                        + " what, so that nothing was replaced. Add .with(...) or .by(...)");
    }

    @Test
    void twoMocksOfOneDependencyAreRefused() {
        assertThat(failure(TwoMocks.class))
                .isEqualTo("@MockDependency field TwoMocks.other: another field mocks the same dependency, and nobody"
                        + " would ask that mock. Keep one of them, or say by the name which dependency each one means");
    }

    @Test
    void aMockThatReplacesNothingIsToldWithItsField() {
        assertThat(failure(MissingMock.class))
                .startsWith(
                        "@MockDependency field MissingMock.some: 'Set<String>' is no dependency of this application."
                                + " Nearest: List<String> (Access.prices), ");
        assertThat(failure(MockedCheck.class))
                .isEqualTo(
                        "@MockDependency field MockedCheck.check: 'RoleCheck.check' is a mere check and has no value."
                                + " Write overrides.skip(RoleCheck.class), or give a class with another check:"
                                + " overrides.replace(...).by(...).");
        assertThat(failure(MockedScheme.class))
                .isEqualTo(
                        "@MockDependency field MockedScheme.bearer: 'bearer' gives String and not HttpBearer. Say so:"
                                + " overrides.replace(HttpBearer.class, String.class).");
    }

    @Test
    void aFieldThatCannotTakeAMockIsRefused() {
        assertThat(failure(StaticMock.class))
                .isEqualTo("@MockDependency field StaticMock.user is static; make it an ordinary field");
        assertThat(failure(FinalMock.class))
                .isEqualTo("@MockDependency field FinalMock.user is final; make it an ordinary field");
        assertThat(failure(FilledMock.class))
                .isEqualTo("@MockDependency field FilledMock.user has a value already, in whose place the mock would"
                        + " come. Leave it without, or give the value with DependencyOverrides:"
                        + " overrides.replace(User.class).with(...)");
        assertThat(failure(MockedKey.class))
                .isEqualTo(
                        "Mockito cannot mock String, the type of the @MockDependency field MockedKey.key. Give a value"
                                + " instead, with DependencyOverrides: overrides.replace(ApiKey.class, \"partnerKey\","
                                + " String.class).with(...)");
        assertThat(failure(MockedNumber.class))
                .startsWith("Mockito cannot mock int, the type of the @MockDependency field MockedNumber.number.");
    }

    @Test
    void anApplicationWithoutRequestsIsTold() {
        assertThat(failure(NoWebApplication.class))
                .isEqualTo("NoWebApplication has a @MockDependency field, but its application context has no request"
                        + " dependencies; it is none of a servlet web application");
    }

    @Test
    void aTestThatLeavesOutNothingIsToldAtTheStart() {
        assertThat(failure(NoSlice.class))
                .contains("'ReportCheck', used by ", "declares @Dependency methods but is no bean");
    }

    @Test
    void aWrongEndpointOrGuardFailsTheAssertion() {
        TestExecutionSummary summary = Launch.of(List.of(WrongAssertions.class), Map.of());
        assertThat(Launch.failures(summary).split("\n"))
                .containsExactlyInAnyOrder(
                        "The application has no endpoint 'GET /oders'. Nearest: GET /orders, GET /clerk, GET /admin.",
                        "The application has no endpoint '/orders'. Nearest: GET /orders, GET /me, GET /boss.",
                        "No endpoint is left to look at.",
                        "Not guarded by Page:",
                        "  GET /orders (guarded by NotBlocked, Access.user)",
                        "Not guarded by Object:",
                        "  GET /orders (guarded by NotBlocked, Access.user)");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                DirtyAfter.class,
                DirtyBefore.class,
                DirtyOnOneInstance.class,
                TwoContexts.class,
                Repeated.class,
                Dynamic.class,
                RequestsOnAnotherThread.class
            })
    void worksWhereOneMightDoubtIt(Class<?> fixture) {
        TestExecutionSummary summary = Launch.of(List.of(fixture), Map.of());
        Launch.allSucceeded(summary, Math.max(1, summary.getTestsFoundCount()));
    }

    @Test
    void anInstanceBelongsToOneContextAndSaysSo() {
        TestExecutionSummary summary = Launch.of(List.of(TwoContextsOnOneInstance.class), Map.of());
        assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
        assertThat(Launch.failures(summary)).startsWith(NO_TEST_METHOD);
    }

    /** Returns what the one failure of a class says, in its first line of interest. */
    private static String failure(Class<?> wrong) {
        TestExecutionSummary summary = Launch.of(List.of(wrong), Map.of());
        assertThat(summary.getFailures()).hasSize(1);
        Throwable failure = summary.getFailures().get(0).getException();
        while (failure instanceof BeansException && failure.getCause() != null
                || failure.getMessage() != null
                        && failure.getMessage().startsWith("Failed to load ApplicationContext")) {
            failure = failure.getCause();
        }
        return String.valueOf(failure.getMessage());
    }

    @ShopTest
    abstract static class Uses {

        @Autowired
        DependencyOverrides overrides;

        @Autowired
        MockMvcTester mvc;

        @Autowired
        DependencyGraph graph;

        void serves(String name) {
            assertThat(mvc.get().uri("/me")).bodyText().isEqualTo(name);
        }

        void replaceAndServe(String name) {
            assertThat(mvc.get().uri("/me")).hasStatus(401);
            overrides.replace(User.class).with(new User(name));
            serves(name);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class BeforeAllOfAnInstance extends Uses {

        @BeforeAll
        void replace() {
            overrides.replace(User.class).with(new User("alice"));
        }

        @Test
        void test() {
            serves("alice");
        }
    }

    static class BeforeAllOfAClass extends Uses {

        @BeforeAll
        static void replace(@Autowired DependencyOverrides overrides) {
            overrides.replace(User.class).with(new User("alice"));
        }

        @Test
        void test() {
            serves("alice");
        }
    }

    @ShopTest
    static class InTheConstructor {

        @Autowired
        InTheConstructor(DependencyOverrides overrides) {
            overrides.replace(User.class).with(new User("alice"));
        }

        @Test
        void test() {}
    }

    @Import(InAConfiguration.Replacing.class)
    static class InAConfiguration extends Uses {

        @Test
        void test() {
            serves("alice");
        }

        @TestConfiguration
        static class Replacing {

            @Bean
            User user(DependencyOverrides overrides) {
                overrides.replace(User.class).with(new User("alice"));
                return new User("alice");
            }
        }
    }

    static class OnAThreadOfItsOwn extends Uses {

        @Test
        void test() {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> overrides.replace(User.class).with(new User("alice")));
        }
    }

    static class Unfinished extends Uses {

        @Test
        void test() {
            overrides.replace(User.class).with(new User("alice"));
            overrides.replace(Access.Basket.class, "first");
        }
    }

    static class TwoMocks extends Uses {

        @MockDependency
        User user;

        @MockDependency
        User other;

        @Test
        void test() {}
    }

    static class MissingMock extends Uses {

        @MockDependency
        Set<String> some;

        @Test
        void test() {}
    }

    static class MockedCheck extends Uses {

        @MockDependency
        RoleCheck check;

        @Test
        void test() {}
    }

    static class MockedScheme extends Uses {

        @MockDependency
        HttpBearer bearer;

        @Test
        void test() {}
    }

    static class StaticMock extends Uses {

        @MockDependency
        static User user;

        @Test
        void test() {}
    }

    static class FinalMock extends Uses {

        @MockDependency
        final User user = new User("alice");

        @Test
        void test() {}
    }

    static class FilledMock extends Uses {

        @MockDependency
        User user = new User("alice");

        @Test
        void test() {}
    }

    static class MockedKey extends Uses {

        @MockDependency(value = ApiKey.class, name = "partnerKey")
        String key;

        @Test
        void test() {}
    }

    static class MockedNumber extends Uses {

        @MockDependency(name = "number")
        int number;

        @Test
        void test() {}
    }

    @SpringBootTest(classes = Shop.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
    static class NoWebApplication {

        @MockDependency
        User user;

        @Test
        void test() {}
    }

    @SpringBootTest(classes = {Reports.class, NoSlice.Guarded.class})
    static class NoSlice {

        @Test
        void test() {}

        @TestConfiguration(proxyBeanMethods = false)
        @EnableAutoConfiguration
        static class Guarded {

            @Bean
            DependsConfigurer guards() {
                return registry -> registry.depends(ReportCheck.class);
            }
        }
    }

    static class WrongAssertions extends Uses {

        @Test
        void misspelt() {
            assertThat(graph).endpoint("GET /oders").isGuardedBy(User.class);
        }

        @Test
        void withoutMethod() {
            assertThat(graph).endpoint("/orders").isGuardedBy(User.class);
        }

        @Test
        void noGuard() {
            assertThat(graph).endpoint("GET /orders").isGuardedBy(Page.class);
        }

        @Test
        void anything() {
            assertThat(graph).endpoint("GET /orders").isGuardedBy(Object.class);
        }

        @Test
        void nothing() {
            String[] all = Stream.concat(
                            graph.endpoints().stream().map(endpoint -> endpoint.declaration()),
                            graph.withoutDependencies().stream())
                    .map(declaration -> declaration.label())
                    .filter(label -> !label.contains("/error"))
                    .toArray(String[]::new);
            assertThat(graph).everyEndpoint().exceptFor(all).isGuardedBy(User.class);
        }
    }

    @DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
    @TestPropertySource(properties = "dirty=true")
    static class DirtyAfter extends Uses {

        @MockDependency
        Page page;

        @Test
        void one() {
            replaceAndServe("one");
        }

        @Test
        void other() {
            replaceAndServe("other");
        }
    }

    @DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
    @TestPropertySource(properties = "dirty=true")
    static class DirtyBefore extends Uses {

        @MockDependency
        Page page;

        @RepeatedTest(2)
        void test() {
            replaceAndServe("one");
            given(page.limit()).willReturn(3);
            assertThat(mvc.get().uri("/greetings/page")).bodyText().isEqualTo("page 3");
        }
    }

    @DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestPropertySource(properties = "dirty=true")
    static class DirtyOnOneInstance extends Uses {

        @MockDependency
        Page page;

        @RepeatedTest(2)
        void test() {
            replaceAndServe("one");
            assertThat(page.limit()).isZero();
            given(page.limit()).willReturn(3);
            assertThat(mvc.get().uri("/greetings/page")).bodyText().isEqualTo("page 3");
        }
    }

    @ShopTest
    static class TwoContexts {

        @MockDependency
        User user;

        @Autowired
        DependencyOverrides outer;

        @Nested
        @TestPropertySource(properties = "second=true")
        class Inside {

            @Autowired
            MockMvcTester mvc;

            @Test
            void mocksTheFieldsAround() {
                given(user.name()).willReturn("mocked");
                assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("mocked");
            }

            @Test
            void replacesForItsOwn() {
                outer.replace(User.class).with(new User("alice"));
                assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("alice");
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class TwoContextsOnOneInstance extends Uses {

        @MockDependency
        User user;

        @Test
        void mocks() {
            given(user.name()).willReturn("mocked");
            serves("mocked");
        }

        @Nested
        @TestPropertySource(properties = "second=true")
        class Inside {

            @Autowired
            MockMvcTester own;

            @Test
            void mocksTheFieldsAround() {
                given(user.name()).willReturn("mocked");
                assertThat(own.get().uri("/me")).bodyText().isEqualTo("mocked");
            }

            @Test
            void cannotReplaceByTheBeanOfTheOther() {
                overrides.replace(User.class).with(new User("alice"));
            }
        }
    }

    static class Repeated extends Uses {

        @ParameterizedTest
        @ValueSource(strings = {"one", "other"})
        void parameterized(String name) {
            replaceAndServe(name);
        }

        @RepeatedTest(2)
        void repeated() {
            replaceAndServe("one");
        }
    }

    static class Dynamic extends Uses {

        @TestFactory
        Stream<DynamicTest> shareWhatTheirMethodReplaces() {
            replaceAndServe("all");
            return Stream.of("one", "other").map(name -> DynamicTest.dynamicTest(name, () -> serves("all")));
        }
    }

    static class RequestsOnAnotherThread extends Uses {

        @Test
        void belongToTheOnlyTest() {
            replaceAndServe("alice");
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> serves("alice"));
        }
    }
}
