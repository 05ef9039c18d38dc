package io.github.depends.openapi;

import io.github.depends.InvalidRequestException;
import io.github.depends.security.NotAuthenticatedException;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.function.Supplier;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/** Adds to an operation's responses what this library itself answers, unless the application answers it in its own way. */
final class LibraryResponses {

    private final int invalid;
    private final boolean accumulate;
    private final Components components;
    private final ApiResponses responses;

    LibraryResponses(int invalid, boolean accumulate, Components components, ApiResponses responses) {
        this.invalid = invalid;
        this.accumulate = accumulate;
        this.components = components;
        this.responses = responses;
    }

    /** Adds what an endpoint of a controller can be answered. What a handler of the controller's takes is its own business. */
    void add(DocumentedEndpoint endpoint, Class<?> controller) {
        ExceptionHandlerMethodResolver handlers = new ExceptionHandlerMethodResolver(controller);
        if (endpoint.canBeInvalid(accumulate)
                && handlers.resolveMethodByExceptionType(InvalidRequestException.class) == null) {
            add(String.valueOf(invalid), () -> Problems.invalid(components, invalid));
        }
        if (endpoint.requiresCredentials()
                && handlers.resolveMethodByExceptionType(NotAuthenticatedException.class) == null) {
            add("401", () -> Problems.unauthenticated(components));
        }
        if (endpoint.scoped()) {
            add("403", Problems::forbidden);
        }
    }

    private void add(String status, Supplier<ApiResponse> response) {
        if (!responses.containsKey(status)) {
            responses.addApiResponse(
                    status, toldByTheApplication(status) ? new ApiResponse().$ref(status) : response.get());
        }
    }

    private boolean toldByTheApplication(String status) {
        return components.getResponses() != null && components.getResponses().containsKey(status);
    }
}
