package io.github.depends.web.detection;

import io.github.depends.Exempt;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.EndpointDeclaration.Answer;
import io.github.depends.graph.Exemption;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Level;
import io.github.depends.graph.RouteUse;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Finds the controller methods and the uses that stand on and above them. */
final class EndpointScan {

    private final PathUses configured;
    private final BeanTypes beans;
    private final String servletPath;
    private final Consumer<Fault> faults;
    private final Coverage coverage;
    private final Map<String, List<RouteUse>> packages = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<RouteUse>> classes = new ConcurrentHashMap<>();
    private final Set<PathUses.Pattern> useful = new LinkedHashSet<>();
    private final List<EndpointDeclaration> endpoints = new ArrayList<>();
    private final List<Fault> idle = new ArrayList<>();

    EndpointScan(PathUses configured, BeanTypes beans, String servletPath, Coverage coverage, Consumer<Fault> faults) {
        this.configured = configured;
        this.beans = beans;
        this.servletPath = servletPath;
        this.coverage = coverage;
        this.faults = faults;
    }

    List<EndpointDeclaration> endpoints(List<RequestMappingHandlerMapping> mappings) {
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach(this::add);
        }
        configured.patterns().stream()
                .filter(pattern -> !useful.contains(pattern))
                .forEach(pattern -> idle.add(new Fault(
                        "The path pattern '" + pattern.pattern() + "' covers no endpoint",
                        pattern.site(),
                        "Correct it, or remove it; it would protect nothing.")));
        idle.forEach(faults);
        endpoints.sort(java.util.Comparator.comparing(EndpointDeclaration::label)
                .thenComparing(endpoint -> endpoint.site().description()));
        return endpoints;
    }

    /** Returns which faults say that something covers no endpoint; where not all endpoints are there it may cover others. */
    List<Fault> idle() {
        return idle;
    }

    private void add(RequestMappingInfo info, HandlerMethod handler) {
        Class<?> controller = beans.controller(handler);
        Method method = ClassUtils.getMostSpecificMethod(handler.getMethod(), controller);
        String label = label(info);
        if (!beans.own(controller)) {
            coverage.notCovered(label + " (" + ClassUtils.getShortName(controller) + ")", info.getPatternValues());
        } else {
            configured.patterns().forEach(pattern -> tellCoverage(pattern, info.getPatternValues(), label));
        }
        List<RouteUse> uses = routeUses(controller, method, info.getPatternValues());
        List<Exemption> exemptions = Stream.concat(
                        exemptions(controller, Site.of(controller)), exemptions(method, Site.of(method)))
                .toList();
        coverage.exempted(label, exemptions);
        endpoints.add(new EndpointDeclaration(
                handler,
                label,
                controller,
                method,
                Declarations.parameters(method, controller),
                uses,
                exemptions,
                variables(info),
                answer(ResolvableType.forMethodReturnType(method, controller))));
    }

    /** Returns the route-level uses of a controller method that is mapped to these paths, outermost first. */
    List<RouteUse> routeUses(Class<?> controller, Method method, Set<String> paths) {
        List<RouteUse> uses = new ArrayList<>();
        if (beans.own(controller)) {
            uses.addAll(configured.application());
            configured.patterns().stream()
                    .filter(pattern -> ranges(paths).anyMatch(pattern.pattern()::meets))
                    .forEach(pattern -> uses.addAll(pattern.uses()));
            uses.addAll(packageUses(controller.getPackageName(), controller.getClassLoader()));
        }
        uses.addAll(classes.computeIfAbsent(controller, EndpointScan::classUses));
        UseReader.inheritedRouteUses(method, Site.of(method)).forEach(use -> uses.add(new RouteUse(Level.METHOD, use)));
        return uses;
    }

    private Stream<PathRange> ranges(Set<String> paths) {
        return paths.stream()
                .flatMap(path -> Stream.of(path, servletPath + path).distinct())
                .map(PathRange::of);
    }

    private void tellCoverage(PathUses.Pattern pattern, Set<String> paths, String label) {
        if (ranges(paths).anyMatch(pattern.pattern()::meets)) {
            useful.add(pattern);
            boolean all = paths.stream().allMatch(path -> ranges(Set.of(path)).anyMatch(pattern.pattern()::contains));
            if (!all) {
                coverage.partlyCovered(label, pattern.pattern().toString());
            }
        }
    }

    private List<RouteUse> packageUses(String name, ClassLoader loader) {
        List<RouteUse> known = packages.get(name);
        if (known != null) {
            return known;
        }
        int dot = name.lastIndexOf('.');
        List<RouteUse> uses = new ArrayList<>(dot < 0 ? List.of() : packageUses(name.substring(0, dot), loader));
        uses.addAll(ownPackageUses(name, loader));
        packages.put(name, uses);
        return uses;
    }

    /** Returns the uses that stand on a package itself. */
    static List<RouteUse> ownPackageUses(String name, ClassLoader loader) {
        try {
            Class<?> info = Class.forName(name + ".package-info", false, loader);
            return UseReader.routeUses(info, new Site("package " + name, info, -1)).stream()
                    .map(use -> new RouteUse(Level.PACKAGE, use))
                    .toList();
        } catch (ClassNotFoundException | LinkageError none) {
            return List.of();
        }
    }

    /** Returns the packages above the endpoints found. */
    Set<String> coveredPackages() {
        return packages.keySet();
    }

    private static List<RouteUse> classUses(Class<?> controller) {
        List<RouteUse> uses = new ArrayList<>();
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        List<Class<?>> superclasses = new ArrayList<>();
        for (Class<?> type = controller; type != null && type != Object.class; type = type.getSuperclass()) {
            superclasses.add(0, type);
        }
        superclasses.forEach(type -> collectInterfaces(type, interfaces));
        interfaces.forEach(type -> addAll(Level.INTERFACE, type, uses));
        superclasses.forEach(type -> addAll(type == controller ? Level.CLASS : Level.SUPERCLASS, type, uses));
        return uses;
    }

    private static void collectInterfaces(Class<?> type, Set<Class<?>> into) {
        for (Class<?> each : type.getInterfaces()) {
            collectInterfaces(each, into);
            into.add(each);
        }
    }

    private static void addAll(Level level, Class<?> type, List<RouteUse> uses) {
        UseReader.routeUses(type, Site.of(type)).forEach(use -> uses.add(new RouteUse(level, use)));
    }

    private static Stream<Exemption> exemptions(AnnotatedElement element, Site site) {
        return Arrays.stream(element.getDeclaredAnnotationsByType(Exempt.class))
                .map(exempt -> new Exemption(exempt.value(), exempt.name(), site));
    }

    private static List<Set<String>> variables(RequestMappingInfo info) {
        List<Set<String>> variables = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            variables.add(VARIABLE.matcher(pattern)
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toSet()));
        }
        return variables;
    }

    private static final java.util.regex.Pattern VARIABLE = java.util.regex.Pattern.compile("\\{\\*?([^:{}]+)");

    /** Returns the mappings of a controller method as {@code GET /articles}. */
    static String label(RequestMappingInfo info) {
        String methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining("|"));
        String paths = info.getPatternValues().stream()
                .map(path -> path.isEmpty() ? "/" : path)
                .sorted()
                .collect(Collectors.joining("|"));
        return (methods.isEmpty() ? "*" : methods) + " " + paths;
    }

    private static Answer answer(ResolvableType declared) {
        ResolvableType type = HttpEntity.class.isAssignableFrom(declared.toClass())
                ? declared.as(HttpEntity.class).getGeneric(0)
                : declared;
        Class<?> answer = type.toClass();
        if (StreamingResponseBody.class.isAssignableFrom(answer)
                || ResponseBodyEmitter.class.isAssignableFrom(answer)) {
            return Answer.STREAMING;
        }
        ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(answer);
        if (adapter != null && adapter.isMultiValue()) {
            return Answer.STREAMING;
        }
        boolean deferred = adapter != null
                || Callable.class.isAssignableFrom(answer)
                || WebAsyncTask.class.isAssignableFrom(answer)
                || DeferredResult.class.isAssignableFrom(answer)
                || CompletionStage.class.isAssignableFrom(answer);
        return deferred ? Answer.DEFERRED : Answer.DIRECT;
    }
}
