package io.github.depends.web.detection;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds the uses in a web context that has no request dependencies of its own. */
public final class UnservedUses {

    private final WebApplicationContext context;
    private final @Nullable ApplicationCatalog application;
    private final List<Fault> faults = new ArrayList<>();
    private final MethodAnnotations annotations = new MethodAnnotations();
    private final Set<Class<?>> told = new HashSet<>();

    /**
     * Looks at a context.
     *
     * @param context the context
     * @param application what the application above it declares, {@code null} if request dependencies are not part of it
     */
    public UnservedUses(WebApplicationContext context, @Nullable ApplicationCatalog application) {
        this.context = context;
        this.application = application;
    }

    /** Returns a fault for each endpoint and each other class that carries a use. */
    public List<Fault> faults() {
        context.getBeansOfType(RequestMappingHandlerMapping.class, true, false)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach(this::check));
        if (context.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory beans) {
            new BeanTypes(beans).ownTypes().forEach((name, type) -> {
                if (beans.containsLocalBean(name) && told.add(type) && carriesUse(type)) {
                    faults.add(new Fault(Names.of(type) + " carries uses, " + reason(), Site.of(type), action()));
                }
            });
        }
        return faults;
    }

    private void check(RequestMappingInfo info, HandlerMethod handler) {
        if (application != null && application.carriesUse(handler, info.getPatternValues())) {
            told.add(ClassUtils.getUserClass(handler.getBeanType()));
            faults.add(new Fault(
                    "'" + EndpointScan.label(info, info.getPatternValues()) + "' carries uses, " + reason(),
                    Site.of(handler.getMethod()),
                    action()));
        }
    }

    private boolean carriesUse(Class<?> type) {
        List<Fault> unread = new ArrayList<>();
        new MisplacedUses(List.of(), List.of(), annotations, unread::add).check(List.of(type));
        return !unread.isEmpty();
    }

    private String reason() {
        return application == null
                ? "but request dependencies are not part of the application, so that Spring MVC would bind them from the"
                        + " query"
                : "but belongs to another application context ('" + context.getDisplayName()
                        + "'), where Spring MVC would bind them from the query";
    }

    private String action() {
        return application == null
                ? "Do not exclude DependsAutoConfiguration."
                : "Make it a controller of the application itself; uses are served there only.";
    }
}
