package io.github.depends.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.web.servlet.DispatcherServlet;

/** Finds the dispatcher servlets that an application registers without making them beans. */
final class RegisteredServlets {

    private RegisteredServlets() {}

    /** Returns the dispatcher servlets by the name of the bean that registers each. */
    static Map<String, DispatcherServlet> dispatchers(ListableBeanFactory beans) {
        Map<String, DispatcherServlet> servlets = new LinkedHashMap<>();
        beans.getBeansOfType(ServletRegistrationBean.class, true, false).forEach((name, registration) -> {
            if (registration.getServlet() instanceof DispatcherServlet servlet) {
                servlets.put(name, servlet);
            }
        });
        beans.getBeansOfType(DispatcherServlet.class, true, false)
                .values()
                .forEach(bean -> servlets.values().removeIf(servlet -> servlet == bean));
        return servlets;
    }
}
