package io.github.depends.web;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;
import org.springframework.web.servlet.mvc.HttpRequestHandlerAdapter;
import org.springframework.web.servlet.mvc.SimpleControllerHandlerAdapter;

/** Finds what would keep a dispatcher servlet from asking our adapter first. */
final class AdapterOrder {

    private static final String DETECT_ALL = "detectAllHandlerAdapters";

    /** The name of the only adapter that a dispatcher servlet looks for which does not look for all. */
    private static final String ONLY = "handlerAdapter";

    private static final Set<Class<?>> NO_METHODS =
            Set.of(HttpRequestHandlerAdapter.class, SimpleControllerHandlerAdapter.class, HandlerFunctionAdapter.class);

    private AdapterOrder() {}

    /**
     * Returns what is wrong for handlers that only our adapter may serve.
     *
     * @param context the application
     * @param servlets dispatcher servlets that are no beans, each with the name of the bean that registers it
     */
    static List<Fault> faults(ApplicationContext context, Map<String, DispatcherServlet> servlets) {
        List<Fault> faults = new ArrayList<>();
        Map<String, HandlerAdapter> adapters =
                BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerAdapter.class, true, false);
        List<HandlerAdapter> ordered = new ArrayList<>(adapters.values());
        AnnotationAwareOrderComparator.sort(ordered);
        for (HandlerAdapter adapter : ordered) {
            if (adapter instanceof DependsHandlerAdapter) {
                break;
            }
            if (mayServeMethods(adapter)) {
                faults.add(new Fault(
                        "The HandlerAdapter '" + name(adapters, adapter)
                                + "' is asked before the one that runs request dependencies, and would serve controllers"
                                + " without them",
                        Site.of(adapter.getClass()),
                        "Give it a lower precedence, or let it not support controller methods."));
            }
        }
        HandlerAdapter only = adapters.get(ONLY);
        if (only != null && !(only instanceof DependsHandlerAdapter) && mayServeMethods(only)) {
            faults.add(new Fault(
                    "The HandlerAdapter '" + ONLY + "' has the name of the only one that a DispatcherServlet looks for"
                            + " whose detectAllHandlerAdapters is off, which would serve controllers without their"
                            + " request dependencies",
                    Site.of(only.getClass()),
                    "Give it another name."));
        }
        Map<String, DispatcherServlet> all = new LinkedHashMap<>(servlets);
        all.putAll(context.getBeansOfType(DispatcherServlet.class, true, false));
        all.forEach((name, servlet) -> {
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

    // Which handlers it supports it may decide in each request; these of Spring's own never support a method.
    private static boolean mayServeMethods(HandlerAdapter adapter) {
        return !NO_METHODS.contains(adapter.getClass());
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
