package io.github.depends.autoconfigure;

import io.github.depends.Dependencies;
import io.github.depends.DependsConfigurer;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.graph.Rule;
import io.github.depends.resolution.LateFailureListener;
import io.github.depends.resolution.LateFailures;
import io.github.depends.resolution.OverdueYields;
import io.github.depends.resolution.TaskContext;
import io.github.depends.web.PasswordRequestForms;
import io.github.depends.web.RequestDependencies;
import io.github.depends.web.WrongRequests;
import io.github.depends.web.detection.ApplicationCatalog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Request dependencies for a Spring MVC application. */
@AutoConfiguration(after = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(RequestMappingHandlerAdapter.class)
@EnableConfigurationProperties(DependsProperties.class)
public final class DependsAutoConfiguration {

    private static final Log LOGGER = LogFactory.getLog(DependsAutoConfiguration.class);

    @Bean
    static RequestDependencies requestDependencies(
            ApplicationContext context,
            ObjectProvider<ApplicationCatalog> catalogs,
            ObjectProvider<LateFailureListener> listeners,
            ObjectProvider<TaskContext> contexts,
            DependsProperties properties) {
        return new RequestDependencies(
                context,
                SingletonSupplier.of(() -> adapters(context).get(0)),
                catalogs::getObject,
                () -> executor(context),
                () -> contexts.orderedStream().toList(),
                new LateFailures(() -> listeners.orderedStream().toList()),
                properties.acquire().acquisition(),
                wrongRequests(properties.validation()));
    }

    private static WrongRequests wrongRequests(DependsProperties.Validation validation) {
        return new WrongRequests(
                HttpStatusCode.valueOf(validation.status()),
                validation.accumulate(),
                validation.maxErrors(),
                validation.allEndpoints());
    }

    private static List<RequestMappingHandlerAdapter> adapters(ApplicationContext context) {
        return new AllBeans((ConfigurableListableBeanFactory) context.getAutowireCapableBeanFactory())
                .of(RequestMappingHandlerAdapter.class);
    }

    private static Executor executor(ApplicationContext context) {
        return context.containsBean("applicationTaskExecutor")
                ? context.getBean("applicationTaskExecutor", Executor.class)
                : Runnable::run;
    }

    @Bean
    static BeanPostProcessor requestDependenciesInstaller(
            BeanFactory beans, ObjectProvider<RequestDependencies> dependencies) {
        return new RequestDependenciesInstaller(beans, dependencies::getObject);
    }

    @Bean
    static HandlerAdapter requestDependenciesHandlerAdapter(RequestDependencies dependencies) {
        return dependencies.handlerAdapter();
    }

    @Bean
    @ConditionalOnMissingBean
    static Dependencies dependencies(RequestDependencies dependencies, ObjectProvider<DependencyGraph> graph) {
        return dependencies.outside(graph::getObject);
    }

    @Bean
    static SmartLifecycle requestDependenciesLifecycle(RequestDependencies dependencies) {
        return RequestDependenciesLifecycle.waiting(dependencies);
    }

    @Bean
    static SmartLifecycle requestDependenciesEnd(RequestDependencies dependencies) {
        return RequestDependenciesLifecycle.abandoning(dependencies);
    }

    @Bean
    static OverdueYields overdueYields(RequestDependencies dependencies, DependsProperties properties) {
        return new OverdueYields(dependencies::tellOpen, properties.yields().openWarningAge());
    }

    @Bean
    static SmartLifecycle overdueYieldsLifecycle(OverdueYields yields, DependsProperties properties) {
        return new OverdueYieldsLifecycle(yields, properties.yields().openWarningAge());
    }

    @Bean
    static FilterRegistrationBean<Filter> requestDependenciesFilter(RequestDependencies dependencies) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(dependencies.filter());
        filter.setName("requestDependenciesFilter");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return filter;
    }

    @Bean
    static ServletContextInitializer requestDependenciesInitializer(RequestDependencies dependencies) {
        return dependencies::listen;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static WebMvcConfigurer requestDependenciesInterceptor(RequestDependencies dependencies) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(dependencies.interceptor()).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    static PasswordRequestForms passwordRequestForms() {
        return new PasswordRequestForms();
    }

    @Bean
    static WebMvcConfigurer passwordRequestFormsResolver(MessageSource messages) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(PasswordRequestForms.resolver(messages));
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    static ApplicationCatalog dependencyCatalog(
            ConfigurableListableBeanFactory beans,
            ObjectProvider<DispatcherServletPath> path,
            RequestDependencies dependencies) {
        AllBeans all = new AllBeans(beans);
        return new ApplicationCatalog(
                beans,
                all.of(RequestMappingHandlerMapping.class),
                all.of(HandlerMapping.class),
                all.of(DependsConfigurer.class),
                dependencies.springResolvers(),
                path.stream().findFirst().map(DispatcherServletPath::getPrefix).orElse(""));
    }

    @Bean
    @ConditionalOnMissingBean
    static DependencyGraph dependencyGraph(
            ApplicationCatalog catalog, RequestDependencies dependencies, ConfigurableListableBeanFactory beans) {
        List<Rule> rules = dependencies.rules();
        rules.addAll(new AllBeans(beans).of(Rule.class));
        return DependencyGraph.of(catalog, rules);
    }

    @Bean
    static SmartInitializingSingleton requestDependenciesStart(
            ObjectProvider<RequestDependencies> dependencies,
            ObjectProvider<DependencyGraph> graph,
            ObjectProvider<ApplicationCatalog> catalog,
            ListableBeanFactory beans) {
        return () -> {
            requireNone(catalog.getObject().faultsOfLateControllers());
            dependencies
                    .getObject()
                    .start(
                            graph.getObject(),
                            catalog.getObject().endpoints(),
                            RegisteredServlets.dispatchers(beans),
                            RegisteredErrorPages.paths(beans));
            requireNone(catalog.getObject().faultsOfLaterServlets());
            catalog.getObject().coverage().log();
            graph.getObject().warnings().forEach(LOGGER::warn);
        };
    }

    private static void requireNone(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidDependencyGraphException(faults);
        }
    }
}
