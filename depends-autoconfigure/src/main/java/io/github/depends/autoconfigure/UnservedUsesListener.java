package io.github.depends.autoconfigure;

import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.web.detection.ApplicationCatalog;
import io.github.depends.web.detection.UnservedUses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.web.context.WebApplicationContext;

/**
 * Refuses web contexts whose beans carry uses that nobody would serve: children of the application such as a second
 * dispatcher servlet's, and applications without our auto-configuration, which therefore cannot be what checks them.
 */
final class UnservedUsesListener implements ApplicationListener<ContextRefreshedEvent> {

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        ApplicationContext context = event.getApplicationContext();
        if (!(context instanceof WebApplicationContext web) || catalog(context) != null) {
            return;
        }
        List<Fault> faults = new UnservedUses(web, catalogAbove(context)).faults();
        if (!faults.isEmpty()) {
            throw new InvalidDependencyGraphException(faults);
        }
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
