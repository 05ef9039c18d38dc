package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Jetty;
import io.github.depends.testing.Script;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Releases among filters and error pages that do what few do. */
class FiltersAroundTests {

    private static final String REFUSED =
            "a open, a ready, a error: ResponseStatusException, a outcome: failure ResponseStatusException, a close";

    @Test
    void aResponseThatHidesOursIsNotReleasedBeforeTheErrorPage() {
        try (App app = App.start(Pages.class, LifePages.ErrorPage.class, HidingFilter.class)) {
            assertThat(app.get("/refused").statusCode()).isEqualTo(409);

            assertThat(String.join(", ", app.events().await("a close")))
                    .isEqualTo(REFUSED.replace("a outcome", "error page, a outcome"));
        }
    }

    @Test
    void aForwardThatPassesOurFilterByIsReleased() {
        try (App app = App.start(Pages.class, ForwardingFilter.class)) {
            assertThat(app.get("/moved").body()).isEqualTo("a");

            assertThat(String.join(", ", app.events().await("a close")))
                    .isEqualTo("a open, a ready, a success, a outcome: success, a close");
        }
    }

    @Test
    void aSubstituteThatAnotherFilterDispatchesForAnExceptionComesBeforeTheRelease() {
        try (App app = App.start(Pages.class, SubstitutingFilter.class)) {
            assertThat(app.get("/thrown").body()).isEqualTo("substitute");

            assertThat(String.join(", ", app.events().await("a close")))
                    .isEqualTo("a open, a ready, a error: b, substitute, a outcome: failure b, a close");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {WorkingErrorPage.class, LateErrorPage.class})
    void anAsynchronousErrorPageKeepsWhatIsOpenUntilItsEnd(Class<?> page) {
        keepsWhatIsOpen(App.start(Pages.class, page, Jetty.class), "success");
    }

    // Tomcat ends the response as soon as the error page's thread has left, so that the page cannot be written.
    @ParameterizedTest
    @ValueSource(classes = {WorkingErrorPage.class, LateErrorPage.class})
    void anAsynchronousErrorPageKeepsWhatIsOpenWhereItCannotBeWritten(Class<?> page) {
        keepsWhatIsOpen(App.start(Pages.class, page), "failure IOException");
    }

    private static void keepsWhatIsOpen(App app, String outcome) {
        try (app) {
            app.get("/refused");

            String ofPage = "b open, b ready, page, b success, b outcome: " + outcome + ", b close, a outcome";
            assertThat(String.join(", ", app.events().await("a close")))
                    .isEqualTo(REFUSED.replace("a outcome", ofPage));
        }
    }

    @RestController
    static class Pages {

        @Dependency
        Yield<String> a(@Depends Events events) {
            return new Script(events, List.of()).yield("a");
        }

        @Dependency
        Yield<String> b(@Depends Events events) {
            return new Script(events, List.of()).yield("b");
        }

        @GetMapping("/refused")
        String refused(@Depends(name = "a") String a) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }

        @GetMapping("/thrown")
        String thrown(@Depends(name = "a") String a) {
            throw new Script.Boom("b");
        }

        @GetMapping("/substitute")
        String substitute(@Depends Events events) {
            events.add("substitute");
            return "substitute";
        }

        @GetMapping("/value")
        String value(@Depends(name = "a") String a) {
            return a;
        }
    }

    static class HidingFilter {

        @Bean
        Filter hiding() {
            return (request, response, chain) -> chain.doFilter(request, (HttpServletResponse) Proxy.newProxyInstance(
                    HidingFilter.class.getClassLoader(),
                    new Class<?>[] {HttpServletResponse.class},
                    (proxy, method, arguments) -> {
                        try {
                            return method.invoke(response, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    }));
        }
    }

    static class ForwardingFilter {

        @Bean
        FilterRegistrationBean<Filter> forwarding() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                if (((HttpServletRequest) request).getRequestURI().equals("/moved")) {
                    request.getRequestDispatcher("/value").forward(request, response);
                } else {
                    chain.doFilter(request, response);
                }
            });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }

    static class SubstitutingFilter {

        @Bean
        FilterRegistrationBean<Filter> substituting() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                try {
                    chain.doFilter(request, response);
                } catch (ServletException caught) {
                    request.startAsync().dispatch("/substitute");
                }
            });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }

    @RestController
    static class WorkingErrorPage implements ErrorController {

        @RequestMapping("/error")
        Callable<String> page(@Depends(name = "b") String b, @Depends Events events) {
            return () -> {
                events.add("page");
                return b;
            };
        }
    }

    @RestController
    static class LateErrorPage implements ErrorController {

        @RequestMapping("/error")
        CompletableFuture<String> page(@Depends(name = "b") String b, @Depends Events events) {
            return CompletableFuture.supplyAsync(() -> {
                events.add("page");
                return b;
            });
        }
    }
}
