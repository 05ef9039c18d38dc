package io.github.depends.web.detection;

import io.github.depends.graph.LibraryClasses;
import io.github.depends.web.detection.OtherHandler.Kind;
import io.github.depends.web.detection.OtherHandler.Source;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Registration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;

/** Lists the servlets and filters beside Spring MVC's, however they were registered. */
final class OtherServlets {

    private static final List<String> OF_THE_CONTAINER = List.of(
            "org.apache.catalina.", "org.apache.jasper.", "org.apache.tomcat.", "org.eclipse.jetty.", "io.undertow.");

    private final ConfigurableListableBeanFactory beans;
    private final BeanTypes types;
    private final BeanOrigins origins;
    private final @Nullable ServletContext container;
    private final Set<Class<?>> classes = new LinkedHashSet<>();

    OtherServlets(ConfigurableListableBeanFactory beans, BeanTypes types, BeanOrigins origins) {
        this.beans = beans;
        this.types = types;
        this.origins = origins;
        this.container = beans.getBeanProvider(ServletContext.class).getIfAvailable();
    }

    /** Whether the servlets of a server are known; without a server only those that are beans are. */
    boolean ofServer() {
        return container != null && !container.getServletRegistrations().isEmpty();
    }

    /** Returns the classes of the servlets and filters. */
    Set<Class<?>> classes() {
        return classes;
    }

    List<OtherHandler> servlets() {
        List<OtherHandler> found = new ArrayList<>();
        if (container != null && ofServer()) {
            container.getServletRegistrations().values().forEach(registration -> addServlet(registration, found));
        } else {
            registrations().values().forEach(registration -> addServlet(registration, found));
        }
        return found;
    }

    /** Returns the filters of the application. */
    List<OtherHandler> filters() {
        List<OtherHandler> found = new ArrayList<>();
        if (container != null) {
            container.getFilterRegistrations().values().forEach(registration -> addFilter(registration, found));
        }
        return found;
    }

    private void addServlet(ServletRegistration registration, List<OtherHandler> found) {
        Class<?> type = type(registration);
        if (type != null && DispatcherServlet.class.isAssignableFrom(type)) {
            return;
        }
        String bean = bean(registration.getName());
        boolean added = bean == null ? own(type) : origins.addedByApplication(bean);
        add(Kind.SERVLET, registration.getName(), registration.getMappings(), added, type, bean, found);
    }

    private void addServlet(ServletRegistrationBean<?> registration, List<OtherHandler> found) {
        Servlet servlet = registration.getServlet();
        if (servlet == null || servlet instanceof DispatcherServlet) {
            return;
        }
        String bean = bean(registration.getServletName());
        Collection<String> urls = registration.getUrlMappings();
        boolean added = bean == null || origins.addedByApplication(bean);
        add(
                Kind.SERVLET,
                registration.getServletName(),
                urls.isEmpty() ? Set.of("/*") : urls,
                added,
                servlet.getClass(),
                bean,
                found);
    }

    private void addFilter(FilterRegistration registration, List<OtherHandler> found) {
        Class<?> type = type(registration);
        if (own(type) && !(type != null && LibraryClasses.isOurs(type))) {
            add(Kind.FILTER, registration.getName(), registration.getUrlPatternMappings(), true, type, null, found);
        }
    }

    private void add(
            Kind kind,
            String name,
            Collection<String> urls,
            boolean added,
            @Nullable Class<?> type,
            @Nullable String bean,
            List<OtherHandler> found) {
        if (type != null) {
            classes.add(type);
        }
        Class<?> home = type != null && own(type) ? type : bean == null ? null : origins.declaring(bean);
        Set<String> patterns = urls.stream().map(OtherServlets::pattern).collect(Collectors.toSet());
        String where = urls.stream().sorted().collect(Collectors.joining(", "));
        String label = where + (kind == Kind.FILTER ? " (filter " : " (servlet ") + name + ")";
        found.add(new OtherHandler(kind, label, patterns, Source.ofApplication(added), home));
    }

    /** Returns the pattern of Spring MVC that matches what a URL pattern of a servlet does. */
    private static String pattern(String url) {
        if (url.equals("/") || url.equals("/*")) {
            return PredicatePaths.ANY;
        }
        if (url.startsWith("*.")) {
            return "/**/" + url;
        }
        return url.endsWith("/*") ? url + "*" : url.isEmpty() ? "/" : url;
    }

    private boolean own(@Nullable Class<?> type) {
        return type == null || types.own(type) && !ofContainer(type);
    }

    private static boolean ofContainer(Class<?> type) {
        return OF_THE_CONTAINER.stream().anyMatch(type.getName()::startsWith)
                && (type.getPackage().getImplementationTitle() != null
                        || type.getPackage().getImplementationVendor() != null);
    }

    private @Nullable Class<?> type(Registration registration) {
        String name = registration.getClassName();
        try {
            return name == null ? null : ClassUtils.forName(name, beans.getBeanClassLoader());
        } catch (ClassNotFoundException | LinkageError unknown) {
            return null;
        }
    }

    /** Returns the bean that registers a servlet: one of Spring Boot's registrations, or the servlet itself. */
    private @Nullable String bean(@Nullable String servlet) {
        for (Map.Entry<String, ? extends ServletRegistrationBean<?>> each :
                registrations().entrySet()) {
            if (servlet != null && servlet.equals(each.getValue().getServletName())) {
                return each.getKey();
            }
        }
        return servlet != null && beans.containsBean(servlet) && beans.isTypeMatch(servlet, Servlet.class)
                ? servlet
                : null;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private Map<String, ? extends ServletRegistrationBean<?>> registrations() {
        return (Map) beans.getBeansOfType(ServletRegistrationBean.class, false, false);
    }
}
