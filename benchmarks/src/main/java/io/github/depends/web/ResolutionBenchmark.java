package io.github.depends.web;

import io.github.depends.benchmarks.Applications;
import java.util.Objects;
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

/**
 * The scenario from the bound request to the value of the controller method, without what surrounds it in Spring MVC:
 * all phases but the writing of the response, beside Spring's own binding, validation and call of a method.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class ResolutionBenchmark {

    /** Path of the way that is measured. */
    @Param({"/items", "/by-hand/items"})
    public String path = "";

    private ConfigurableApplicationContext context;
    private MockHttpServletRequest request;
    private MockHttpServletResponse response;
    private Call call;

    /** Starts the application, and sees once that the way gives what it should. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        context = Applications.scenario();
        request = Applications.request(path);
        response = new MockHttpServletResponse();
        call = Call.of(context, request);
        String answer = Objects.toString(resolve());
        if (!answer.equals("Answer[user=alice, tenant=acme, limit=20, offset=0]")) {
            throw new IllegalStateException(path + " gives " + answer);
        }
    }

    /** Stops the application. */
    @TearDown(Level.Trial)
    public void stop() {
        context.close();
    }

    /** Makes the answer. */
    @Benchmark
    public @Nullable Object resolve() throws Exception {
        return call.answer(request, response);
    }
}
