package io.github.depends.web.detection;

import io.github.depends.Dependency;
import io.github.depends.DependsConfigurer;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds the uses in a context that has no request dependencies of its own. */
public final class UnservedUses {

    /** What a {@link DependsConfigurer} is; without it an application has none. */
    private static final String WEB_MVC_CONFIGURER =
            "org.springframework.web.servlet.config.annotation.WebMvcConfigurer";

    private final ApplicationContext context;
    private final @Nullable ApplicationCatalog application;
    private final Kind kind;
    private final List<Fault> faults = new ArrayList<>();
    private final MethodAnnotations annotations = new MethodAnnotations();
    private final GuardingPackages packages = new GuardingPackages();
    private final Set<Class<?>> told = new HashSet<>();

    private UnservedUses(ApplicationContext context, @Nullable ApplicationCatalog application, Kind kind) {
        this.context = context;
        this.application = application;
        this.kind = kind;
    }

    /**
     * Looks at a context of Spring MVC.
     *
     * @param context the context
     * @param application what the application above it declares, {@code null} if request dependencies are not part of it
     */
    public static UnservedUses ofWebMvc(ApplicationContext context, @Nullable ApplicationCatalog application) {
        return new UnservedUses(context, application, application == null ? Kind.EXCLUDED : Kind.CHILD);
    }

    /** Looks at a reactive context. */
    public static UnservedUses ofWebFlux(ApplicationContext context) {
        return new UnservedUses(context, null, Kind.REACTIVE);
    }

    /** Looks at a context without a web server, in which only other frameworks answer clients. */
    public static UnservedUses withoutWeb(ApplicationContext context) {
        return new UnservedUses(context, null, Kind.NO_WEB);
    }

    /** Returns a fault for each endpoint, each class and each configuration that carries a use. */
    public List<Fault> faults() {
        if (kind == Kind.EXCLUDED || kind == Kind.CHILD) {
            context.getBeansOfType(RequestMappingHandlerMapping.class, true, false)
                    .values()
                    .forEach(mapping -> mapping.getHandlerMethods().forEach(this::check));
        }
        if (context.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory beans) {
            new BeanTypes(beans).ownTypes().forEach((name, type) -> {
                if (beans.containsLocalBean(name) && told.add(type) && carriesUse(type)) {
                    refuse(Names.of(type) + " carries uses", Site.of(type));
                }
            });
            checkConfigurers(beans);
        }
        return faults;
    }

    private void checkConfigurers(ConfigurableListableBeanFactory beans) {
        if (kind == Kind.NO_WEB || !ClassUtils.isPresent(WEB_MVC_CONFIGURER, context.getClassLoader())) {
            return;
        }
        // What the application itself configures above a child is read there.
        String[] names = kind == Kind.CHILD
                ? beans.getBeanNamesForType(DependsConfigurer.class)
                : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DependsConfigurer.class);
        Arrays.stream(names)
                .filter(name -> !ScopedProxyUtils.isScopedTarget(name))
                .forEach(name -> faults.add(new Fault(
                        "The DependsConfigurer '" + name + "'" + kind.ofConfigurers.formatted(context.getDisplayName()),
                        Site.of("bean '" + name + "'"),
                        kind.action)));
    }

    private void check(RequestMappingInfo info, HandlerMethod handler) {
        Class<?> controller = ClassUtils.getUserClass(handler.getBeanType());
        boolean carries = application == null
                ? packages.nearest(controller) != null
                : application.carriesUse(handler, info.getPatternValues());
        if (carries) {
            told.add(controller);
            refuse(
                    "'" + EndpointScan.label(info, info.getPatternValues()) + "' carries uses",
                    Site.of(handler.getMethod()));
        }
    }

    private boolean carriesUse(Class<?> type) {
        if (kind == Kind.NO_WEB) {
            return annotations.mayBeMarked(type) && (packages.nearest(type) != null || uses(type));
        }
        return uses(type)
                || handlesExceptionsWithUses(type)
                || kind == Kind.REACTIVE && (declaresUses(type) || isControllerOfGuardingPackage(type));
    }

    private boolean uses(Class<?> type) {
        List<Fault> unread = new ArrayList<>();
        new MisplacedUses(List.of(), List.of(), Map.of(), annotations, unread::add).check(List.of(type));
        return !unread.isEmpty();
    }

    private boolean handlesExceptionsWithUses(Class<?> type) {
        return annotations.mayHandleExceptions(type)
                && takeUses(type, method -> AnnotatedElementUtils.hasAnnotation(method, ExceptionHandler.class));
    }

    private boolean declaresUses(Class<?> type) {
        return annotations.mayDeclare(type)
                && takeUses(type, method -> AnnotatedElementUtils.hasAnnotation(method, Dependency.class));
    }

    private static boolean takeUses(Class<?> type, MethodFilter methods) {
        return MethodIntrospector.selectMethods(type, methods).stream()
                .flatMap(method -> Declarations.parameters(method, type).stream())
                .anyMatch(UseReader::ours);
    }

    private boolean isControllerOfGuardingPackage(Class<?> type) {
        return (AnnotatedElementUtils.hasAnnotation(type, Controller.class) || annotations.mayBeMarked(type))
                && packages.nearest(type) != null;
    }

    private void refuse(String message, Site site) {
        faults.add(new Fault(message + kind.ofUses.formatted(context.getDisplayName()), site, kind.action));
    }

    /** Why a context has no request dependencies, and what can be done about it. */
    private enum Kind {
        EXCLUDED(
                ", but request dependencies are not part of the application, so that Spring MVC would bind them from the"
                        + " query",
                " guards nothing, because request dependencies are not part of the application",
                "Do not exclude DependsAutoConfiguration."),
        CHILD(
                ", but belongs to another application context ('%s'), where Spring MVC would bind them from the query",
                " guards nothing, because it belongs to another application context ('%s'), where nothing reads it",
                "Make it a part of the application itself; uses are served there only."),
        REACTIVE(
                ", but this is a reactive application, in which WebFlux would run no guard and would bind dependencies"
                        + " from the query",
                " guards nothing, because this is a reactive application, in which nothing reads it",
                "Serve the application by Spring MVC (spring.main.web-application-type=servlet), which alone is"
                        + " supported, or remove the uses."),
        NO_WEB(
                ", but this is no servlet application: another framework calls the methods, and would run no guard",
                "",
                "Move these methods to a class without uses, and guard them in the way of their framework.");

        private final String ofUses;
        private final String ofConfigurers;
        private final String action;

        Kind(String ofUses, String ofConfigurers, String action) {
            this.ofUses = ofUses;
            this.ofConfigurers = ofConfigurers;
            this.action = action;
        }
    }
}
