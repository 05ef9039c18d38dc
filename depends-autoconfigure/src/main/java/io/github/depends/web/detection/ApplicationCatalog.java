package io.github.depends.web.detection;

import io.github.depends.Dependency;
import io.github.depends.DependsConfigurer;
import io.github.depends.graph.Argument;
import io.github.depends.graph.Catalog;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Languages;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Refusal;
import io.github.depends.graph.Site;
import io.github.depends.graph.TypeVariables;
import io.github.depends.graph.UseReader;
import io.github.depends.security.AnyScheme;
import io.github.depends.security.SecurityScheme;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a Spring application declares, read once at start-up. */
public final class ApplicationCatalog implements Catalog {

    private final BeanTypes beans;
    private final BeanCandidates candidates;
    private final MethodAnnotations annotations = new MethodAnnotations();
    private final ForgottenComponents forgotten;
    private final ParameterPlaces places;
    private final List<Provider.OfMethod> methods = new ArrayList<>();
    private final Set<Provider.OfMethod> known;
    private final PathUses configured;
    private final OtherServlets servlets;
    private final EndpointScan scan;
    private final List<EndpointDeclaration> endpoints;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> idle = new ArrayList<>();
    private final Coverage coverage;

    /**
     * Reads an application.
     *
     * @param factory its beans
     * @param mappings where its controllers are mapped
     * @param others where everything else is mapped
     * @param configurers its configuration of uses, in order
     * @param resolvers the argument resolvers of Spring MVC
     * @param servletPath path of the dispatcher servlet within the application, empty for {@code /}
     */
    public ApplicationCatalog(
            ConfigurableListableBeanFactory factory,
            List<RequestMappingHandlerMapping> mappings,
            List<HandlerMapping> others,
            List<DependsConfigurer> configurers,
            List<HandlerMethodArgumentResolver> resolvers,
            String servletPath) {
        this.beans = new BeanTypes(factory);
        this.candidates = new BeanCandidates(factory);
        ClassLoader loader =
                Objects.requireNonNullElseGet(factory.getBeanClassLoader(), ClassUtils::getDefaultClassLoader);
        this.forgotten = new ForgottenComponents(
                beans.packages(), loader, beans.ownTypes().values());
        this.places = new ParameterPlaces(resolvers);
        beans.ownTypes().forEach(this::addMethods);
        this.known = Set.copyOf(methods);
        this.coverage = new Coverage(servletPath);
        this.configured = new PathUses(configurers, faults::add);
        this.scan = new EndpointScan(configured, beans, annotations, servletPath, coverage, faults::add);
        this.endpoints = scan.endpoints(mappings);
        idle.addAll(scan.idle());
        BeanOrigins origins = new BeanOrigins(factory, beans);
        this.servlets = new OtherServlets(factory, beans, origins);
        OtherHandlers handlers = new OtherHandlers(factory, beans, origins);
        Stream.concat(mappings.stream(), others.stream()).distinct().forEach(handlers::list);
        check(handlers, loader);
    }

    private void check(OtherHandlers handlers, ClassLoader loader) {
        List<OtherHandler> mapped =
                Stream.concat(scan.others().stream(), handlers.found().stream()).toList();
        List<OtherHandler> beside = servlets.servlets();
        coverage.compare(
                configured,
                mapped,
                beside,
                servlets.filters(),
                faults::add,
                servlets.ofServer() ? this::addIdle : any -> {});
        Set<Class<?>> classes = new LinkedHashSet<>(beans.ownTypes().values());
        Stream.concat(handlers.classes().stream(), servlets.classes().stream())
                .filter(beans::own)
                .forEach(classes::add);
        new MisplacedUses(endpoints, methods, handlers.methods(), annotations, faults::add).check(classes);
        new UnreadExemptions(endpoints, methods, annotations, faults::add).check(classes);
        new HiddenPackages(loader, faults::add).check(scan.coveredPackages());
        checkPackages(classes, Stream.concat(mapped.stream(), beside.stream()).toList());
    }

    private void checkPackages(Set<Class<?>> classes, List<OtherHandler> handlers) {
        PackageUses packages = new PackageUses(scan.coveredPackages());
        packages.checkHandlers(handlers, faults::add);
        endpoints.forEach(endpoint -> classes.add(endpoint.controller()));
        Stream.concat(
                        endpoints.stream().map(EndpointDeclaration::parameters),
                        methods.stream().map(Provider.OfMethod::parameters))
                .flatMap(List::stream)
                .forEach(parameter -> classes.add(parameter.getParameterType()));
        packages.checkCoverage(classes, this::addIdle);
    }

    /** Returns what is wrong with servlets that were registered after this catalog was made, as they are with a server. */
    public List<Fault> faultsOfLaterServlets() {
        List<Fault> later = new ArrayList<>();
        List<OtherHandler> beside = servlets.servlets();
        coverage.compare(configured, List.of(), beside, servlets.filters(), later::add, any -> {});
        new PackageUses(scan.coveredPackages()).checkHandlers(beside, later::add);
        new MisplacedUses(endpoints, methods, Map.of(), annotations, later::add)
                .check(servlets.classes().stream().filter(beans::own).toList());
        later.removeAll(faults);
        return later;
    }

    private void addIdle(Fault fault) {
        faults.add(fault);
        idle.add(fault);
    }

    private void addMethods(String name, Class<?> type) {
        if (!annotations.mayDeclare(type)) {
            return;
        }
        try {
            Map<Method, Dependency> found =
                    MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable Dependency>)
                            method -> AnnotatedElementUtils.findMergedAnnotation(method, Dependency.class));
            found.keySet().stream()
                    .filter(method -> !Languages.of(method.getDeclaringClass()).added(method))
                    .map(method -> written(method, type))
                    .sorted(java.util.Comparator.comparing(Method::getName).thenComparing(Method::toString))
                    .forEach(method -> addMethod(name, type, method));
        } catch (IllegalStateException | LinkageError unreadable) {
            // a class with optional parts that are not there: Spring cannot read it either
        }
    }

    // A lambda's method has neither the annotations nor the type arguments of the one that it implements.
    private static Method written(Method method, Class<?> type) {
        return type.isHidden() ? ClassUtils.getInterfaceMethodIfPossible(method, type) : method;
    }

    private void addMethod(String name, Class<?> type, Method method) {
        Provider.OfMethod declared = Declarations.of(
                name,
                type,
                beans.instance(name),
                beans.singleton(name),
                method,
                AnnotatedElementUtils.hasAnnotation(method, Primary.class),
                beans.variables(name, type));
        methods.add(declared);
        if (isBean(method)) {
            faults.add(faultOfBean(declared));
        }
    }

    private static boolean isBean(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, Bean.class);
    }

    private static Fault faultOfBean(Provider.OfMethod method) {
        return new Fault(
                Names.of(method.method())
                        + " is annotated with @Bean and with @Dependency, but a bean is made once for the"
                        + " whole application, and a dependency for each request",
                Site.of(method.method()),
                "Keep @Dependency if each request needs a value of its own, or keep @Bean if one value serves them all.");
    }

    @Override
    public List<EndpointDeclaration> endpoints() {
        return endpoints;
    }

    @Override
    public boolean ofApplication(EndpointDeclaration endpoint) {
        return beans.own(endpoint.controller());
    }

    @Override
    public List<Provider.OfMethod> methods() {
        return methods;
    }

    @Override
    public List<Provider.OfBean> beans(ResolvableType type) {
        return candidates.of(type);
    }

    @Override
    public List<Provider.OfBean> beansOfFactories(ResolvableType type) {
        return candidates.ofFactories(type);
    }

    @Override
    public List<Provider.OfScheme> schemes(Class<?> type) {
        return candidates.of(ResolvableType.forClass(type)).stream()
                .map(this::scheme)
                .toList();
    }

    private Provider.OfScheme scheme(Provider.OfBean bean) {
        Supplier<SecurityScheme<?>> instance =
                () -> (SecurityScheme<?>) Objects.requireNonNull(bean.instance().get(), bean.bean());
        Class<?> type = bean.as() == null ? beans.type(bean.bean()) : null;
        Class<?> known = type == null ? instance.get().getClass() : type;
        return new Provider.OfScheme(
                bean.bean(),
                known,
                ResolvableType.forClass(known).as(SecurityScheme.class).getGeneric(0),
                beans.singleton(bean.bean())
                        ? SingletonSupplier.of(() -> named(instance.get()))
                        : () -> named(instance.get()));
    }

    private SecurityScheme<?> named(SecurityScheme<?> scheme) {
        return scheme instanceof AnyScheme any ? any.named(each -> beans.nameOf(each, SecurityScheme.class)) : scheme;
    }

    @Override
    public List<MethodParameter> exceptionHandlerUses() {
        return parameters(
                        annotations::mayHandleExceptions,
                        method -> AnnotatedElementUtils.hasAnnotation(method, ExceptionHandler.class))
                .filter(UseReader::ours)
                .toList();
    }

    @Override
    public List<MethodParameter> modelParameters() {
        return parameters(
                        annotations::mayPrepareModels,
                        method -> AnnotatedElementUtils.hasAnnotation(method, ModelAttribute.class)
                                || AnnotatedElementUtils.hasAnnotation(method, InitBinder.class))
                .toList();
    }

    private Stream<MethodParameter> parameters(Predicate<Class<?>> types, ReflectionUtils.MethodFilter methods) {
        return beans.ownTypes().entrySet().stream()
                .filter(bean -> types.test(bean.getValue()))
                .flatMap(bean -> parameters(bean.getKey(), bean.getValue(), methods))
                .distinct();
    }

    private Stream<MethodParameter> parameters(String bean, Class<?> type, ReflectionUtils.MethodFilter methods) {
        TypeVariables variables = beans.variables(bean, type);
        return MethodIntrospector.selectMethods(type, methods).stream()
                .flatMap(method -> Declarations.resolved(Declarations.parameters(method, type), variables).stream());
    }

    @Override
    public List<Class<?>> forgotten(Class<?> asked) {
        return forgotten.meantBy(asked);
    }

    @Override
    public List<Method> undeclared(Predicate<ResolvableType> wanted) {
        return new UndeclaredMethods(ownClasses(), endpoints).giving(wanted);
    }

    @Override
    public Collection<Class<?>> ownClasses() {
        return beans.ownTypes().values();
    }

    @Override
    public ResolvableType type(Provider.OfBean bean) {
        return beans.resolvableType(bean.bean());
    }

    @Override
    public List<String> knownNames() {
        return Stream.concat(
                        beans.ownTypes().values().stream().map(Names::of),
                        methods.stream().flatMap(method -> Stream.of(method.name(), Names.of(method.valueType()))))
                .distinct()
                .toList();
    }

    @Override
    public @Nullable Refusal refusal(MethodParameter parameter) {
        return places.refusal(parameter);
    }

    @Override
    public @Nullable Fault fault(Provider.OfMethod method) {
        return !known.contains(method)
                ? null
                : isBean(method.method()) ? faultOfBean(method) : ProxiedMethods.fault(method);
    }

    @Override
    public boolean binds(MethodParameter parameter) {
        return places.binds(parameter);
    }

    @Override
    public Argument.OfRequest request(MethodParameter parameter) {
        return places.read(parameter);
    }

    @Override
    public List<Fault> faults() {
        return faults;
    }

    @Override
    public List<Fault> faultsOfPart() {
        return faults.stream().filter(fault -> !idle.contains(fault)).toList();
    }

    /**
     * Whether a handler that was not there at start-up carries a use, its own or an inherited one.
     *
     * @param handler the handler
     * @param paths the path of the request and the pattern it was mapped by
     */
    public boolean carriesUse(HandlerMethod handler, Set<String> paths) {
        return carriesUse(handler, beans.controller(handler), paths);
    }

    /**
     * Whether a handler that was not there at start-up carries a use, its own or an inherited one.
     *
     * @param handler the handler
     * @param controller class of the object that serves it
     * @param paths the path of the request and the pattern it was mapped by
     */
    public boolean carriesUse(HandlerMethod handler, Class<?> controller, Set<String> paths) {
        Method method = ClassUtils.getMostSpecificMethod(handler.getMethod(), controller);
        return !scan.routeUses(controller, method, paths).isEmpty()
                || Declarations.parameters(method, controller).stream().anyMatch(UseReader::ours);
    }

    /** Returns the class of a controller, as far as it can be known outside a request. */
    public Class<?> controller(HandlerMethod handler) {
        return beans.controller(handler);
    }

    /** Whether a class carries a use, or a method of it does; also one that it inherits, or that its packages carry. */
    public boolean carriesUse(Class<?> handler) {
        return scan.carriesUse(handler);
    }

    /**
     * Whether the object that serves an endpoint carries the uses that it was planned with.
     *
     * @param planned the endpoint as it was found at start-up
     * @param served class of the object that serves
     */
    public boolean carriesSameUses(EndpointDeclaration planned, Class<?> served) {
        return planned.controller() == served || scan.carriesSameUses(planned, served);
    }

    /**
     * Returns a fault for each endpoint whose controller has turned out to carry other uses than were known when this
     * catalog was read, which was before the controller had been created.
     */
    public List<Fault> faultsOfLateControllers() {
        List<Fault> faults = new ArrayList<>();
        for (EndpointDeclaration endpoint : endpoints) {
            Class<?> served = beans.controller((HandlerMethod) endpoint.id());
            Class<?> hidden = hidden(endpoint, served);
            if (!carriesSameUses(endpoint, served)) {
                faults.add(LateController.fault(endpoint, served));
            } else if (hidden != null) {
                faults.add(LateController.faultOfHidden(endpoint, hidden));
            }
        }
        return faults;
    }

    /**
     * Returns the class of the object that an endpoint's bean was made of, if another object serves in its place and it
     * carries other uses than were planned.
     *
     * @param planned the endpoint as it was found at start-up
     * @param served class of the object that serves, {@code null} if that does not say it
     */
    public @Nullable Class<?> hidden(EndpointDeclaration planned, @Nullable Class<?> served) {
        Class<?> hidden = beans.hidden((HandlerMethod) planned.id(), served);
        return hidden == null || carriesSameUses(planned, hidden) ? null : hidden;
    }

    /** Returns what configuration does not cover, and what is exempted. */
    public Coverage coverage() {
        return coverage;
    }

    /** Returns the classes of the application's own beans, by bean name. */
    public Map<String, Class<?>> ownTypes() {
        return beans.ownTypes();
    }
}
