package io.github.depends.benchmarks;

import io.github.depends.benchmarks.Scenario.Answer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;

/** An endpoint that uses no dependency, without the library, with it, and with its filter in front as well. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class NothingBenchmark {

    /** Whether the library is there. */
    @Param({"without", "with", "with-filter"})
    public String library = "";

    private ConfigurableApplicationContext context;
    private FilterChain chain;

    /** Starts the application. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        Class<?>[] sources = {Bare.class, Plain.class};
        context = library.equals("without")
                ? Applications.start(
                        sources,
                        "--spring.autoconfigure.exclude=io.github.depends.autoconfigure.DependsAutoConfiguration")
                : Applications.start(sources);
        DispatcherServlet servlet = context.getBean(DispatcherServlet.class);
        chain = servlet::service;
        if (library.equals("with-filter")) {
            Filter filter =
                    Objects.requireNonNull(context.getBean("requestDependenciesFilter", FilterRegistrationBean.class)
                            .getFilter());
            chain = (request, response) -> filter.doFilter(request, response, servlet::service);
        }
        String body = request().getContentAsString();
        if (!body.equals("{\"user\":\"alice\",\"tenant\":\"acme\",\"limit\":20,\"offset\":0}")) {
            throw new IllegalStateException("answers " + body);
        }
    }

    /** Stops the application. */
    @TearDown(Level.Trial)
    public void stop() {
        context.close();
    }

    /** Serves one request. */
    @Benchmark
    public MockHttpServletResponse request() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        chain.doFilter(Applications.request("/plain"), response);
        return response;
    }

    /** The endpoint. */
    @RestController
    static class Plain {

        @GetMapping("/plain")
        Answer plain(@RequestParam int limit) {
            return new Answer("alice", "acme", limit, 0);
        }
    }
}
