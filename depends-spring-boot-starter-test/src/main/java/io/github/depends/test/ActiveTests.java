package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.web.EndpointPlans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The test methods that are under way on one application context, and which of them a thread or request belongs to. */
final class ActiveTests {

    private final Supplier<DependencyGraph> application;
    private final Function<DependencyGraph, EndpointPlans> planner;
    private final Map<String, ActiveTest> active = new ConcurrentHashMap<>();
    private volatile boolean begun;

    // Not inheritable: threads of a pool that a test happens to start would belong to it for ever.
    private final ThreadLocal<@Nullable ActiveTest> current = new ThreadLocal<>();

    ActiveTests(Supplier<DependencyGraph> application, Function<DependencyGraph, EndpointPlans> planner) {
        this.application = application;
        this.planner = planner;
    }

    /**
     * Begins a test method on the current thread.
     *
     * @param test how messages name it
     * @param mocks its mocks, by the instance that has them
     * @throws IllegalStateException if another test method that is under way has one of these instances
     */
    TestOverrides begin(String test, Map<Object, MockFields> mocks) {
        ActiveTest begun = new ActiveTest(
                UUID.randomUUID().toString(), mocks, new TestOverrides(test, application.get(), planner));
        current.remove();
        synchronized (active) {
            active.values().stream().filter(begun::shares).findAny().ifPresent(other -> {
                throw new IllegalStateException(begun.overrides() + " and " + other.overrides()
                        + " run at the same time and share the @MockDependency fields of one test instance"
                        + " (@TestInstance(PER_CLASS)), so that neither could tell whose mock it is. Use an instance for"
                        + " each method, or @Execution(SAME_THREAD)");
            });
            active.put(begun.id(), begun);
        }
        current.set(begun);
        this.begun = true;
        return begun.overrides();
    }

    /**
     * Ends the test method that was begun on the current thread.
     *
     * @param failure why it has failed, {@code null} if it has not
     */
    void end(@Nullable Throwable failure) {
        ActiveTest ended = current.get();
        current.remove();
        if (ended != null) {
            active.remove(ended.id());
            ended.mocks().values().forEach(MockFields::reset);
            ended.overrides().end(failure);
        }
    }

    /**
     * Whether any test method has begun on this application context. In an application that no test has started, such as
     * one that has this module on its class path by mistake, none ever does.
     */
    boolean haveBegun() {
        return begun;
    }

    /** Returns the identity of the test that the current thread runs, {@code null} if it runs none. */
    @Nullable String id() {
        ActiveTest test = current.get();
        return test == null ? null : test.id();
    }

    /**
     * Returns what the test that the current thread runs has replaced.
     *
     * @throws IllegalStateException if it runs none
     */
    TestOverrides current() {
        ActiveTest test = current.get();
        if (test == null) {
            throw new IllegalStateException("No test method of this application context is under way on this thread ("
                    + Thread.currentThread().getName()
                    + "), so that nobody knows for which test to replace. Call it in @BeforeEach or in the test method,"
                    + " on the thread that runs it: not in @BeforeAll, in a constructor or a configuration, nor on a"
                    + " thread of its own, such as that of a preemptive timeout");
        }
        return test.overrides();
    }

    /** Returns what a test has replaced that is under way and identified itself. */
    TestOverrides identified(String id) {
        ActiveTest test = active.get(id);
        if (test == null) {
            throw new IllegalStateException(
                    "The test that sent this request has ended, so that nobody knows what it had"
                            + " replaced; let the test wait for its requests");
        }
        return test.overrides();
    }

    /** Returns what the test of the current thread has replaced, {@code null} if it runs none. */
    @Nullable TestOverrides own() {
        ActiveTest own = current.get();
        return own == null ? null : own.overrides();
    }

    /** Returns the graph in which nothing is replaced. */
    DependencyGraph application() {
        return application.get();
    }

    /**
     * Returns what has been replaced for a request without an identity: by the only test; {@code null} if no test has
     * replaced anything.
     *
     * @param request the request, for the message
     * @throws IllegalStateException if it could belong to several
     */
    @Nullable TestOverrides unidentified(String request) {
        return only(
                request,
                "Send it with MockMvc on the test's thread, or with the RestTestClient or TestRestTemplate of the"
                        + " application context, or do not run these tests at the same time");
    }

    /**
     * Returns what has been replaced for a use outside a request: by the test of the current thread, else by the only
     * one; nothing if no test has replaced anything.
     *
     * @throws IllegalStateException if it could belong to several
     */
    Optional<TestOverrides> outside() {
        TestOverrides own = own();
        return Optional.ofNullable(
                own != null
                        ? own
                        : only(
                                "A use of Dependencies on the thread "
                                        + Thread.currentThread().getName(),
                                "Background tasks and the work of a Callable belong to the test of their request; other"
                                        + " threads of the application belong to none. Call it on the test's thread, or"
                                        + " do not run these tests at the same time"));
    }

    private @Nullable TestOverrides only(String what, String action) {
        List<ActiveTest> all = List.copyOf(active.values());
        if (all.stream().noneMatch(test -> test.overrides().any())) {
            return null;
        }
        if (all.size() > 1) {
            IllegalStateException refused = new IllegalStateException(what + " belongs to no test, but " + all.size()
                    + " are under way and have replaced dependencies: "
                    + all.stream()
                            .map(test -> test.overrides().toString())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ". " + action);
            all.forEach(test -> test.overrides().refused(refused));
            throw refused;
        }
        return all.get(0).overrides();
    }

    /** Returns overrides of one request, which begin with those of its test, if it has one. */
    TestOverrides forRequest(@Nullable TestOverrides test) {
        return test != null ? test.forRequest() : new TestOverrides("one request", application.get(), planner);
    }

    private record ActiveTest(String id, Map<Object, MockFields> mocks, TestOverrides overrides) {

        boolean shares(ActiveTest other) {
            return mocks.keySet().stream()
                    .anyMatch(instance -> other.mocks.keySet().stream().anyMatch(each -> each == instance));
        }
    }
}
