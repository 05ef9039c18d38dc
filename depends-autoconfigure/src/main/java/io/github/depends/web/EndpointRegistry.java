package io.github.depends.web;

import io.github.depends.graph.Names;
import io.github.depends.web.EndpointPlans.Planned;
import io.github.depends.web.detection.ApplicationCatalog;
import io.github.depends.web.detection.LateController;
import io.github.depends.web.detection.ServedClass;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Executable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ClassUtils;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows which handlers are served in phases, which Spring MVC serves alone, and which are refused. */
final class EndpointRegistry {

    private final Supplier<EndpointPlans> plans;
    private final Supplier<PlanSelector> selector;
    private final Supplier<ApplicationCatalog> catalog;
    private final Map<HandlerMethod, Map<Mapped, Boolean>> unplanned = new ConcurrentReferenceHashMap<>();
    private final Map<Class<?>, Boolean> handlerObjects = new ConcurrentReferenceHashMap<>();

    EndpointRegistry(
            Supplier<EndpointPlans> plans, Supplier<PlanSelector> selector, Supplier<ApplicationCatalog> catalog) {
        this.plans = plans;
        this.selector = selector;
        this.catalog = catalog;
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

    /**
     * Returns how a handler is to be served.
     *
     * @param handler the handler
     * @param request gives the request, {@code null} where there is none
     */
    Serving serving(HandlerMethod handler, Supplier<@Nullable HttpServletRequest> request) {
        Planned planned = plans.get().find(handler);
        if (planned == null) {
            return unplanned(handler, request.get());
        }
        if (otherClass(planned, handler) != null) {
            return Serving.REFUSED;
        }
        if (planned.endpoint() != null) {
            return Serving.IN_PHASES;
        }
        return planned.sharesMethod() ? Serving.WITHOUT_PLAN : Serving.BY_SPRING;
    }

    private Serving unplanned(HandlerMethod handler, @Nullable HttpServletRequest request) {
        if (request != null && carriesUse(handler, request)) {
            return Serving.REFUSED;
        }
        return plans(handler.getMethod()) ? Serving.WITHOUT_PLAN : Serving.BY_SPRING;
    }

    /** Returns why a handler is refused. */
    IllegalStateException refusal(HandlerMethod handler) {
        Planned planned = plans.get().find(handler);
        Class<?> served = planned == null ? null : otherClass(planned, handler);
        if (planned != null && served != null && hidden(planned, handler) == served) {
            return new IllegalStateException(LateController.messageOfHidden(planned.declaration(), served)
                    + "; it is refused. " + LateController.actionOfHidden(served));
        }
        return new IllegalStateException(
                planned == null || served == null
                        ? Names.of(handler.getMethod())
                                + " carries a request dependency but was mapped after start-up or in another context, so"
                                + " that nobody has planned it; it is refused rather than served without. Map it as an"
                                + " ordinary controller of the application"
                        : LateController.message(planned.declaration(), served) + "; it is refused rather than served"
                                + " without them. " + LateController.action(served));
    }

    /**
     * Returns the class of the object that is about to serve an endpoint if it carries other uses than were planned,
     * {@code null} if it carries these.
     */
    @Nullable Class<?> otherClass(Planned planned, HandlerMethod handler) {
        Object bean = handler.getBean();
        if (bean instanceof String || !(bean instanceof Advised) && planned.verified(bean.getClass())) {
            return null;
        }
        // One class of proxies can stand before objects of several classes.
        Class<?> type = ServedClass.of(bean).type();
        Class<?> known = type == null ? bean.getClass() : type;
        if (planned.verified(known)) {
            return null;
        }
        if (type != null && !catalog.get().carriesSameUses(planned.declaration(), type)) {
            return type;
        }
        Class<?> hidden = catalog.get().hidden(planned.declaration(), type);
        if (hidden == null) {
            planned.keepVerified(bean instanceof Advised ? known : bean.getClass());
        }
        return hidden;
    }

    private @Nullable Class<?> hidden(Planned planned, HandlerMethod handler) {
        return catalog.get()
                .hidden(planned.declaration(), ServedClass.of(handler.getBean()).type());
    }

    /** Whether a handler that is no method carries a use, which nothing would run. */
    boolean carriesUse(Object handler) {
        Class<?> type = ClassUtils.getUserClass(handler);
        return !type.isSynthetic()
                && !type.isHidden()
                && handlerObjects.computeIfAbsent(type, any -> catalog.get().carriesUse(type));
    }

    private boolean carriesUse(HandlerMethod handler, HttpServletRequest request) {
        HandlerMethod registered = EndpointPlans.registered(handler);
        Class<?> known = handler.getBean() instanceof String
                ? null
                : ServedClass.of(handler.getBean()).type();
        Class<?> served = known == null ? catalog.get().controller(registered) : known;
        Object pattern = pattern(registered, request);
        if (pattern == null) {
            return catalog.get().carriesUse(registered, served, Set.of(path(request)));
        }
        return unplanned
                .computeIfAbsent(registered, any -> new ConcurrentHashMap<>(1))
                .computeIfAbsent(
                        new Mapped(served, pattern.toString()),
                        mapped -> catalog.get().carriesUse(registered, served, Set.of(mapped.pattern())));
    }

    // After a forward, the pattern may still be that of the handler that forwarded.
    private static @Nullable Object pattern(HandlerMethod registered, HttpServletRequest request) {
        Object mapped = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return mapped instanceof HandlerMethod method && EndpointPlans.registered(method) == registered
                ? request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                : null;
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

    /** How a handler is served. */
    enum Serving {
        /** By the library, in the phases of its plan. */
        IN_PHASES,
        /**
         * By Spring MVC, which our adapter calls: the handler uses nothing, but another endpoint of the same, inherited
         * method has a plan, so that our argument resolver is asked for its parameters too.
         */
        WITHOUT_PLAN,
        /** By Spring MVC alone, as if the library were not there. */
        BY_SPRING,
        /** Not at all, because it carries a use that nothing would run. */
        REFUSED
    }

    /** The class that serves a handler, and the pattern that it was found by. */
    private record Mapped(Class<?> served, String pattern) {}
}
