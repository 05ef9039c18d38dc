package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Use;
import io.github.depends.resolution.RequestParameters.Part;
import io.github.depends.security.NotAuthenticatedException;
import io.github.depends.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan: its values, and what it has opened. The phases are called in order by whoever serves the request,
 * <em>authorise</em>, <em>bind</em> and <em>acquire</em> on one thread; <em>complete</em> and <em>release</em> once
 * each, on any.
 */
public final class Resolution {

    private final ResolutionPlan plan;
    private final @Nullable Object[] values;
    private final @Nullable Object[] states;
    private final @Nullable Object[] bound;
    private final Thread thread = Thread.currentThread();
    private final TaskContexts contexts;
    private final OpenYields yields;
    private final Lock settling = new ReentrantLock();
    private volatile boolean completed;
    private volatile boolean handled;
    private volatile @Nullable TaskQueue tasks;
    private volatile @Nullable Throwable failure;

    /**
     * Begins a run on the current thread.
     *
     * @param plan the plan
     * @param failures is told of callbacks that fail too late for an answer
     * @param contexts travel with the tasks of the request
     */
    public Resolution(ResolutionPlan plan, LateFailures failures, TaskContexts contexts) {
        this.plan = plan;
        this.contexts = contexts;
        this.yields = new OpenYields(plan.endpoint().toString(), failures);
        this.values = new Object[plan.steps.length];
        this.states = new Object[plan.steps.length];
        this.bound = new Object[plan.groups().size()];
    }

    /** Returns the plan. */
    public ResolutionPlan plan() {
        return plan;
    }

    /**
     * Reads all credentials, then runs the guards in order, each with what it needs.
     *
     * @throws Exception the refusal of the first scheme or guard that refuses, or the faults of the guards' parameters
     */
    public void authorise(RequestParameters request) throws Exception {
        for (int slot : plan.schemes) {
            Provider.OfScheme scheme =
                    (Provider.OfScheme) plan.steps[slot].node().provider();
            keep(slot, credentials(scheme.instance().get(), request));
        }
        for (int turn = 0; turn < plan.guards.size(); turn++) {
            GuardTurn guard = plan.guards.get(turn);
            bind(guard, request, Part.GUARD_WITHOUT_BODY);
            if (!request.hasFaults()) {
                bind(guard, request, Part.GUARD_BODY);
            }
            if (request.hasFaults()) {
                for (GuardTurn later : plan.guards.subList(turn + 1, plan.guards.size())) {
                    bind(later, request, Part.GUARD_WITHOUT_BODY);
                }
            }
            request.throwFaults();
            run(guard.steps());
        }
    }

    /** Binds what the remaining dependencies need of the request; faults are kept there. */
    public void bind(RequestParameters request) throws Exception {
        for (BindingGroup group : plan.validated) {
            request.bind(group, arguments(group), Part.ALL);
        }
    }

    /** Runs the remaining dependencies in order. */
    public void acquire() throws Exception {
        if (plan.overlaps) {
            new ParallelAcquisition(this).run(plan);
        } else {
            run(plan.acquired);
        }
    }

    /** Returns the value for a parameter of the endpoint that {@link ResolutionPlan#fills this library fills}. */
    public @Nullable Object argument(int parameter) {
        return value(plan.inputs[parameter], null);
    }

    /** Tells that the controller method is being left: no lazy dependency is resolved from here on. */
    public void handled() {
        handled = true;
    }

    /** Returns the name of a dependency that this run has made and that is bound to its thread, or {@code null}. */
    public @Nullable String threadBound() {
        for (Step step : plan.steps) {
            if (states[step.slot] == this
                    && step.node().provider() instanceof Provider.Executing executing
                    && executing.threadBound()) {
                return step.label();
            }
        }
        return null;
    }

    /** Whether another thread has not settled the outcome yet, and may hold something that only it can end. */
    public boolean heldByThread() {
        return !completed
                && Thread.currentThread() != thread
                && Arrays.stream(plan.steps).anyMatch(step -> step.node().threadBound());
    }

    /** Whether the outcome has been settled. */
    public boolean isCompleted() {
        return completed;
    }

    /**
     * Settles the outcome: success or error callbacks, then closing of {@code FUNCTION} yields. Only the first call
     * counts.
     *
     * @param thrown why the request fails, {@code null} if it has not failed
     * @param clientGone whether it fails because the client has gone
     * @return why it fails now, {@code null} on success; on a later call the given failure
     */
    public @Nullable Throwable complete(@Nullable Throwable thrown, boolean clientGone) {
        handled = true;
        settling.lock();
        try {
            if (completed) {
                return thrown;
            }
            completed = true;
            failure = yields.complete(thrown, clientGone);
            return failure;
        } finally {
            settling.unlock();
        }
    }

    /**
     * Returns what a dependency has given and is still open, {@code null} if there is no such value.
     *
     * @param node the dependency, as another use sees it
     */
    public @Nullable Object stillOpen(DependencyNode node) {
        for (Step step : plan.steps) {
            if (step.node().equals(node) && states[step.slot] == this && !(step.closesEarly && completed)) {
                return values[step.slot];
            }
        }
        return null;
    }

    /** Gives what is open now; for any thread. */
    public void tellOpen(Consumer<OpenYield> to) {
        yields.tell(to);
    }

    /** Whether there is nothing to do after the response. */
    public boolean nothingToRelease() {
        return !yields.outlastsCompletion() && tasks == null;
    }

    /**
     * Closes what is still open. Only after {@link #complete}, which it makes up for as failed if nobody has called it.
     *
     * @param responseFailure why the response could not be written, {@code null} if it was
     * @param clientGone whether the client has gone
     */
    public void release(@Nullable Throwable responseFailure, boolean clientGone) {
        settling.lock();
        try {
            if (!completed) {
                complete(responseFailure != null ? responseFailure : new AbandonedException(), clientGone);
            }
            yields.release(failure != null ? failure : responseFailure, clientGone);
        } finally {
            settling.unlock();
        }
    }

    /** Takes the tasks to run before the release; none unless <em>complete</em> succeeded. */
    public List<Task> takeTasksBeforeRelease() {
        TaskQueue queue = tasks;
        if (queue == null) {
            return List.of();
        }
        List<Task> taken = queue.takeBeforeRelease();
        return succeeded() ? taken : List.of();
    }

    /** Takes the tasks to run after the release; none unless <em>complete</em> succeeded. */
    public List<Task> takeTasksAfterRelease() {
        TaskQueue queue = tasks;
        if (queue == null) {
            return List.of();
        }
        List<Task> taken = queue.takeAfterRelease();
        return succeeded() ? taken : List.of();
    }

    // Under the lock: while callbacks run on another thread the outcome is not known yet.
    private boolean succeeded() {
        settling.lock();
        try {
            return completed && failure == null;
        } finally {
            settling.unlock();
        }
    }

    private static @Nullable Object credentials(SecurityScheme<?> scheme, RequestParameters request) {
        Object credentials = scheme.credentials(request.credentials());
        if (credentials == null && scheme.required()) {
            throw new NotAuthenticatedException(scheme.challenge());
        }
        return credentials;
    }

    private void bind(GuardTurn turn, RequestParameters request, Part part) throws Exception {
        for (BindingGroup group : turn.groups()) {
            if (part == Part.GUARD_WITHOUT_BODY || group.bindsBody()) {
                request.bind(group, arguments(group), part);
            }
        }
    }

    private @Nullable Object[] arguments(BindingGroup group) {
        if (!(bound[group.index()] instanceof Object[] arguments)) {
            @Nullable Object[] fresh = new Object[group.arguments().size()];
            bound[group.index()] = fresh;
            return fresh;
        }
        return arguments;
    }

    private void run(int[] slots) {
        for (int slot : slots) {
            if (!require(slot)) {
                run(plan.steps[slot]);
            }
        }
    }

    /** Returns whether a dependency has run, waits for its stage if one is under way, and throws what it threw. */
    boolean require(int slot) {
        Object state = states[slot];
        if (state == null || state == this) {
            return state != null;
        }
        if (state instanceof Pending pending) {
            pending.require();
            return true;
        }
        throw Sneaky.<RuntimeException>rethrow((Throwable) state);
    }

    private void run(Step step) {
        try {
            keep(step.slot, unwrap(step, invoke(step)));
        } catch (Throwable thrown) {
            throw failed(step.slot, thrown);
        }
    }

    /** Runs a dependency, without waiting for its stage. */
    void begin(Step step, StagesUnderWay stages) {
        if (!step.recipe.product().stage()) {
            run(step);
            return;
        }
        try {
            Object stage = invoke(step);
            if (stage == null) {
                keep(step.slot, unwrap(step, null));
            } else {
                states[step.slot] = new Pending(
                        step.recipe.product(), stage, yields, stages, (value, thrown) -> end(step.slot, value, thrown));
            }
        } catch (Throwable thrown) {
            throw failed(step.slot, thrown);
        }
    }

    private @Nullable Object invoke(Step step) throws Throwable {
        @Nullable Object[] arguments = new Object[step.inputs.length];
        for (int index = 0; index < arguments.length; index++) {
            arguments[index] = value(step.inputs[index], step);
        }
        return step.recipe.invoker().invoke(arguments);
    }

    private void end(int slot, @Nullable Object value, @Nullable Throwable thrown) {
        if (thrown == null) {
            keep(slot, value);
        } else {
            states[slot] = thrown;
        }
    }

    private void keep(int slot, @Nullable Object value) {
        values[slot] = value;
        states[slot] = this;
    }

    private RuntimeException failed(int slot, Throwable thrown) {
        states[slot] = thrown;
        return Sneaky.<RuntimeException>rethrow(thrown);
    }

    private @Nullable Object unwrap(Step step, @Nullable Object result) throws Throwable {
        if (step.recipe.product().stage() || step.recipe.product().yields()) {
            return step.recipe.product().value(result, yields);
        }
        return result instanceof Optional<?> optional ? optional.orElse(null) : result;
    }

    private @Nullable Object value(Input input, @Nullable Step asking) {
        if (input instanceof Input.Slot slot) {
            return delivered(slot.use(), values[slot.slot()], slot.slot(), slot.primitive());
        }
        if (input instanceof Input.Bound parameter && asking != null && asking.group != null) {
            return arguments(asking.group)[parameter.parameter()];
        }
        if (input instanceof Input.Constant constant) {
            return constant.value();
        }
        if (input instanceof Input.Lazy lazy) {
            return (Supplier<?>) () -> lazily(lazy);
        }
        if (input instanceof Input.Tasks) {
            return tasks();
        }
        throw new IllegalStateException("Nothing fills a parameter of "
                + (asking == null ? plan.endpoint().toString() : asking.label()));
    }

    private @Nullable Object lazily(Input.Lazy lazy) {
        if (Thread.currentThread() != thread || handled) {
            throw new IllegalStateException("'" + plan.steps[lazy.slot()].label() + "', used lazily by "
                    + lazy.use().site()
                    + ", can be resolved only on the request's thread and until the endpoint returns");
        }
        run(lazy.steps());
        return delivered(lazy.use(), values[lazy.slot()], lazy.slot(), false);
    }

    private @Nullable Object delivered(Use use, @Nullable Object value, int slot, boolean primitive) {
        return switch (use.delivery()) {
            case OPTIONAL, LAZY_OPTIONAL -> Optional.ofNullable(value);
            case NULLABLE, LAZY_NULLABLE -> primitive ? required(use, value, slot) : value;
            case VALUE, LAZY -> required(use, value, slot);
        };
    }

    private Object required(Use use, @Nullable Object value, int slot) {
        if (value == null) {
            throw new IllegalStateException("'" + plan.steps[slot].label() + "' has no value (null), but " + use.site()
                    + " needs one; declare the parameter '" + use.site().parameter() + "' @Nullable or Optional");
        }
        return value;
    }

    private TaskQueue tasks() {
        TaskQueue queue = tasks;
        if (queue == null) {
            queue = new TaskQueue(plan.endpoint().toString(), plan.graph(), contexts);
            tasks = queue;
        }
        return queue;
    }
}
