package io.github.depends.benchmarks;

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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;

/** The scenario through Spring's dispatcher servlet, with requests and responses that are no network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class DispatcherBenchmark {

    /** Path of the way that is measured. */
    @Param({
        "/items",
        "/by-hand/items",
        "/by-resolvers/items",
        "/by-scope/items",
        "/guarded",
        "/by-interceptor/guarded",
        "/by-hand/nothing"
    })
    public String path = "";

    private ConfigurableApplicationContext context;
    private DispatcherServlet servlet;

    /** Starts the application, and sees once that the way answers as it should. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        context = Applications.scenario();
        servlet = context.getBean(DispatcherServlet.class);
        String body = request().getContentAsString();
        if (!body.equals("{\"user\":\"alice\",\"tenant\":\"acme\",\"limit\":20,\"offset\":0}")) {
            throw new IllegalStateException(path + " answers " + body);
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
        servlet.service(Applications.request(path), response);
        return response;
    }
}
