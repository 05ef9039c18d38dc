package io.github.depends.web;

import io.github.depends.web.EndpointPlans.Planned;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Executable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows which handlers are served in phases, and which carry uses that nobody has planned. */
final class EndpointRegistry {

    private final Supplier<EndpointPlans> plans;
    private final Supplier<PlanSelector> selector;
    private final BiPredicate<HandlerMethod, Set<String>> carriesUse;
    private final Map<HandlerMethod, Map<String, Boolean>> unplanned = new ConcurrentReferenceHashMap<>();

    EndpointRegistry(
            Supplier<EndpointPlans> plans,
            Supplier<PlanSelector> selector,
            BiPredicate<HandlerMethod, Set<String>> carriesUse) {
        this.plans = plans;
        this.selector = selector;
        this.carriesUse = carriesUse;
    }

    /** Returns what is known of a handler, {@code null} if it was not there at start-up. */
    @Nullable Planned find(HandlerMethod handler) {
        return plans.get().find(handler);
    }

    /** Returns what serves requests that no test has changed. */
    EndpointPlans application() {
        return plans.get();
    }

    /** Returns what serves a request. */
    EndpointPlans select(HttpServletRequest request) {
        return selector.get().select(request, plans.get());
    }

    /** Whether an endpoint of this method has a plan; the same for all that may serve a request. */
    boolean plans(@Nullable Executable executable) {
        return plans.get().plans(executable);
    }

    /** Whether a handler that was not there at start-up carries a use. */
    boolean unplanned(HandlerMethod handler, HttpServletRequest request) {
        HandlerMethod registered = EndpointPlans.registered(handler);
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern == null) {
            return carriesUse.test(registered, Set.of(path(request)));
        }
        return unplanned
                .computeIfAbsent(registered, any -> new ConcurrentHashMap<>(1))
                .computeIfAbsent(pattern.toString(), path -> carriesUse.test(registered, Set.of(path)));
    }

    private static String path(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            return request.getRequestURI();
        }
        return ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                .map(element ->
                        element instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : element.value())
                .collect(Collectors.joining());
    }
}
