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
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;

/** Three stages of 200 milliseconds, one after another and in parallel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class AcquisitionBenchmark {

    /** Value of {@code depends.acquire.parallel}. */
    @Param({"false", "true"})
    public String parallel = "";

    private ConfigurableApplicationContext context;
    private DispatcherServlet servlet;

    /** Starts the application. */
    @Setup(Level.Trial)
    public void start() {
        context = SpringApplication.run(
                BenchmarkApplication.class,
                "--depends.acquire.parallel=" + parallel,
                "--server.port=0",
                "--spring.mvc.servlet.load-on-startup=1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn");
        servlet = context.getBean(DispatcherServlet.class);
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
        servlet.service(new MockHttpServletRequest("GET", "/three-stages"), response);
        if (!response.getContentAsString().equals("123")) {
            throw new IllegalStateException("The answer is " + response.getContentAsString());
        }
        return response;
    }
}
