package io.github.depends.web;

import io.github.depends.graph.DependencyNode;
import io.github.depends.resolution.Resolution;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;

/** One handling of an endpoint: a request, forward, include or error dispatch, and what comes back to it later. */
final class Frame {

    private final PlannedEndpoint endpoint;
    private final Object controller;
    private final RequestLife life;
    private final Resolution resolution;
    private final RequestBinding binding;
    private @Nullable Object @Nullable [] arguments;
    private @Nullable Throwable settled;
    private @Nullable Work work;
    private boolean settling;
    private boolean resultChecked;
    private boolean deferred;
    private boolean suspended;
    private boolean resumed;

    Frame(
            PlannedEndpoint endpoint,
            HandlerMethod handler,
            BindingSupport support,
            RequestLife life,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.endpoint = endpoint;
        this.controller = handler.getBean();
        this.life = life;
        this.resolution = new Resolution(endpoint.plan(), life.failures(), life.contexts());
        this.binding = new RequestBinding(
                support,
                endpoint,
                new ServletWebRequest(request, response),
                support.binders().of(handler));
    }

    PlannedEndpoint endpoint() {
        return endpoint;
    }

    Resolution resolution() {
        return resolution;
    }

    void authorise() throws Exception {
        resolution.authorise(binding);
    }

    /** Binds and validates everything that is left, then acquires; once. */
    void prepare(@Nullable ModelAndViewContainer model, @Nullable WebDataBinderFactory factory) throws Exception {
        if (arguments != null) {
            return;
        }
        resolution.bind(binding);
        @Nullable Object[] own = binding.bindEndpoint(controller, model, factory);
        binding.throwFaults();
        resolution.acquire();
        for (int index = 0; index < own.length; index++) {
            if (endpoint.plan().fills(index)) {
                own[index] = resolution.argument(index);
            }
        }
        endpoint.checkDependencies(controller, own);
        arguments = own;
    }

    @Nullable Object argument(int index) {
        if (arguments == null) {
            throw new IllegalStateException(
                    "The arguments of " + endpoint.plan().endpoint() + " are not there yet");
        }
        return arguments[index];
    }

    /** Returns what is to be told of an exception: a fault where Spring MVC could not bind for a method around the endpoint. */
    Throwable told(Throwable thrown) {
        return binding.told(thrown);
    }

    /** Validates the result of the controller method, the first time it is seen. */
    void checkResult(@Nullable Object result) {
        if (!resultChecked) {
            resultChecked = true;
            endpoint.checkResult(controller, result);
        }
    }

    /** Tells that the controller method has returned, but its value comes later. */
    void defers() {
        deferred = true;
        resolution.handled();
    }

    /** Tells that another thread goes on with the request, from which this handling comes back. */
    void suspend() {
        suspended = true;
    }

    /** Goes on with what came from the other thread. */
    void resume() {
        suspended = false;
        resumed = true;
    }

    /** Whether this handling is to come back. */
    boolean suspended() {
        return suspended;
    }

    /** Whether this handling has come back, so that what it returns is the value itself. */
    boolean resumed() {
        return resumed;
    }

    /** Whether the value of the controller method is still to come. */
    boolean waits() {
        return suspended && deferred;
    }

    /**
     * Settles the outcome by the value that this handling has waited for, or by the failure in its place.
     *
     * @throws Exception what the client gets in its place
     */
    void delivered(@Nullable Object result) throws Exception {
        resume();
        if (result instanceof Throwable failure) {
            throw failed(failure);
        }
        try {
            checkResult(result);
            complete();
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    /** Returns what follows the work that Spring MVC is going to run for this handling. */
    Work follow() {
        Work followed = new Work();
        work = followed;
        return followed;
    }

    /** Returns the work that runs for this handling on another thread, {@code null} if there is none. */
    @Nullable Work work() {
        return work;
    }

    /**
     * Settles the outcome as a success; once. While work is still running, something else is answered in its place, and
     * the outcome is a timeout when it has ended.
     *
     * @throws Exception what a callback threw, which is what the client gets
     */
    void complete() throws Exception {
        if (settling || resolution.isCompleted()) {
            return;
        }
        if (work != null && work.underWay()) {
            settleAfter(work, new AsyncRequestTimeoutException());
            return;
        }
        Throwable failure = resolution.complete(null, false);
        if (failure != null) {
            settled = failure;
            throw exception(failure);
        }
    }

    /**
     * Settles the outcome as a failure, when no work is running any more, or keeps what failed after it.
     *
     * @return what the client gets
     * @throws Error if the failure is one
     */
    Exception failed(Throwable thrown) {
        boolean clientGone = thrown instanceof AsyncRequestNotUsableException;
        boolean over = settling || resolution.isCompleted();
        if (clientGone || over && thrown != settled) {
            life.responseFailed(thrown);
        }
        if (over) {
            return exception(thrown);
        }
        if (work != null && work.underWay()) {
            settleAfter(work, thrown);
            return exception(thrown);
        }
        return exception(Objects.requireNonNull(resolution.complete(thrown, clientGone)));
    }

    private void settleAfter(Work work, Throwable failure) {
        settling = true;
        work.afterwards(() -> resolution.complete(failure, failure instanceof AsyncRequestNotUsableException));
    }

    private static Exception exception(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }

    /** Returns what a dependency has given to this handling and is still open, {@code null} if there is no such value. */
    @Nullable Object stillOpen(DependencyNode node) {
        return resolution.stillOpen(node);
    }
}
