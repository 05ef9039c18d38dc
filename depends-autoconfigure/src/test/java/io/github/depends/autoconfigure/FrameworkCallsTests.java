package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.fixtures.mixed.Mixed;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.annotation.PostConstruct;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** What a framework calls in a class with a use is guarded, or the application does not start. */
class FrameworkCallsTests {

    @Test
    void refusesAGraphQlFieldBesideAnEndpointOfAGuardedController() {
        assertThat(StartReport.faults(App.failure(Access.class, Books.class)))
                .containsExactly(
                        "Books.books() is called by a framework, because of @QueryMapping, but the use on Books guards"
                                + " HTTP endpoints only: it would run WITHOUT that guard."
                                + " | at io.github.depends.autoconfigure.FrameworkCallsTests$Books.books(FrameworkCallsTests.java)"
                                + " | => Move the method to a class without uses, and guard it there in the way of its framework.");
    }

    @Test
    void refusesEveryOtherWayIntoAGuardedClass() {
        assertThat(StartReport.faults(
                        App.failure(Access.class, Marked.class, Composed.class, Inheriting.class, Promising.class)))
                .extracting(fault -> fault.replaceFirst(" guards HTTP endpoints.*", ""))
                .containsExactlyInAnyOrder(
                        "Marked.message() is called by a framework, because of @MessageMapping, but the use on Marked",
                        "Marked.event(ContextClosedEvent) is called by a framework, because of @EventListener, but the"
                                + " use on Marked",
                        "Marked.committed(ContextClosedEvent) is called by a framework, because of"
                                + " @TransactionalEventListener, but the use on Marked",
                        "Marked.scheduled() is called by a framework, because of @Scheduled, but the use on Marked",
                        "Marked.often() is called by a framework, because of @Scheduled, but the use on Marked",
                        "Marked.consumed() is called by a framework, because of @KafkaListener, but the use on Marked",
                        "Marked.twice() is called by a framework, because of @KafkaListener, but the use on Marked",
                        "Composed.composed() is called by a framework, because of @OfTheHouse, but the use on Composed",
                        "Base.inherited() is called by a framework, because of @QueryMapping, but the use on Inheriting",
                        "Promising.promised() is called by a framework, because of @QueryMapping, but the use on"
                                + " Promising");
    }

    @Test
    void refusesAMethodThatIsAnEndpointAndSomethingElse() {
        assertThat(StartReport.faults(App.failure(Access.class, Both.class)))
                .extracting(fault -> fault.replaceFirst(" guards HTTP endpoints.*", ""))
                .containsExactlyInAnyOrder(
                        "Both.method() is called by a framework, because of @QueryMapping, but the use on Both.method()",
                        "Both.parameter(String) is called by a framework, because of @MessageMapping, but the use on"
                                + " Both.parameter(String)");
    }

    @Test
    void refusesAnActuatorOperationAndAnInterfaceOfAFramework() {
        assertThat(StartReport.faults(App.failure(Access.class, Operated.class, Listening.class)))
                .extracting(fault -> fault.replaceFirst(" guards HTTP endpoints.*", ""))
                .containsExactlyInAnyOrder(
                        "Operated.read() is called by a framework, because of @ReadOperation, but the use on Operated",
                        "Listening is called by a framework, because it implements ApplicationListener, but the use on"
                                + " Listening");
    }

    @Test
    void refusesWhatAPackageUseDoesNotReach() {
        assertThat(StartReport.faults(App.failure(
                        Mixed.Access.class,
                        Mixed.Pages.class,
                        Mixed.Listening.class,
                        Mixed.Graph.class,
                        Mixed.Quiet.class)))
                .extracting(fault -> fault.replaceFirst(" guards .*", ""))
                .containsExactlyInAnyOrder(
                        "Listening.closed(ContextClosedEvent) is called by a framework, because of @EventListener, but"
                                + " the use on package io.github.depends.fixtures.mixed",
                        "Graph.books() is called by a framework, because of @QueryMapping, but the use on package"
                                + " io.github.depends.fixtures.mixed");
    }

    @Test
    void startsWithWhatBelongsToAnEndpointOrToItsBean() {
        try (App app = App.start(
                Access.class,
                Harmless.class,
                Unguarded.class,
                Mixed.Pages.class,
                Mixed.Access.class,
                Mixed.Quiet.class)) {
            assertThat(app.get("/harmless").body()).isEqualTo("ready");
        }
    }

    @Component
    static class Access {

        @Dependency
        void admin() {}

        @Dependency
        String name() {
            return "alice";
        }
    }

    @Controller
    @Depends(value = Access.class, name = "admin")
    static class Books {

        @GetMapping("/books")
        @ResponseBody
        String page() {
            return "page";
        }

        @QueryMapping
        String books() {
            return "books";
        }
    }

    @RestController
    @Depends(value = Access.class, name = "admin")
    static class Marked {

        @GetMapping("/marked")
        void page() {}

        @MessageMapping("/marked")
        void message() {}

        @EventListener
        void event(ContextClosedEvent event) {}

        @TransactionalEventListener
        void committed(ContextClosedEvent event) {}

        @Scheduled(fixedRate = 60_000)
        void scheduled() {}

        @Scheduled(fixedRate = 60_000)
        @Scheduled(fixedRate = 70_000)
        void often() {}

        @KafkaListener(topics = "one")
        void consumed() {}

        @KafkaListener(topics = "one")
        @KafkaListener(topics = "two")
        void twice() {}
    }

    @SchemaMapping
    @Retention(RetentionPolicy.RUNTIME)
    @interface OfTheHouse {}

    @Depends(value = Access.class, name = "admin")
    @Retention(RetentionPolicy.RUNTIME)
    @interface AdminOnly {}

    @RestController
    @AdminOnly
    static class Composed {

        @GetMapping("/composed")
        void page() {}

        @OfTheHouse
        void composed() {}
    }

    abstract static class Base {

        @QueryMapping
        void inherited() {}
    }

    @RestController
    @AdminOnly
    static class Inheriting extends Base {

        @GetMapping("/inheriting")
        void page() {}
    }

    @AdminOnly
    interface Guarded {}

    interface Promise extends Guarded {

        @QueryMapping
        void promised();
    }

    @RestController
    static class Promising implements Promise {

        @GetMapping("/promising")
        void page() {}

        @Override
        public void promised() {}
    }

    @RestController
    static class Both {

        @AdminOnly
        @GetMapping("/both/method")
        @QueryMapping
        void method() {}

        @GetMapping("/both/parameter")
        @MessageMapping("/both/parameter")
        void parameter(@Depends(value = Access.class, name = "name") String name) {}
    }

    @RestController
    @AdminOnly
    @Endpoint(id = "operated")
    static class Operated {

        @GetMapping("/operated")
        void page() {}

        @ReadOperation
        public String read() {
            return "read";
        }
    }

    @RestController
    @AdminOnly
    static class Listening implements ApplicationListener<ContextClosedEvent> {

        @GetMapping("/listening")
        void page() {}

        @Override
        public void onApplicationEvent(ContextClosedEvent event) {}
    }

    @RestController
    @AdminOnly
    static class Harmless {

        private String state = "";

        @PostConstruct
        void prepare() {
            state = "ready";
        }

        @ModelAttribute("state")
        String state() {
            return state;
        }

        @ExceptionHandler
        void failed(IllegalStateException thrown, NativeWebRequest request) {}

        @Dependency
        String own() {
            return state;
        }

        @GetMapping("/harmless")
        String page(@ModelAttribute("state") String model) {
            return model;
        }
    }

    @RestController
    static class Unguarded {

        @GetMapping("/unguarded")
        void page() {}

        @QueryMapping
        void books() {}

        @Scheduled(fixedRate = 60_000)
        void scheduled() {}
    }
}
