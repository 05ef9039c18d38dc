package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The reason that is given for a use that nothing reads must be the true one. */
class MisplacedReasonsTests {

    private static final String HERE = " | at io.github.depends.autoconfigure.MisplacedReasonsTests$";
    private static final String ELSEWHERE =
            ", because MisplacedReasonsTests.RepositoryMapping serves the method, and runs no" + " guards." + HERE;
    private static final String GUARD_OTHERWISE =
            " | => Make it a method of a @RestController, or guard it by other means (Spring Security, a filter).";
    private static final String ANNOTATE = " | => Annotate Forgotten with @RestController or @Controller.";

    @Test
    void saysWhoServesWhatCarriesTheUse() {
        assertThat(StartReport.faults(App.failure(
                        Access.class, Delegating.class, Books.class, Authors.class, Forgotten.class, Clients.class)))
                .containsExactlyInAnyOrder(
                        "The use on Books.list() protects nothing" + ELSEWHERE
                                + "Books.list(MisplacedReasonsTests.java)" + GUARD_OTHERWISE,
                        "The use on a parameter of Books.one(User) is read by nothing" + ELSEWHERE
                                + "Books.one(MisplacedReasonsTests.java)" + GUARD_OTHERWISE,
                        "The use on Authors protects nothing" + ELSEWHERE + "Authors" + GUARD_OTHERWISE,
                        "The use on Forgotten.get() protects nothing, because Forgotten is no controller, so that the method"
                                + " is no endpoint." + HERE + "Forgotten.get(MisplacedReasonsTests.java)" + ANNOTATE,
                        "The use on a parameter of Forgotten.one(User) is read by nothing, because Forgotten is no"
                                + " controller, so that the method is no endpoint." + HERE
                                + "Forgotten.one(MisplacedReasonsTests.java)" + ANNOTATE,
                        "The use on a parameter of Client.call(User) is read by nothing, because the method is neither an"
                                + " endpoint nor a dependency." + HERE + "Client.call(MisplacedReasonsTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor,"
                                + " and hand the value on.");
    }

    @Test
    void startsWithTheAnnotationThatItAdvises() {
        try (App app = App.start(Access.class, Mended.class)) {
            assertThat(app.get("/forgotten").body()).isEqualTo("forgotten");
        }
    }

    @Test
    void namesClientsByTheirInterfaces() {
        try (App app = App.start(Clocks.class, Clocked.class)) {
            assertThat(app.bean(DependencyGraph.class).nodes())
                    .extracting(DependencyNode::label)
                    .containsExactly("Clock.now");
        }
    }

    record User(String name) {}

    @Component
    static class Access {

        @Dependency
        User user() {
            return new User("eve");
        }

        @Dependency
        void check() {}
    }

    /** Stands for Spring Data REST's annotation of the same kind. */
    @Component
    @Retention(RetentionPolicy.RUNTIME)
    @interface RepositoryController {}

    /** Stands for Spring Data REST's mapping, which is behind one that delegates to it. */
    static class RepositoryMapping extends RequestMappingHandlerMapping {

        @Override
        protected boolean isHandler(Class<?> type) {
            return AnnotatedElementUtils.hasAnnotation(type, RepositoryController.class);
        }
    }

    @Component
    static class Delegating implements HandlerMapping, Iterable<HandlerMapping> {

        private final RepositoryMapping delegate = new RepositoryMapping();

        @Autowired
        void init(ApplicationContext context) {
            delegate.setApplicationContext(context);
            delegate.afterPropertiesSet();
        }

        @Override
        public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) throws Exception {
            return delegate.getHandler(request);
        }

        @Override
        public Iterator<HandlerMapping> iterator() {
            return List.<HandlerMapping>of(delegate).iterator();
        }
    }

    @RepositoryController
    static class Books {

        @Depends(value = Access.class, name = "check")
        @GetMapping("/books")
        void list() {}

        @GetMapping("/book")
        void one(@Depends User user) {}
    }

    @RepositoryController
    @Depends(value = Access.class, name = "check")
    static class Authors {

        @GetMapping("/authors")
        void list() {}
    }

    @Component
    static class Forgotten {

        @Depends(value = Access.class, name = "check")
        @GetMapping("/forgotten")
        void get() {}

        @GetExchange("/forgotten/one")
        void one(@Depends User user) {}
    }

    @RestController
    static class Mended {

        @Depends(value = Access.class, name = "check")
        @GetMapping("/forgotten")
        String get(@Depends User user) {
            return "forgotten";
        }
    }

    interface Client {

        @GetExchange("/call")
        String call(@Depends User user);
    }

    static class Clients {

        @Bean
        Client client() {
            return client(Client.class);
        }

        static <T> T client(Class<T> type) {
            return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create()))
                    .build()
                    .createClient(type);
        }
    }

    record Time(String text) {}

    interface Clock {

        @Dependency
        @GetExchange("http://localhost/now")
        Time now();
    }

    static class Clocks {

        @Bean
        Clock clock() {
            return Clients.client(Clock.class);
        }
    }

    @RestController
    static class Clocked {

        @GetMapping("/clocked")
        String clocked(@Depends(Clock.class) Time time) {
            return time.text();
        }
    }
}
