package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.micrometer.context.ContextRegistry;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;

/** What is done when a response has been sent. */
class BackgroundTasksTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Pages.class, Parts.class, Hold.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
        app.bean(Hold.class).latch = new CountDownLatch(1);
    }

    @Test
    void runInOrderAfterEverythingIsClosed() {
        app.get("/ordered");

        assertThat(app.events().await("second"))
                .containsExactly("handled", "commit", "before release", "close", "first", "failing", "second");
    }

    @Test
    void theNextRequestOnTheConnectionDoesNotWait() {
        app.get("/slow");
        app.events().await("close");
        assertThat(app.get("/plain").body()).isEqualTo("plain");
        assertThat(app.events().list()).doesNotContain("slow ended");
        app.bean(Hold.class).latch.countDown();
        app.events().await("slow ended");
    }

    @Test
    void theNextRequestOnTheSameSocketIsAnswered() throws IOException {
        try (Socket socket = new Socket("localhost", app.port())) {
            socket.setSoTimeout(20_000);
            EndOfResponseTests.send(socket, "/slow");
            assertThat(EndOfResponseTests.head(socket.getInputStream())).startsWith("HTTP/1.1 200");
            socket.getInputStream().readNBytes(4);
            EndOfResponseTests.send(socket, "/plain");
            assertThat(EndOfResponseTests.head(socket.getInputStream())).startsWith("HTTP/1.1 200");
        }
        assertThat(app.events().await("slow")).doesNotContain("slow ended");
        app.bean(Hold.class).latch.countDown();
        app.events().await("slow ended");
    }

    @Test
    void theOnlyConnectionOfAPoolDoesNotWait() {
        try (App pooled = App.start(PooledPages.class, OnePool.class, Hold.class)) {
            pooled.get("/takes-and-adds");
            pooled.events().await("slow");
            assertThat(pooled.get("/takes").body()).isEqualTo("taken");
            assertThat(pooled.events().list()).doesNotContain("slow ended");
            pooled.bean(Hold.class).latch.countDown();
            pooled.events().await("slow ended");
        }
    }

    @Test
    void bringWhatContextPropagationKnows() {
        ThreadLocal<String> tenant = new ThreadLocal<>();
        ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", tenant);
        try {
            app.bean(Pages.class).tenant = tenant;
            app.get("/tenant");
            assertThat(app.events().await("then tenant null")).contains("tenant acme");
        } finally {
            ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fails", "/commit-fails"})
    void runOnlyAfterASuccessfulComplete(String path) {
        assertThat(app.get(path).statusCode()).isEqualTo(500);

        assertThat(app.events().await("close")).doesNotContain("task", "before release");
        app.get("/ordered");
        assertThat(app.events().await("second")).doesNotContain("task", "before release of " + path);
    }

    @Test
    void areTakenNoMoreWhenItIsTooLate() {
        app.get("/windows");

        assertThat(app.events().await("added before release"))
                .containsExactly(
                        "before release too late",
                        "added by the other",
                        "close",
                        "add too late",
                        "added before release");
    }

    @Test
    void bringTheirContextButNotTheRequest() {
        app.get("/context", "Accept-Language", "fr");

        assertThat(app.events().await("request false")).contains("locale fr", "mdc 42", "request false");
    }

    @Test
    void runOnTheRequestsThreadIfTheExecutorRefuses() {
        try (App refusing = App.start(Pages.class, Parts.class, Hold.class, Refusing.class)) {
            refusing.get("/thread");
            assertThat(refusing.events().await("same thread true")).contains("close");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shutdownWaitsForThem(boolean virtual) throws Exception {
        App stopping = App.start(
                Pages.class,
                Parts.class,
                Hold.class,
                "spring.task.execution.pool.core-size=1",
                "spring.threads.virtual.enabled=" + virtual);
        Events events = stopping.events();
        Hold hold = stopping.bean(Hold.class);
        stopping.get("/slow");
        events.await("slow");
        stopping.get("/ordered");
        Thread closer = new Thread(stopping::close);
        closer.start();
        hold.latch.countDown();
        closer.join();
        assertThat(events.list()).contains("slow ended", "first", "second");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shutdownLosesNothingOfARequestThatIsUnderWay(boolean virtual) throws Exception {
        App stopping = App.start(
                Pages.class, Parts.class, Hold.class, Begin.class, "spring.threads.virtual.enabled=" + virtual);
        Events events = stopping.events();
        Hold hold = stopping.bean(Hold.class);
        stopping.get("/slow");
        events.await("slow");
        Thread client = new Thread(() -> events.add(stopping.get("/held").body()));
        client.start();
        events.await("held");
        Thread closer = new Thread(stopping::close);
        closer.start();
        events.await("stopping");
        hold.latch.countDown();
        closer.join();
        client.join();
        assertThat(events.list()).contains("let go", "slow ended").containsOnlyOnce("task of held");
        assertThat(events.list().stream().filter("close"::equals)).hasSize(2);
        assertThat(events.list().stream().filter("commit"::equals)).hasSize(2);
    }

    /** Tells that a shutdown has begun. */
    static class Begin {

        @EventListener
        void closing(ContextClosedEvent event) {
            event.getApplicationContext().getBean(Events.class).add("stopping");
        }
    }

    /** A pool of one connection. */
    static class OnePool {

        @Bean
        HikariDataSource pool() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:h2:mem:tasks");
            pool.setMaximumPoolSize(1);
            return pool;
        }

        @Dependency
        static Yield<Connection> connection(@Depends DataSource pool) {
            return Yield.open(pool::getConnection).onClose(Connection::close);
        }
    }

    @RestController
    static class PooledPages {

        @GetMapping("/takes")
        String takes(@Depends Connection connection) {
            return "taken";
        }

        @GetMapping("/takes-and-adds")
        String takesAndAdds(
                @Depends Connection connection, @Depends Hold hold, BackgroundTasks tasks, @Depends Events events) {
            tasks.add(() -> hold.until("slow", events));
            return "taken";
        }
    }

    /** Holds a task up until the test lets it go. */
    @Component
    static class Hold {

        volatile CountDownLatch latch = new CountDownLatch(1);

        void until(String event, Events events) throws InterruptedException {
            events.add(event);
            latch.await();
            events.add(event + " ended");
        }
    }

    record Row(String id) {}

    static class Refusing {

        @Bean
        Executor applicationTaskExecutor() {
            return task -> {
                throw new RejectedExecutionException("full");
            };
        }
    }

    @Component
    static class Parts {

        @Dependency
        Yield<Row> row(@Depends Events events) {
            return Yield.of(new Row("1")).onSuccess(row -> events.add("commit")).onClose(row -> events.add("close"));
        }

        @Dependency
        Yield<StringHolder> failing(@Depends Events events) {
            return Yield.of(new StringHolder())
                    .onSuccess(row -> {
                        throw new IOException("commit");
                    })
                    .onClose(row -> events.add("close"));
        }

        @Dependency
        Yield<Late> late(@Depends Events events, BackgroundTasks tasks) {
            return Yield.of(new Late()).onClose(late -> {
                events.add("close");
                try {
                    tasks.add(() -> events.add("never"));
                } catch (IllegalStateException tooLate) {
                    events.add("add too late");
                }
            });
        }
    }

    static final class StringHolder {}

    static final class Late {}

    @RestController
    static class Pages {

        volatile ThreadLocal<String> tenant = new ThreadLocal<>();

        @GetMapping("/plain")
        String plain() {
            return "plain";
        }

        @GetMapping("/ordered")
        String ordered(@Depends Row row, BackgroundTasks tasks, @Depends Events events) {
            tasks.add(() -> events.add("first"));
            tasks.add(() -> {
                events.add("failing");
                throw new IOException("isolated");
            });
            tasks.add(() -> events.add("second"));
            tasks.addBeforeRelease(() -> events.add("before release"));
            events.add("handled");
            return "ordered";
        }

        @GetMapping("/slow")
        String slow(@Depends Row row, @Depends Hold hold, BackgroundTasks tasks, @Depends Events events) {
            tasks.add(() -> hold.until("slow", events));
            return "slow";
        }

        @GetMapping("/held")
        String held(@Depends Row row, @Depends Hold hold, BackgroundTasks tasks, @Depends Events events)
                throws InterruptedException {
            hold.until("held", events);
            tasks.add(() -> events.add("task of held"));
            return "let go";
        }

        @GetMapping("/tenant")
        String tenant(@Depends Row row, BackgroundTasks tasks, @Depends Events events) {
            ThreadLocal<String> current = tenant;
            current.set("acme");
            tasks.add(() -> events.add("tenant " + current.get()));
            current.remove();
            tasks.add(() -> events.add("then tenant " + current.get()));
            return "tenant";
        }

        @GetMapping("/fails")
        String fails(@Depends Row row, BackgroundTasks tasks, @Depends Events events) {
            tasks.add(() -> events.add("task"));
            tasks.addBeforeRelease(() -> events.add("before release of /fails"));
            throw new IllegalStateException("fails");
        }

        @GetMapping("/commit-fails")
        String commitFails(@Depends StringHolder failing, BackgroundTasks tasks, @Depends Events events) {
            tasks.add(() -> events.add("task"));
            tasks.addBeforeRelease(() -> events.add("before release of /commit-fails"));
            return "never";
        }

        @GetMapping("/windows")
        String windows(@Depends Late late, BackgroundTasks tasks, @Depends Events events) {
            tasks.addBeforeRelease(() -> {
                try {
                    tasks.addBeforeRelease(() -> events.add("never"));
                } catch (IllegalStateException tooLate) {
                    events.add("before release too late");
                }
                tasks.add(() -> events.add("added before release"));
                events.add("added by the other");
            });
            return "windows";
        }

        @GetMapping("/context")
        String context(@Depends Row row, BackgroundTasks tasks, @Depends Events events) {
            MDC.put("order", "42");
            tasks.add(() -> {
                events.add("locale " + LocaleContextHolder.getLocale().getLanguage());
                events.add("mdc " + MDC.get("order"));
                events.add("request " + (RequestContextHolder.getRequestAttributes() != null));
            });
            MDC.remove("order");
            LocaleContextHolder.setLocale(Locale.CHINESE);
            return "context";
        }

        @GetMapping("/thread")
        String thread(@Depends Row row, BackgroundTasks tasks, @Depends Events events) {
            AtomicReference<Thread> thread = new AtomicReference<>(Thread.currentThread());
            tasks.add(() -> events.add("same thread " + (Thread.currentThread() == thread.get())));
            return "thread";
        }
    }
}
