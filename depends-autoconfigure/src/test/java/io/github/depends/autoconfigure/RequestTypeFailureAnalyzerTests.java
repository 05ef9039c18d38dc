package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.transaction.RequestTransaction;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a request needs is no bean, and whoever asks Spring for it is told where to take it. */
@ExtendWith(OutputCaptureExtension.class)
class RequestTypeFailureAnalyzerTests {

    private static final String HERE = "io.github.depends.autoconfigure.RequestTypeFailureAnalyzerTests$";
    private static final String MADE = ". User is made for each request, by Access.user(String) (" + HERE
            + "Access.user(RequestTypeFailureAnalyzerTests.java)).";
    private static final String ASKS =
            " asks for a bean of type User, but Spring creates this component before any request";
    private static final String USES =
            " carries a use, but Spring creates this component before any request and reads no uses";

    static List<Arguments> components() {
        return List.of(
                Arguments.of(
                        OfController.class, "Parameter 0 of constructor in " + HERE + "OfController" + USES + MADE),
                Arguments.of(OfService.class, "Parameter 0 of constructor in " + HERE + "OfService" + USES + MADE),
                Arguments.of(Autowiring.class, "Parameter 0 of constructor in " + HERE + "Autowiring" + ASKS + MADE),
                Arguments.of(OfField.class, "Field user in " + HERE + "OfField" + ASKS + MADE),
                Arguments.of(Making.class, "Parameter 0 of method service in " + HERE + "Making" + USES + MADE),
                Arguments.of(
                        AskingForName.class,
                        "Parameter 0 of constructor in " + HERE + "AskingForName" + USES
                                + ". String is made for each request, by Access.name(String) (" + HERE
                                + "Access.name(RequestTypeFailureAnalyzerTests.java))."),
                Arguments.of(
                        UsingSupplier.class, "Parameter 0 of constructor in " + HERE + "UsingSupplier" + USES + MADE),
                Arguments.of(
                        AskingForSupplier.class,
                        "Parameter 0 of constructor in " + HERE + "AskingForSupplier"
                                + ASKS.replace("User", "Supplier<User>") + MADE),
                Arguments.of(
                        AskingForYield.class,
                        "Parameter 0 of constructor in " + HERE + "AskingForYield" + ASKS.replace("User", "Yield<User>")
                                + MADE),
                Arguments.of(
                        AskingForTasks.class,
                        "Parameter 0 of constructor in " + HERE
                                + "AskingForTasks asks for a bean of type BackgroundTasks,"
                                + " but Spring creates this component before any request. BackgroundTasks is made for each"
                                + " request."),
                Arguments.of(
                        AskingForTransaction.class,
                        "Parameter 0 of constructor in " + HERE + "AskingForTransaction asks for a bean of type"
                                + " RequestTransaction, but Spring creates this component before any request."
                                + " RequestTransaction is made for each request."),
                Arguments.of(
                        AskingForPage.class,
                        "Parameter 0 of constructor in " + HERE
                                + "AskingForPage asks for a bean of type Page, but Spring"
                                + " creates this component before any request. Page is made for each request, by Page(int) ("
                                + HERE + "Page.<init>(RequestTypeFailureAnalyzerTests.java))."),
                Arguments.of(
                        AskingForUsers.class,
                        "Parameter 0 of constructor in " + HERE
                                + "AskingForUsers asks for a bean of type Users<User>, but"
                                + " Spring creates this component before any request. Users<User> is made for each request,"
                                + " by Access.users() (" + HERE
                                + "Access.users(RequestTypeFailureAnalyzerTests.java))."));
    }

    @ParameterizedTest
    @MethodSource("components")
    void tellsWhereToTakeIt(Class<?> component, String description, CapturedOutput output) {
        assertThat(App.failure(Access.class, component)).isNotNull();
        String report = output.getOut().replaceAll("\\((\\w+\\.java):\\d+\\)", "($1)");
        assertThat(report)
                .contains("\n" + description + "\n")
                .contains(" in an endpoint or in a @Dependency method, and hand it on to the method of "
                        + component.getSimpleName() + " that needs it.")
                .doesNotContain("Consider defining a bean");
    }

    @Test
    void saysHowToTakeIt(CapturedOutput output) {
        assertThat(App.failure(Access.class, Autowiring.class)).isNotNull();
        assertThat(output)
                .contains(
                        "\nTake it with @Depends in an endpoint or in a @Dependency method, and hand it on to the method of"
                                + " Autowiring that needs it. If one value is to serve all requests, declare a bean of type User"
                                + " instead.\n");
        assertThat(App.failure(AskingForTasks.class)).isNotNull();
        assertThat(output).contains("\nTake it in an endpoint");
    }

    @ParameterizedTest
    @ValueSource(classes = {AskingForNothing.class, AskingForThread.class, AskingForText.class})
    void leavesOtherMissingBeansToSpring(Class<?> component, CapturedOutput output) {
        assertThat(App.failure(Access.class, component)).isNotNull();
        assertThat(output).contains("Consider defining a bean of type 'java.");
    }

    @Test
    void servesWhatIsTakenInTheEndpointAndHandedOn() {
        try (App app = App.start(Access.class, Mended.class, Pages.class)) {
            assertThat(app.get("/mended?name=eve").body()).isEqualTo("hello eve");
        }
    }

    record User(String name) {}

    record Users<T>(List<T> all) {}

    record Page(@RequestParam int size) {}

    @Component
    static class Access {

        @Dependency
        User user(@RequestParam String name) {
            return new User(name);
        }

        @Dependency
        String name(@RequestParam String name) {
            return name;
        }

        @Dependency
        Users<User> users() {
            return new Users<>(List.of());
        }
    }

    @RestController
    static class OfController {

        OfController(@Depends User user) {}
    }

    @Component
    static class OfService {

        OfService(@Depends User user) {}
    }

    @Component
    static class Autowiring {

        Autowiring(User user) {}
    }

    @Component
    static class OfField {

        @Autowired
        User user;
    }

    static class Making {

        @Bean
        Runnable service(@Depends User user) {
            return () -> {};
        }
    }

    @Component
    static class AskingForName {

        AskingForName(@Depends(name = "name") String name) {}
    }

    @Component
    static class AskingForPage {

        AskingForPage(Page page) {}
    }

    @Component
    static class AskingForUsers {

        AskingForUsers(Users<User> users) {}
    }

    @Component
    static class UsingSupplier {

        UsingSupplier(@Depends Supplier<User> user) {}
    }

    @Component
    static class AskingForSupplier {

        AskingForSupplier(Supplier<User> user) {}
    }

    @Component
    static class AskingForYield {

        AskingForYield(Yield<User> user) {}
    }

    @Component
    static class AskingForNothing {

        AskingForNothing(Supplier<Thread> thread) {}
    }

    @Component
    static class AskingForTasks {

        AskingForTasks(BackgroundTasks tasks) {}
    }

    @Component
    static class AskingForTransaction {

        AskingForTransaction(RequestTransaction transaction) {}
    }

    /** Who has forgotten {@code @Value}. */
    @Component
    static class AskingForText {

        AskingForText(String text) {}
    }

    @Component
    static class AskingForThread {

        AskingForThread(Thread thread) {}
    }

    @Component
    static class Mended {

        String greet(User user) {
            return "hello " + user.name();
        }
    }

    @RestController
    static class Pages {

        private final Mended greetings;

        Pages(Mended greetings) {
            this.greetings = greetings;
        }

        @GetMapping("/mended")
        String mended(@Depends User user) {
            return greetings.greet(user);
        }
    }
}
