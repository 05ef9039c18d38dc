package io.github.depends.web;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;

/** Finds what would keep a dispatcher servlet from asking our adapter first. */
final class AdapterOrder {

    private static final String DETECT_ALL = "detectAllHandlerAdapters";

    private AdapterOrder() {}

    /** Returns what is wrong for a handler that only our adapter may serve. */
    static List<Fault> faults(ApplicationContext context, HandlerMethod handler) {
        List<Fault> faults = new ArrayList<>();
        Map<String, HandlerAdapter> adapters =
                BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerAdapter.class, true, false);
        List<HandlerAdapter> ordered = new ArrayList<>(adapters.values());
        AnnotationAwareOrderComparator.sort(ordered);
        for (HandlerAdapter adapter : ordered) {
            if (adapter instanceof DependsHandlerAdapter) {
                break;
            }
            if (adapter.supports(handler)) {
                faults.add(new Fault(
                        "The HandlerAdapter '" + name(adapters, adapter)
                                + "' is asked before the one that runs request dependencies, and would serve controllers"
                                + " without them",
                        Site.of(adapter.getClass()),
                        "Give it a lower precedence, or let it not support controller methods."));
            }
        }
        context.getBeansOfType(DispatcherServlet.class, true, false).forEach((name, servlet) -> {
            if (!detectsAll(servlet)) {
                faults.add(new Fault(
                        "The DispatcherServlet '" + name
                                + "' does not look for all HandlerAdapters, and would serve controllers without their"
                                + " request dependencies",
                        Site.of("bean '" + name + "'"),
                        "Leave detectAllHandlerAdapters on."));
            }
        });
        return faults;
    }

    private static String name(Map<String, HandlerAdapter> adapters, HandlerAdapter wanted) {
        return adapters.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(wanted.toString());
    }

    // There is a setter but no getter.
    private static boolean detectsAll(DispatcherServlet servlet) {
        DirectFieldAccessor fields = new DirectFieldAccessor(servlet);
        return !fields.isReadableProperty(DETECT_ALL) || !Boolean.FALSE.equals(fields.getPropertyValue(DETECT_ALL));
    }
}
