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
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;

/** A request of the scenario that asks for too much, and gets problem details. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class FailingBenchmark {

    /** Path of the way that is measured. */
    @Param({"/items", "/by-hand/items"})
    public String path = "";

    private ConfigurableApplicationContext context;
    private DispatcherServlet servlet;

    /** Starts the application, and sees once that the way answers as it should. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        context = Applications.start(
                new Class<?>[] {BenchmarkApplication.class},
                "--spring.mvc.problemdetails.enabled=true",
                "--logging.level.org.springframework.web=error");
        servlet = context.getBean(DispatcherServlet.class);
        MockHttpServletResponse response = request();
        if (response.getStatus() != 400 || !response.getContentAsString().contains("Bad Request")) {
            throw new IllegalStateException(path + " answers " + response.getStatus());
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
        MockHttpServletRequest request = Applications.request(path);
        request.setParameter("limit", "1000");
        request.setQueryString("limit=1000");
        MockHttpServletResponse response = new MockHttpServletResponse();
        servlet.service(request, response);
        return response;
    }
}
