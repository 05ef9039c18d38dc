package io.github.depends.benchmarks;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.rule.Rules;
import io.github.depends.graph.rule.ValidationSupport;
import io.github.depends.web.RequestDependencies;
import io.github.depends.web.detection.ApplicationCatalog;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The start of a large application in a new virtual machine: the whole of it as the score, and of that what detection,
 * graph and plans took, and what they keep in the heap.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
@SuppressWarnings("NullAway.Init") // JMH calls compile() first
public class StartBenchmark {

    private static final Set<String> OURS = Set.of("dependencyCatalog", "dependencyGraph", "requestDependenciesStart");

    /** How many endpoints. */
    @Param({"250", "500", "1000", "2000"})
    public int endpoints;

    /** How many dependencies. */
    @Param({"100", "200", "400"})
    public int dependencies;

    private Class<?>[] classes;
    private ConfigurableApplicationContext context;

    /** Generates the application. */
    @Setup(Level.Trial)
    public void compile() {
        classes = new Large(endpoints, dependencies).classes();
    }

    /** Stops the application. */
    @TearDown(Level.Trial)
    public void stop() {
        context.close();
    }

    /** Starts the application. */
    @Benchmark
    public ConfigurableApplicationContext start(Share share) {
        BufferingApplicationStartup startup = new BufferingApplicationStartup(10_000);
        SpringApplication application = new SpringApplication(classes);
        application.addPrimarySources(Set.of(Bare.class));
        application.setApplicationStartup(startup);
        context = application.run("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=warn");
        share.time(startup.getBufferedTimeline());
        share.heap(context, endpoints);
        return context;
    }

    /** What of the start is this library's. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Share {

        /** Milliseconds for detection, graph and plans. */
        public double millis;

        /** Bytes kept for an endpoint, its share of the graph included. */
        public double bytesPerEndpoint;

        void time(StartupTimeline timeline) {
            Map<Long, StartupTimeline.TimelineEvent> byId = new HashMap<>();
            timeline.getEvents()
                    .forEach(event -> byId.put(event.getStartupStep().getId(), event));
            Duration own = Duration.ZERO;
            for (StartupTimeline.TimelineEvent event : timeline.getEvents()) {
                StartupTimeline.TimelineEvent parent =
                        byId.get(event.getStartupStep().getParentId());
                boolean inside = parent != null && named(parent);
                if (named(event) && !inside) {
                    own = own.plus(event.getDuration());
                } else if (!named(event) && inside) {
                    own = own.minus(event.getDuration());
                }
            }
            millis = own.toNanos() / 1e6;
        }

        private static boolean named(StartupTimeline.TimelineEvent event) {
            for (var tag : event.getStartupStep().getTags()) {
                if (tag.getKey().equals("beanName") && OURS.contains(tag.getValue())) {
                    return true;
                }
            }
            return false;
        }

        void heap(ConfigurableApplicationContext context, int endpoints) {
            ApplicationCatalog catalog = context.getBean(ApplicationCatalog.class);
            RequestDependencies dependencies = context.getBean(RequestDependencies.class);
            long before = used();
            DependencyGraph graph = DependencyGraph.of(catalog, Rules.all(ValidationSupport.CONSTRAINTS));
            Object plans = dependencies.plan(graph, catalog.endpoints());
            long after = used();
            if (plans == graph) {
                throw new IllegalStateException("both are kept until here");
            }
            bytesPerEndpoint = (double) (after - before) / endpoints;
        }

        private static long used() {
            for (int times = 0; times < 5; times++) {
                System.gc();
            }
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
