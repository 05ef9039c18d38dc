package io.github.depends.web.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.Controller;

class HandlersThatAreNoBeansTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                MappedHandler.class,
                ProxiedHandler.class,
                DefaultHandler.class,
                RootHandler.class,
                MappedController.class,
                Function.class,
                Router.class,
                Registered.class
            })
    void refusesTheUseOnTheirClass(Class<?> configuration) {
        assertThat(StartReport.faults(App.failure(Lock.class, configuration)))
                .singleElement()
                .asString()
                .matches("The use on Guarded\\w+ protects nothing, because the class has no"
                        + " endpoint\\. \\| at .* \\| => Put it on a controller method, its class or its package\\.");
    }

    @Test
    void refusesUsesOnTheirMethods() {
        assertThat(StartReport.faults(App.failure(Lock.class, MappedMethod.class)))
                .singleElement()
                .asString()
                .startsWith(
                        "The use on WithGuardedMethod.handleRequest(HttpServletRequest, HttpServletResponse) protects"
                                + " nothing, because the method is no endpoint.");
    }

    @Component
    static class Lock {

        @Dependency
        void check() {}
    }

    @Depends(Lock.class)
    static class GuardedHandler implements HttpRequestHandler {

        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(204);
        }
    }

    static class WithGuardedMethod implements HttpRequestHandler {

        @Override
        @Depends(Lock.class)
        public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(204);
        }
    }

    @Depends(Lock.class)
    static class GuardedController implements Controller {

        @Override
        public ModelAndView handleRequest(HttpServletRequest request, HttpServletResponse response) {
            return null;
        }
    }

    @Depends(Lock.class)
    static class GuardedFunction implements HandlerFunction<ServerResponse> {

        @Override
        public ServerResponse handle(ServerRequest request) {
            return ServerResponse.ok().build();
        }
    }

    @Depends(Lock.class)
    static class GuardedRouter implements RouterFunction<ServerResponse> {

        @Override
        public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
            return Optional.empty();
        }
    }

    @Depends(Lock.class)
    static class GuardedServlet extends HttpServlet {}

    static class MappedHandler {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            return new SimpleUrlHandlerMapping(Map.of("/raw", new GuardedHandler()), 1);
        }
    }

    static class MappedMethod {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            return new SimpleUrlHandlerMapping(Map.of("/raw", new WithGuardedMethod()), 1);
        }
    }

    static class ProxiedHandler {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            return new SimpleUrlHandlerMapping(Map.of("/raw", new ProxyFactory(new GuardedHandler()).getProxy()), 1);
        }
    }

    static class DefaultHandler {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of());
            mapping.setDefaultHandler(new GuardedHandler());
            return mapping;
        }
    }

    static class RootHandler {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            return new SimpleUrlHandlerMapping(Map.of("/", new GuardedHandler()), 1);
        }
    }

    static class MappedController {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            return new SimpleUrlHandlerMapping(Map.of("/raw", new GuardedController()), 1);
        }
    }

    static class Function {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route(RequestPredicates.GET("/fn"), new GuardedFunction());
        }
    }

    static class Router {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.nest(RequestPredicates.path("/fn"), new GuardedRouter());
        }
    }

    static class Registered {

        @Bean
        ServletRegistrationBean<GuardedServlet> legacy() {
            return new ServletRegistrationBean<>(new GuardedServlet(), "/legacy");
        }
    }
}
