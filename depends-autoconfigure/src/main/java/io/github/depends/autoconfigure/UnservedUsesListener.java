package io.github.depends.autoconfigure;

import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.web.detection.ApplicationCatalog;
import io.github.depends.web.detection.UnservedUses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;

/**
 * Refuses contexts whose beans carry uses that nobody would serve: children of the application such as a second
 * dispatcher servlet's, reactive applications, and applications without our auto-configuration, which therefore cannot be
 * what checks them.
 */
final class UnservedUsesListener implements ApplicationListener<ContextRefreshedEvent> {

    private static final String DISPATCHER_HANDLER = "org.springframework.web.reactive.DispatcherHandler";

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        ApplicationContext context = event.getApplicationContext();
        if (catalog(context) == null) {
            List<Fault> faults = faults(context, catalogAbove(context));
            if (!faults.isEmpty()) {
                throw new InvalidDependencyGraphException(faults);
            }
        }
    }

    private static List<Fault> faults(ApplicationContext context, @Nullable ApplicationCatalog above) {
        if (context instanceof WebApplicationContext) {
            return UnservedUses.ofWebMvc(context, above).faults();
        }
        if (isReactive(context)) {
            return UnservedUses.ofWebFlux(context).faults();
        }
        return above == null ? UnservedUses.withoutWeb(context).faults() : List.of();
    }

    private static boolean isReactive(ApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        return context instanceof ReactiveWebApplicationContext
                || ClassUtils.isPresent(DISPATCHER_HANDLER, loader)
                        && context.getBeanNamesForType(
                                                ClassUtils.resolveClassName(DISPATCHER_HANDLER, loader), true, false)
                                        .length
                                > 0;
    }

    private static @Nullable ApplicationCatalog catalogAbove(ApplicationContext context) {
        ApplicationContext above = context.getParent();
        while (above != null) {
            ApplicationCatalog catalog = catalog(above);
            if (catalog != null) {
                return catalog;
            }
            above = above.getParent();
        }
        return null;
    }

    private static @Nullable ApplicationCatalog catalog(ListableBeanFactory context) {
        return context.getBeanNamesForType(ApplicationCatalog.class, true, false).length == 0
                ? null
                : context.getBeanProvider(ApplicationCatalog.class).getIfAvailable();
    }
}
