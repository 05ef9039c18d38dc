package io.github.depends.web;

import io.github.depends.benchmarks.Applications;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** How the cost of a request grows with its dependencies, whatever shape they have. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class ShapesBenchmark {

    /** A kind, and how many dependencies, or levels of two, it has. */
    @Param({
        "chain-1",
        "chain-3",
        "chain-10",
        "chain-30",
        "wide-3",
        "wide-10",
        "wide-30",
        "diamond-5",
        "diamond-10",
        "diamond-20",
        "diamond-30",
        "route-1",
        "route-3",
        "route-10",
        "yield-1",
        "yield-10",
        "callbacks-1",
        "callbacks-10"
    })
    public String shape = "";

    private ConfigurableApplicationContext context;
    private MockHttpServletRequest request;
    private MockHttpServletResponse response;
    private Call call;

    /** Generates and starts the application. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        context = Applications.shape(shape);
        request = Applications.request("/shape");
        response = new MockHttpServletResponse();
        call = Call.of(context, request);
        if (!"done".equals(resolve())) {
            throw new IllegalStateException(shape + " does not answer");
        }
    }

    /** Stops the application. */
    @TearDown(Level.Trial)
    public void stop() {
        context.close();
    }

    /** Resolves all dependencies and calls the endpoint. */
    @Benchmark
    public @Nullable Object resolve() throws Exception {
        return call.answer(request, response);
    }
}
