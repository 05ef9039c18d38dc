package io.github.depends.web.detection;

import io.github.depends.web.detection.OtherHandler.Kind;
import io.github.depends.web.detection.OtherHandler.Source;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lists what handler mappings serve without it being a controller method: actuator endpoints, static resources, functional
 * routes, handler beans and handlers that are no beans.
 */
final class OtherHandlers {

    private final ConfigurableListableBeanFactory beans;
    private final BeanTypes types;
    private final BeanOrigins origins;
    private final ActuatorEndpoints actuator;
    private final LibraryResources resources;
    private final List<OtherHandler> found = new ArrayList<>();
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private final Map<Method, HandlerMapping> methods = new HashMap<>();

    OtherHandlers(ConfigurableListableBeanFactory beans, BeanTypes types, BeanOrigins origins) {
        this.beans = beans;
        this.types = types;
        this.origins = origins;
        this.actuator = new ActuatorEndpoints(types.ownTypes());
        this.resources = new LibraryResources(beans.getBean(Environment.class));
    }

    List<OtherHandler> found() {
        return found;
    }

    /** Returns the classes of the handlers that are objects, beans or not. */
    Set<Class<?>> classes() {
        return classes;
    }

    /** Returns the methods of handlers, by what maps them. */
    Map<Method, HandlerMapping> methods() {
        return methods;
    }

    /** Lists what a mapping serves. */
    void list(HandlerMapping mapping) {
        String name = origins.name(mapping);
        list(mapping, name, name == null || origins.addedByApplication(name));
    }

    private void list(HandlerMapping mapping, @Nullable String name, boolean added) {
        if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
            if (!(mapping instanceof RequestMappingHandlerMapping)) {
                listMethods(methods, added);
            }
        } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
            listUrls(urls, name, added);
        } else if (mapping instanceof RouterFunctionMapping routes) {
            listRoutes(routes, name, added);
        } else if (mapping instanceof Iterable<?> several) {
            several.forEach(delegate -> listDelegate(delegate, name, added));
        } else {
            listUnknown(mapping, name, added);
        }
        if (mapping instanceof AbstractHandlerMapping other && other.getDefaultHandler() != null) {
            listUrl(PredicatePaths.ANY, other.getDefaultHandler(), name, added);
        }
    }

    // Such as Spring Data REST's; what its mappings of controllers map is no endpoint of ours.
    private void listDelegate(@Nullable Object delegate, @Nullable String name, boolean added) {
        if (delegate instanceof RequestMappingHandlerMapping methods) {
            listMethods(methods, added);
        } else if (delegate instanceof HandlerMapping mapping) {
            list(mapping, name, added);
        }
    }

    private void listMethods(RequestMappingInfoHandlerMapping mapping, boolean added) {
        SortedSet<String> moved = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            methods.put(ClassUtils.getMostSpecificMethod(handler.getMethod(), types.controller(handler)), mapping);
            if (movedActuator(mapping, info, handler)) {
                moved.addAll(info.getPatternValues());
            } else {
                listMethod(mapping, info, handler, added);
            }
        });
        // One base path moves them all, so that there is one thing to say.
        if (!moved.isEmpty()) {
            String label = "the actuator at " + moved.first() + (moved.size() > 1 ? " and below" : "");
            found.add(new OtherHandler(Kind.ACTUATOR_ENDPOINT, label, moved, Source.APPLICATION, null));
        }
    }

    private boolean movedActuator(HandlerMapping mapping, RequestMappingInfo info, HandlerMethod handler) {
        return ActuatorEndpoints.mapped(mapping)
                && ActuatorEndpoints.moved(info.getPatternValues())
                && actuator.own(handler) == null;
    }

    private void listMethod(
            HandlerMapping mapping, RequestMappingInfo info, HandlerMethod handler, boolean addedMapping) {
        Set<String> patterns = info.getPatternValues();
        boolean actuates = ActuatorEndpoints.mapped(mapping);
        Class<?> type = ClassUtils.getUserClass(handler.getBeanType());
        Class<?> own = actuates ? actuator.own(handler) : types.own(type) ? type : null;
        boolean added = addedMapping || own != null;
        String name = actuates && own == null ? "actuator" : ClassUtils.getShortName(own == null ? type : own);
        String label = EndpointScan.label(info, patterns) + " (" + name + ")";
        Kind kind = actuates ? Kind.ACTUATOR_ENDPOINT : Kind.CONTROLLER_METHOD;
        found.add(new OtherHandler(kind, label, patterns, Source.ofApplication(added), own));
    }

    private void listUrls(AbstractUrlHandlerMapping urls, @Nullable String name, boolean added) {
        Map<String, Object> handlers = new LinkedHashMap<>(urls.getHandlerMap());
        if (urls.getRootHandler() != null) {
            handlers.put("/", urls.getRootHandler());
        }
        handlers.forEach((pattern, handler) -> listUrl(pattern, handler, name, added));
    }

    private void listUrl(String pattern, Object handler, @Nullable String mapping, boolean addedMapping) {
        String bean = handler instanceof String name ? name : origins.name(handler);
        Class<?> type = handler instanceof String name ? types.type(name) : AopProxyUtils.ultimateTargetClass(handler);
        boolean own = type != null && types.own(type);
        if (type != null) {
            classes.add(type);
        }
        boolean added = !(handler instanceof HandlerMethod)
                && (addedMapping
                        || own
                        || (bean != null
                                ? origins.addedByApplication(bean)
                                : configured(mapping) && !ofLibrary(pattern, handler)));
        String label = pattern + " (" + label(handler) + ")";
        Class<?> home = own ? type : bean != null ? origins.declaring(bean) : addedMapping ? home(mapping) : null;
        // A controller method in such a mapping is refused for its uses, and for those of its path, when it is asked.
        Set<String> patterns = handler instanceof HandlerMethod ? Set.of() : Set.of(pattern);
        found.add(new OtherHandler(kind(type), label, patterns, Source.ofApplication(added), home));
    }

    private static Kind kind(@Nullable Class<?> handler) {
        return handler == null
                ? Kind.HANDLER
                : ResourceHttpRequestHandler.class.isAssignableFrom(handler)
                        ? Kind.STATIC_RESOURCES
                        : ParameterizableViewController.class.isAssignableFrom(handler)
                                ? Kind.VIEW_CONTROLLER
                                : Kind.HANDLER;
    }

    private boolean ofLibrary(String pattern, Object handler) {
        return handler instanceof ResourceHttpRequestHandler files && resources.contain(pattern, files);
    }

    /** Whether a mapping is one of Spring's that holds what the application has registered with its configurers. */
    private boolean configured(@Nullable String mapping) {
        Class<?> declaring = mapping == null ? null : origins.declaring(mapping);
        return declaring == null || declaring.getName().startsWith("org.springframework.web.");
    }

    private void listRoutes(RouterFunctionMapping mapping, @Nullable String name, boolean added) {
        RouterFunction<?> all = mapping.getRouterFunction();
        if (all == null) {
            return;
        }
        RoutePaths rest = RoutePaths.of(all);
        Set<String> served = Set.copyOf(rest.patterns());
        for (String bean : types.namesFor(ResolvableType.forRawClass(RouterFunction.class))) {
            RoutePaths routes = RoutePaths.of(beans.getBean(bean, RouterFunction.class));
            if (served.containsAll(routes.patterns())) {
                listRoutes(routes, origins.addedByApplication(bean), origins.home(bean));
                rest.patterns().removeAll(routes.patterns());
            }
        }
        if (!rest.patterns().isEmpty()) {
            listRoutes(rest, true, added ? home(name) : null);
        }
    }

    private void listRoutes(RoutePaths routes, boolean added, @Nullable Class<?> home) {
        String label = "functional routes " + String.join(", ", new TreeSet<>(routes.patterns()));
        Source source = Source.ofApplication(added);
        found.add(new OtherHandler(Kind.ROUTER_FUNCTION, label, routes.patterns(), source, home));
        classes.addAll(routes.handlers());
        // What handles may belong to another package than what routes.
        routes.handlers().stream()
                .filter(handler -> types.own(handler) && (home == null || !samePackage(handler, home)))
                .forEach(
                        handler -> found.add(new OtherHandler(Kind.ROUTER_FUNCTION, label, Set.of(), source, handler)));
    }

    private static boolean samePackage(Class<?> one, Class<?> other) {
        return one.getPackageName().equals(other.getPackageName());
    }

    private void listUnknown(HandlerMapping mapping, @Nullable String name, boolean added) {
        String label = "what " + ClassUtils.getShortName(mapping.getClass()) + " maps";
        Set<String> patterns = Set.of(PredicatePaths.ANY);
        found.add(new OtherHandler(Kind.HANDLER_MAPPING, label, patterns, Source.ofApplication(added), home(name)));
    }

    private @Nullable Class<?> home(@Nullable String bean) {
        return bean == null ? null : origins.home(bean);
    }

    private static String label(Object handler) {
        return handler instanceof String name
                ? "bean " + name
                : ClassUtils.getShortName(handler.getClass()).replaceFirst("\\$\\$Lambda.*", "");
    }
}
