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
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class ShapesBenchmark {

    /** How they need each other, or what they return. */
    @Param({"chain", "wide", "diamond", "route", "yield", "callbacks"})
    public String kind = "";

    /** How many dependencies; a diamond has half as many levels. */
    @Param({"2", "10", "20", "40", "60"})
    public int nodes;

    private ConfigurableApplicationContext context;
    private MockHttpServletRequest request;
    private MockHttpServletResponse response;
    private Call call;

    /** Generates and starts the application. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        context = Applications.shape(kind, nodes);
        request = Applications.request("/shape");
        response = new MockHttpServletResponse();
        call = Call.of(context, request);
        if (!"done".equals(resolve())) {
            throw new IllegalStateException(kind + " does not answer");
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
