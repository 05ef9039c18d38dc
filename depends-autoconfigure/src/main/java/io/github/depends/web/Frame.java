package io.github.depends.web;

import io.github.depends.graph.DependencyNode;
import io.github.depends.resolution.Resolution;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;

/** One handling of an endpoint: a request, forward, include or error dispatch, and what comes back to it later. */
final class Frame {

    private final PlannedEndpoint endpoint;
    private final Object controller;
    private final Resolution resolution;
    private final RequestBinding binding;
    private @Nullable Object @Nullable [] arguments;
    private @Nullable Throwable settled;
    private boolean resultChecked;

    Frame(
            PlannedEndpoint endpoint,
            HandlerMethod handler,
            BindingSupport support,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.endpoint = endpoint;
        this.controller = handler.getBean();
        this.resolution = new Resolution(endpoint.plan());
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

    /** Validates the result of the controller method, the first time it is seen. */
    void checkResult(@Nullable Object result) {
        if (!resultChecked) {
            resultChecked = true;
            endpoint.checkResult(controller, result);
        }
    }

    /**
     * Settles the outcome as a success; once.
     *
     * @throws Exception what a callback threw, which is what the client gets
     */
    void complete() throws Exception {
        if (!resolution.isCompleted()) {
            Throwable failure = resolution.complete(null);
            if (failure != null) {
                settled = failure;
                throw exception(failure);
            }
        }
    }

    /**
     * Settles the outcome as a failure, or keeps what failed after it.
     *
     * @return what the client gets
     * @throws Error if the failure is one
     */
    Exception failed(Throwable thrown, RequestLife life) {
        if (!resolution.isCompleted()) {
            return exception(Objects.requireNonNull(resolution.complete(thrown)));
        }
        if (thrown != settled) {
            life.responseFailed(thrown);
        }
        return exception(thrown);
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
