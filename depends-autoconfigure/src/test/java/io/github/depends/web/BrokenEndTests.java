package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Jetty;
import io.github.depends.testing.Script;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests at whose end something else fails: what they have opened is closed all the same. */
class BrokenEndTests {

    @ParameterizedTest
    @EnumSource
    void anExceptionThatCannotBeReadKeepsNothingOpen(Server server) {
        try (App app = server.start(UnreadableFailure.class)) {
            app.get("/value");

            assertThat(app.events().await("a close")).containsOnlyOnce("a close");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResponseThatCannotBeClosedKeepsNothingOpen(Server server) {
        try (App app = server.start(UnclosableResponse.class)) {
            app.get("/value");

            assertThat(app.events().await("a close")).containsOnlyOnce("a close");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExecutorThatFailsLosesNoTask(Server server) {
        try (App app = server.start(FailingExecutor.class)) {
            app.get("/task");

            assertThat(app.events().await("task")).containsSubsequence("a close", "task");
        }
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start(Object... parts) {
            return App.start(Stream.of(
                            Stream.of(Pages.class),
                            Stream.of(parts),
                            this == JETTY ? Stream.of(Jetty.class) : Stream.empty())
                    .flatMap(each -> each)
                    .toArray());
        }
    }

    @RestController
    static class Pages {

        @Dependency
        Yield<String> a(@Depends Events events) {
            return new Script(events, List.of()).yield("a");
        }

        @GetMapping("/value")
        String value(@Depends(name = "a") String a) {
            return a;
        }

        @GetMapping("/task")
        String task(@Depends(name = "a") String a, BackgroundTasks tasks, @Depends Events events) {
            tasks.add(() -> events.add("task"));
            return a;
        }
    }

    static class UnreadableFailure {

        @Bean
        Filter failing() {
            return (request, response, chain) -> {
                chain.doFilter(request, response);
                throw new Unreadable();
            };
        }
    }

    static final class Unreadable extends RuntimeException {

        @Override
        public String getMessage() {
            throw new IllegalStateException("The message cannot be read");
        }
    }

    static class UnclosableResponse {

        @Bean
        FilterRegistrationBean<Filter> unclosable() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) ->
                    chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
                        @Override
                        public ServletOutputStream getOutputStream() throws IOException {
                            return new Unclosable(super.getOutputStream());
                        }
                    }));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }

    static final class Unclosable extends ServletOutputStream {

        private final ServletOutputStream output;

        Unclosable(ServletOutputStream output) {
            this.output = output;
        }

        @Override
        public void write(int one) throws IOException {
            output.write(one);
        }

        @Override
        public boolean isReady() {
            return output.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            output.setWriteListener(listener);
        }

        @Override
        public void close() {
            throw new LinkageError("The response cannot be closed");
        }
    }

    static class FailingExecutor {

        @Bean
        Executor applicationTaskExecutor() {
            return task -> {
                throw new IllegalStateException("The executor cannot prepare the task");
            };
        }
    }
}
