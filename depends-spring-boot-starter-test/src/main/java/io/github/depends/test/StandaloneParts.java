package io.github.depends.test;

import io.github.depends.web.RequestDependencies;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The filter and the interceptor of a standalone setup. They are added before there is an application, and find its own in
 * the servlet context of each request.
 */
final class StandaloneParts implements Filter, HandlerInterceptor {

    static final String HANDLER_ADAPTER = "requestDependenciesHandlerAdapter";
    private static final String FILTER = "requestDependenciesFilter";
    private static final String INTERCEPTOR = "dependencyTestPlanSelector";

    /** Adds the parts of an application to the Spring MVC that it was made for. */
    static void addTo(WebApplicationContext mvc, ApplicationContext application) {
        StaticListableBeanFactory beans = (StaticListableBeanFactory) mvc.getAutowireCapableBeanFactory();
        RequestDependencies dependencies = application.getBean(RequestDependencies.class);
        beans.addBean(HANDLER_ADAPTER, dependencies.handlerAdapter());
        beans.addBean(FILTER, dependencies.filter());
        beans.addBean(INTERCEPTOR, application.getBean(TestPlanSelector.class));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        find(request, FILTER, Filter.class).doFilter(request, response, chain);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        return find(request, INTERCEPTOR, HandlerInterceptor.class).preHandle(request, response, handler);
    }

    private static <T> T find(ServletRequest request, String name, Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                .getBean(name, type);
    }
}
