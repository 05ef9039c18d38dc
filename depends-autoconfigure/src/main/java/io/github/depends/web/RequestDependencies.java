package io.github.depends.web;

import io.github.depends.Dependencies;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.graph.Rule;
import io.github.depends.graph.rule.Rules;
import io.github.depends.resolution.Acquisition;
import io.github.depends.resolution.GraphDependencies;
import io.github.depends.resolution.LateFailures;
import io.github.depends.resolution.OpenYield;
import io.github.depends.resolution.TaskContext;
import io.github.depends.resolution.TaskContexts;
import io.github.depends.resolution.TaskRunner;
import io.github.depends.web.detection.ApplicationCatalog;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** The parts that serve request dependencies in one Spring MVC application, and how they know each other. */
public final class RequestDependencies {

    private final ApplicationContext context;
    private final Supplier<RequestMappingHandlerAdapter> adapter;
    private final WrongRequests wrong;
    private final EndpointRegistry registry;
    private final SpringAdapter spring;
    private final Supplier<ApplicationCatalog> catalog;
    private final Acquisition acquisition;
    private final LateFailures failures;
    private final TaskRunner tasks;
    private final TaskContexts contexts;
    private final RequestsUnderWay requests;
    private final Release release;
    private final DependsHandlerAdapter handlerAdapter;
    private final List<GraphDependencies> outside = new CopyOnWriteArrayList<>();
    private volatile @Nullable EndpointPlans plans;
    private volatile Set<String> errorPages = Set.of();
    private volatile PlanSelector selector = PlanSelector.APPLICATION;

    /**
     * Makes the parts; they work when {@link #start} has been called.
     *
     * @param context the application
     * @param adapter Spring's adapter, asked for when it is needed
     * @param catalog what the application declares, asked for when it is needed
     * @param executor runs background tasks
     * @param contexts what optional libraries let travel with background tasks, asked for when it is needed
     * @param failures is told of failures that come too late for an answer
     * @param acquisition whether stages overlap
     * @param wrong how invalid requests are answered
     */
    public RequestDependencies(
            ApplicationContext context,
            Supplier<RequestMappingHandlerAdapter> adapter,
            Supplier<ApplicationCatalog> catalog,
            Supplier<Executor> executor,
            Supplier<List<TaskContext>> contexts,
            LateFailures failures,
            Acquisition acquisition,
            WrongRequests wrong) {
        this.context = context;
        this.adapter = adapter;
        this.catalog = catalog;
        this.wrong = wrong;
        this.registry = new EndpointRegistry(this::plans, () -> selector, catalog);
        this.spring = new SpringAdapter(adapter, this::support);
        this.acquisition = acquisition;
        this.failures = failures;
        this.tasks = new TaskRunner(executor, failures);
        this.contexts = new TaskContexts(SingletonSupplier.of(() -> withoutRequest(contexts.get())));
        this.requests = new RequestsUnderWay(failures, this.contexts);
        this.release = new Release(tasks, requests);
        this.handlerAdapter =
                new DependsHandlerAdapter(registry, spring, requests, release, new ErrorPages(() -> errorPages));
    }

    /** Returns the adapter that serves planned endpoints. */
    public HandlerAdapter handlerAdapter() {
        return handlerAdapter;
    }

    /** Returns the filter that releases; to be the outermost, for dispatches of all types. */
    public Filter filter() {
        return new CompletionFilter(release);
    }

    /** Returns the dependencies of a graph, for use outside requests. */
    public Dependencies outside(Supplier<DependencyGraph> graph) {
        GraphDependencies dependencies = new GraphDependencies(
                () -> selector.select(graph.get()),
                () -> new SpringInvokers(spring.support().constraints()),
                tasks,
                contexts,
                failures,
                acquisition);
        outside.add(dependencies);
        return dependencies;
    }

    /** Gives the yields that are open now, in requests and outside; for any thread. */
    public void tellOpen(Consumer<OpenYield> to) {
        release.tellOpen(to);
        outside.forEach(dependencies -> dependencies.tellOpen(to));
    }

    /**
     * Releases what no container will end any more, and waits for requests that threads are handling and for background
     * tasks.
     *
     * @param stopped runs when nothing is open and no task is queued or running
     */
    public void stop(Runnable stopped) {
        release.stop(() -> tasks.whenIdle(stopped));
    }

    /** Makes up for an earlier stop, where an application is started again. */
    public void resume() {
        release.resume();
    }

    /** Releases what has not ended in time all the same, and logs that and the background tasks that have not ended. */
    public void abandon() {
        release.abandon();
        tasks.logPending();
    }

    /** Tells that the server calls {@link #served}; before {@link #listen}. */
    public void serverTells() {
        release.serverTells();
    }

    /** Tells that the server is done with a dispatch of a request, its error page included, if it has made one. */
    public void served(ServletRequest request) {
        release.served(request);
    }

    /** Adds a listener that takes the place of {@link #served}, where the server is not going to call it. */
    public void listen(ServletContext context) {
        release.listen(context);
    }

    /** Returns the interceptor that releases where there is no filter; to be the first. */
    public HandlerInterceptor interceptor() {
        return new ReleaseInterceptor(release);
    }

    /** Returns the interceptor that refuses handlers which are no methods and carry uses; for every mapping. */
    public HandlerInterceptor unservedHandlerInterceptor() {
        return new UnservedHandlerInterceptor(registry);
    }

    /** Returns what stands in front of an adapter that a dispatcher servlet has made for itself. */
    public HandlerAdapter refusing(HandlerAdapter made) {
        return new RefusingHandlerAdapter(made, registry);
    }

    /** Puts our resolver and return value handler in front of those of an adapter of Spring's. */
    public void install(RequestMappingHandlerAdapter spring) {
        List<HandlerMethodArgumentResolver> resolvers = spring.getArgumentResolvers();
        List<HandlerMethodReturnValueHandler> handlers = spring.getReturnValueHandlers();
        if (resolvers != null && handlers != null) {
            spring.setArgumentResolvers(
                    prepend(new DependsArgumentResolver(registry, requests, this.spring), resolvers));
            spring.setReturnValueHandlers(
                    prepend(new CompletingReturnValueHandler(registry, requests, handlers), handlers));
        }
        List<HandlerMethodArgumentResolver> binders = spring.getInitBinderArgumentResolvers();
        if (binders != null) {
            spring.setInitBinderArgumentResolvers(
                    prepend(new DependsArgumentResolver(registry, requests, this.spring), binders));
        }
    }

    /** Returns what gives exception handlers the values of the failed request. */
    public HandlerMethodArgumentResolver exceptionHandlerResolver() {
        return new ExceptionHandlerUses(registry, requests);
    }

    /** Returns what answers invalid and unauthenticated requests, in front of Spring's own resolver. */
    public HandlerExceptionResolver faultResolver(HandlerExceptionResolver spring) {
        return new FaultResolver(
                new ApplicationHandlers(SingletonSupplier.of(() -> ControllerAdviceBean.findAnnotatedBeans(context))),
                SingletonSupplier.of(() -> FaultResolver.others(spring)),
                new ProblemWriter(() -> withoutOurs(adapter.get().getReturnValueHandlers())),
                wrong);
    }

    /** Returns the resolvers of Spring's and of the application, without ours. */
    public List<HandlerMethodArgumentResolver> springResolvers() {
        return withoutOurs(adapter.get().getArgumentResolvers());
    }

    /** Returns what must be true of each endpoint. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(Rules.all(BeanValidation.support(adapter.get())));
        rules.add(new AgreeingBodyAdvice(
                SingletonSupplier.of(() -> ControllerAdviceBean.findAnnotatedBeans(context)),
                () -> adapter.get().getMessageConverters()));
        return rules;
    }

    /**
     * Plans the endpoints of a graph and begins to serve them.
     *
     * @param graph the graph
     * @param declarations all endpoints, those without dependencies included
     * @param servlets dispatcher servlets that are no beans, each with the name of the bean that registers it
     * @param errorPages the paths of the error pages of the server within the application
     * @throws InvalidDependencyGraphException if an endpoint cannot be planned, or someone has rearranged the adapter
     */
    public void start(
            DependencyGraph graph,
            List<EndpointDeclaration> declarations,
            Map<String, DispatcherServlet> servlets,
            Set<String> errorPages) {
        if (!graph.endpoints().isEmpty()) {
            requireReachable(servlets);
        }
        this.errorPages = errorPages;
        plans = plan(graph, declarations);
        selector = context.getBeanProvider(PlanSelector.class).getIfUnique(() -> PlanSelector.APPLICATION);
    }

    private void requireReachable(Map<String, DispatcherServlet> servlets) {
        List<Fault> faults = new ArrayList<>(AdapterOrder.faults(context, servlets));
        if (!spring.intact()) {
            faults.add(SpringAdapter.REARRANGED);
        }
        if (!faults.isEmpty()) {
            throw new InvalidDependencyGraphException(List.copyOf(faults));
        }
    }

    /**
     * Plans the endpoints of a graph.
     *
     * @param graph the graph
     * @param declarations all endpoints, those without dependencies included
     * @throws InvalidDependencyGraphException if an endpoint cannot be planned
     */
    public EndpointPlans plan(DependencyGraph graph, List<EndpointDeclaration> declarations) {
        return new EndpointPlanner(
                        graph,
                        spring.support().constraints(),
                        BeanValidation.methods(adapter.get(), springResolvers()),
                        context,
                        acquisition,
                        wrong)
                .plan(declarations);
    }

    private EndpointPlans plans() {
        EndpointPlans made = plans;
        if (made == null) {
            throw new IllegalStateException("The application has not been started: its endpoints are not planned yet");
        }
        return made;
    }

    private BindingSupport support() {
        Constraints constraints = BeanValidation.constraints(adapter.get());
        return new BindingSupport(
                new HandlerMethodArgumentResolverComposite().addResolvers(springResolvers()),
                new Binders(adapter.get(), context),
                constraints,
                new ParameterFaults(new Messages(context), constraints),
                parameter -> catalog.get().request(parameter),
                wrong);
    }

    private static List<TaskContext> withoutRequest(List<TaskContext> others) {
        return prepend(new RequestTaskContext(), others);
    }

    private static <T> List<T> prepend(T ours, List<T> theirs) {
        List<T> all = new ArrayList<>(theirs.size() + 1);
        all.add(ours);
        all.addAll(theirs);
        return all;
    }

    private static <T> List<T> withoutOurs(@Nullable List<T> all) {
        return all == null
                ? List.of()
                : all.stream()
                        .filter(each -> !(each instanceof DependsArgumentResolver
                                || each instanceof CompletingReturnValueHandler))
                        .toList();
    }
}
