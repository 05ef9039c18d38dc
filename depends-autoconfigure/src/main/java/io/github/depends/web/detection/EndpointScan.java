package io.github.depends.web.detection;

import io.github.depends.Exempt;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.EndpointDeclaration.Answer;
import io.github.depends.graph.Exemption;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Language;
import io.github.depends.graph.Languages;
import io.github.depends.graph.Level;
import io.github.depends.graph.RouteUse;
import io.github.depends.graph.Site;
import io.github.depends.graph.TypeVariables;
import io.github.depends.graph.UseReader;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
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
    private final MethodAnnotations annotations;
    private final String servletPath;
    private final Consumer<Fault> faults;
    private final Coverage coverage;
    private final Map<String, List<RouteUse>> packages = new ConcurrentHashMap<>();
    private final Map<Class<?>, Controller> controllers = new ConcurrentHashMap<>();
    private final Map<Class<?>, Answer> answers = new HashMap<>();
    private final Set<PathUses.Pattern> useful = new LinkedHashSet<>();
    private final List<EndpointDeclaration> endpoints = new ArrayList<>();
    private final Map<Object, Set<String>> paths = new IdentityHashMap<>();
    private final List<OtherHandler> others = new ArrayList<>();
    private final List<Fault> idle = new ArrayList<>();

    EndpointScan(
            PathUses configured,
            BeanTypes beans,
            MethodAnnotations annotations,
            String servletPath,
            Coverage coverage,
            Consumer<Fault> faults) {
        this.configured = configured;
        this.beans = beans;
        this.annotations = annotations;
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

    /** Returns the controller methods of libraries, which configuration does not cover. */
    List<OtherHandler> others() {
        return others;
    }

    /** Returns which faults say that something covers no endpoint; where not all endpoints are there it may cover others. */
    List<Fault> idle() {
        return idle;
    }

    private void add(RequestMappingInfo info, HandlerMethod handler) {
        Class<?> type = beans.controller(handler);
        Controller controller = controller(type);
        Method method = ClassUtils.getMostSpecificMethod(handler.getMethod(), type);
        Set<String> paths = info.getPatternValues();
        this.paths.put(handler, paths);
        String label = label(info, paths);
        if (!controller.own()) {
            others.add(new OtherHandler(
                    OtherHandler.Kind.CONTROLLER_METHOD,
                    label + " (" + ClassUtils.getShortName(type) + ")",
                    paths,
                    beans.source(handler),
                    null));
        } else {
            for (PathUses.Pattern pattern : configured.patterns()) {
                tellCoverage(pattern, paths, label);
            }
        }
        List<Exemption> exemptions = exemptions(controller.exemptions(), method, Site.of(method));
        coverage.exempted(label, exemptions);
        endpoints.add(new EndpointDeclaration(
                handler,
                label,
                type,
                method,
                parameters(handler, method, type),
                routeUses(type, method, paths),
                exemptions,
                variables(paths),
                answer(method, type)));
    }

    // What Spring MVC binds itself has the type that it has for Spring MVC.
    private List<MethodParameter> parameters(HandlerMethod handler, Method method, Class<?> controller) {
        List<MethodParameter> declared = declared(handler, method, controller);
        if (controller.getTypeParameters().length == 0 || !(handler.getBean() instanceof String name)) {
            return declared;
        }
        TypeVariables variables = beans.variables(name, controller);
        return declared.stream()
                .map(parameter -> UseReader.ours(parameter) ? variables.resolve(parameter) : parameter)
                .toList();
    }

    // Spring has read the annotations of its own already.
    private static List<MethodParameter> declared(HandlerMethod handler, Method method, Class<?> controller) {
        MethodParameter[] known = handler.getMethodParameters();
        return known.length > 0
                        && handler.getBeanType() == controller
                        && known[0].getExecutable().equals(method)
                ? Declarations.named(known)
                : Declarations.parameters(method, controller);
    }

    /** Returns the route-level uses of a controller method that is mapped to these paths, outermost first. */
    List<RouteUse> routeUses(Class<?> type, Method method, Set<String> paths) {
        Controller controller = controller(type);
        List<RouteUse> uses = new ArrayList<>();
        if (controller.own()) {
            uses.addAll(configured.application());
            for (PathUses.Pattern pattern : configured.patterns()) {
                if (ranges(paths).anyMatch(pattern.pattern()::meets)) {
                    uses.addAll(pattern.uses());
                }
            }
        }
        uses.addAll(controller.uses());
        if (annotations.mayCarryUse(method.getDeclaringClass())) {
            UseReader.inheritedRouteUses(method, Site.of(method))
                    .forEach(use -> uses.add(new RouteUse(Level.METHOD, use)));
        }
        return uses;
    }

    /** Whether a class carries a use, or a method of it does; also one that it inherits, or that its packages carry. */
    boolean carriesUse(Class<?> type) {
        return !controller(type).uses().isEmpty() || annotations.mayCarryUse(type);
    }

    /** Whether an object of a class carries the uses that an endpoint was found with. */
    boolean carriesSameUses(EndpointDeclaration planned, Class<?> served) {
        HandlerMethod handler = (HandlerMethod) planned.id();
        Method method = ClassUtils.getMostSpecificMethod(handler.getMethod(), served);
        return SameUses.ofRoutes(planned.routeUses(), routeUses(served, method, paths.getOrDefault(handler, Set.of())))
                && SameUses.ofParameters(planned.parameters(), parameters(handler, method, served))
                && SameUses.ofExemptions(
                        planned.exemptions(), exemptions(controller(served).exemptions(), method, Site.of(method)));
    }

    private Controller controller(Class<?> type) {
        return controllers.computeIfAbsent(type, read -> {
            boolean own = beans.own(read);
            List<RouteUse> uses = new ArrayList<>();
            if (own) {
                uses.addAll(packageUses(read.getPackageName(), read.getClassLoader()));
            }
            uses.addAll(classUses(read));
            return new Controller(own, uses, exemptions(List.of(), read, Site.of(read)));
        });
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

    private static List<Exemption> exemptions(List<Exemption> above, AnnotatedElement element, Site site) {
        if (!element.isAnnotationPresent(Exempt.class) && !element.isAnnotationPresent(Exempt.List.class)) {
            return above;
        }
        List<Exemption> exemptions = new ArrayList<>(above);
        for (Exempt exempt : element.getDeclaredAnnotationsByType(Exempt.class)) {
            exemptions.add(new Exemption(exempt.value(), exempt.name(), site));
        }
        return exemptions;
    }

    private static List<Set<String>> variables(Set<String> patterns) {
        List<Set<String>> variables = new ArrayList<>(patterns.size());
        for (String pattern : patterns) {
            variables.add(pattern.indexOf('{') < 0 ? Set.of() : variables(pattern));
        }
        return variables;
    }

    private static Set<String> variables(String pattern) {
        return VARIABLE.matcher(pattern)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static final java.util.regex.Pattern VARIABLE = java.util.regex.Pattern.compile("\\{\\*?([^:{}]+)");

    /** Returns the mappings of a controller method as {@code GET /articles}. */
    static String label(RequestMappingInfo info, Set<String> paths) {
        List<String> methods = new ArrayList<>();
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            methods.add(method.name());
        }
        List<String> sorted = new ArrayList<>();
        for (String path : paths) {
            sorted.add(path.isEmpty() ? "/" : path);
        }
        Collections.sort(methods);
        Collections.sort(sorted);
        return (methods.isEmpty() ? "*" : String.join("|", methods)) + " " + String.join("|", sorted);
    }

    private Answer answer(Method method, Class<?> controller) {
        Language language = Languages.of(method.getDeclaringClass());
        if (language.suspends(method)) {
            return answer(language.returns(method, controller)) == Answer.STREAMING
                    ? Answer.STREAMING
                    : Answer.DEFERRED;
        }
        return method.getGenericReturnType() instanceof Class<?> type
                ? answers.computeIfAbsent(type, any -> answer(ResolvableType.forClass(type)))
                : answer(ResolvableType.forMethodReturnType(method, controller));
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

    /**
     * What all methods of a controller have in common.
     *
     * @param own whether it is one of the application
     * @param uses the uses of its packages and classes, outermost first
     * @param exemptions what stands on it
     */
    private record Controller(boolean own, List<RouteUse> uses, List<Exemption> exemptions) {}
}
