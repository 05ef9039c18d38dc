package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.StartReport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Other adapters than ours, and dispatcher servlets that do not look for ours, serve no endpoint with uses. */
class ForeignServletTests {

    @Test
    void anAdapterThatIsAskedFirstAndSupportsOnlySomeEndpointsFailsTheStart() {
        assertThat(StartReport.of(App.failure(Checks.class, Home.class, OnlySome.class)))
                .contains("The HandlerAdapter 'onlySome' is asked before the one that runs request dependencies");
    }

    @Test
    void anAdapterThatIsAskedFirstAndDecidesInEachRequestFailsTheStart() {
        assertThat(StartReport.of(App.failure(Checks.class, Home.class, WithinRequests.class)))
                .contains("The HandlerAdapter 'withinRequests' is asked before the one that runs request dependencies");
    }

    @Test
    void anAdapterThatIsAskedLaterIsNoFault() {
        try (App app = App.start(Checks.class, Home.class, Later.class)) {
            assertThat(app.get("/guarded").body()).isEqualTo("guarded");
            assertThat(app.events().list()).containsExactly("check");
        }
    }

    @Test
    void aRegisteredServletThatDoesNotLookForAllAdaptersFailsTheStart() {
        assertThat(StartReport.of(App.failure(Checks.class, Home.class, Registered.class)))
                .contains("The DispatcherServlet 'narrow' does not look for all HandlerAdapters");
    }

    @Test
    void aServletThatAnInitializerAddsAndThatMakesItsOwnAdapterServesOnlyWhatHasNoUses() {
        try (App app = App.start(Checks.class, Home.class, Initialized.class)) {
            assertThat(app.get("/narrow/guarded").statusCode()).isEqualTo(500);
            assertThat(app.get("/narrow/value?value=eve").statusCode()).isEqualTo(500);
            assertThat(app.events().list()).isEmpty();
            assertThat(app.get("/narrow/plain").body()).isEqualTo("plain");
            assertThat(app.get("/guarded").body()).isEqualTo("guarded");
        }
    }

    @Test
    void anAdapterWithTheNameThatSuchServletsLookForFailsTheStart() {
        assertThat(StartReport.of(App.failure(Checks.class, Home.class, Named.class)))
                .contains("The HandlerAdapter 'handlerAdapter' has the name of the only one");
    }

    @Test
    void aHandlerObjectThatComesAtRunTimeAndCarriesAUseIsRefused() {
        try (App app = App.start(Checks.class, Home.class, Urls.class)) {
            assertThat(app.get("/object").statusCode()).isEqualTo(500);
            assertThat(app.get("/plain-object").statusCode()).isEqualTo(202);
        }
    }

    static class Checks {

        @Dependency
        void check(@Depends Events events) {
            events.add("check");
        }

        @Dependency
        String value() {
            return "trusted";
        }
    }

    @RestController
    static class Home {

        @Depends(value = Checks.class, name = "check")
        @GetMapping("/guarded")
        String guarded() {
            return "guarded";
        }

        @GetMapping("/value")
        String value(@Depends(value = Checks.class, name = "value") String value) {
            return value;
        }

        @GetMapping("/plain")
        String plain() {
            return "plain";
        }
    }

    static class Adapter implements HandlerAdapter, PriorityOrdered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public boolean supports(Object handler) {
            return handler instanceof HandlerMethod method
                    && method.getMethod().getName().equals("value");
        }

        @Override
        public ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setStatus(202);
            return null;
        }
    }

    static class OnlySome {

        @Bean
        static HandlerAdapter onlySome() {
            return new Adapter();
        }
    }

    static class WithinRequests {

        @Bean
        static HandlerAdapter withinRequests() {
            return new Adapter() {
                @Override
                public boolean supports(Object handler) {
                    throw new IllegalStateException("asked outside a request");
                }
            };
        }
    }

    static class Later {

        @Bean
        static HandlerAdapter later() {
            return new Adapter() {
                @Override
                public int getOrder() {
                    return LOWEST_PRECEDENCE;
                }
            };
        }
    }

    static class Named {

        @Bean
        static RequestMappingHandlerAdapter handlerAdapter() {
            return new RequestMappingHandlerAdapter();
        }
    }

    static class Registered {

        @Bean
        ServletRegistrationBean<DispatcherServlet> narrow(WebApplicationContext context) {
            ServletRegistrationBean<DispatcherServlet> registration =
                    new ServletRegistrationBean<>(narrowServlet(context), "/narrow/*");
            registration.setName("narrow");
            return registration;
        }
    }

    static class Initialized {

        @Bean
        ServletContextInitializer initializer(WebApplicationContext context) {
            return servlets ->
                    servlets.addServlet("narrow", narrowServlet(context)).addMapping("/narrow/*");
        }
    }

    private static DispatcherServlet narrowServlet(WebApplicationContext context) {
        DispatcherServlet servlet = new DispatcherServlet(context);
        servlet.setDetectAllHandlerAdapters(false);
        return servlet;
    }

    static class Urls {

        @Bean
        SimpleUrlHandlerMapping urls() {
            Late late = new Late();
            late.setOrder(0);
            return late;
        }
    }

    /** Registers its handlers with the first request, when no start-up check can see them. */
    static class Late extends SimpleUrlHandlerMapping {

        @Override
        protected Object getHandlerInternal(HttpServletRequest request) {
            return handler(request);
        }

        private static Object handler(HttpServletRequest request) {
            return Map.of("/object", new Guarded(), "/plain-object", new Plain())
                    .get(request.getRequestURI());
        }
    }

    @Depends(value = Checks.class, name = "check")
    static class Guarded implements HttpRequestHandler {

        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(202);
        }
    }

    static class Plain implements HttpRequestHandler {

        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(202);
        }
    }
}
