package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.Exempt;
import io.github.depends.testing.App;
import io.github.depends.testing.Compiled;
import io.github.depends.testing.StartReport;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Uses and exemptions that look as if they applied to a controller, and do not. */
class UnreadAnnotationsTests {

    private static final String CHECK = """
            package com.acme.admin;

            @org.springframework.stereotype.Component
            public class Check {
                @io.github.depends.Dependency void check() {
                    throw new org.springframework.web.server.ResponseStatusException(
                            org.springframework.http.HttpStatus.FORBIDDEN);
                }
            }
            """;
    private static final String GUARD = """
            package com.acme.admin;

            @io.github.depends.Depends(Check.class)
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            public @interface Guard {}
            """;
    private static final String PAGES = """
            package com.acme.admin.inner;

            import org.springframework.web.bind.annotation.*;

            @RestController
            public class Pages {
                @GetMapping("/admin/page") String page() { return "page"; }
            }
            """;
    private static final String PLAIN = "@Deprecated package com.acme.admin;";
    private static final String GUARDED = "@io.github.depends.Depends(Check.class) package com.acme.admin;";
    private static final String COMPOSED = "@Guard package com.acme.admin;";

    @TempDir
    private Path folder;

    @Test
    void refusesAUseOnAClassThatEnclosesAController() {
        assertThat(StartReport.faults(
                        App.failure(Access.class, Outer.Nested.class, Outer.Middle.Deep.class, Promising.Nested.class)))
                .containsExactlyInAnyOrder(
                        "The use on Outer does not guard the controller Nested, which is only nested in it."
                                + " | at io.github.depends.autoconfigure.UnreadAnnotationsTests$Outer"
                                + " | => Put the use on Nested, or move one of the classes.",
                        "The use on Outer does not guard the controller Deep, which is only nested in it."
                                + " | at io.github.depends.autoconfigure.UnreadAnnotationsTests$Outer"
                                + " | => Put the use on Deep, or move one of the classes.",
                        "The use on Promising does not guard the controller Nested, which is only nested in it."
                                + " | at io.github.depends.autoconfigure.UnreadAnnotationsTests$Promising"
                                + " | => Put the use on Nested, or move one of the classes.");
    }

    @Test
    void refusesAPackageUseThatAnotherDeclarationOfThePackageHides() throws Exception {
        try (Compiled sources =
                new Compiled(folder).into("first", CHECK, PAGES, PLAIN).into("second", GUARDED)) {
            assertThat(StartReport.faults(sources.failure("com.acme.admin.Check", "com.acme.admin.inner.Pages")))
                    .containsExactly("The use on package com.acme.admin in 'second' guards nothing, because the"
                            + " package-info of the same package in 'first' comes first on the class path and hides it."
                            + " | in package com.acme.admin"
                            + " | => Keep one package-info of this package, or repeat the use in the other.");
        }
    }

    @Test
    void refusesAHiddenComposedUse() throws Exception {
        try (Compiled sources =
                new Compiled(folder).into("first", CHECK, GUARD, PAGES, PLAIN).into("second", COMPOSED)) {
            assertThat(StartReport.faults(sources.failure("com.acme.admin.Check", "com.acme.admin.inner.Pages")))
                    .singleElement()
                    .asString()
                    .startsWith("The use on package com.acme.admin in 'second' guards nothing");
        }
    }

    @Test
    void refusesAUseThatAnotherUseHides() throws Exception {
        try (Compiled sources = new Compiled(folder)
                .into("first", CHECK, GUARD, PAGES, COMPOSED)
                .into("second", GUARDED)) {
            assertThat(StartReport.faults(sources.failure("com.acme.admin.Check", "com.acme.admin.inner.Pages")))
                    .singleElement()
                    .asString()
                    .startsWith("The use on package com.acme.admin in 'second' guards nothing");
        }
    }

    @Test
    void startsWhereNothingIsHidden() throws Exception {
        try (Compiled sources = new Compiled(folder)
                        .into("first", CHECK, PAGES, GUARDED)
                        .into("second", GUARDED)
                        .into("third", PLAIN);
                App app = sources.start("com.acme.admin.Check", "com.acme.admin.inner.Pages")) {
            assertThat(app.get("/admin/page").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void refusesExemptionsThatNothingReads() {
        assertThat(StartReport.faults(
                        App.failure(Access.class, Exempting.class, Service.class, Holder.Inner.class, Composing.class)))
                .extracting(fault -> fault.replaceFirst(" does nothing: .*", ""))
                .containsExactlyInAnyOrder(
                        "@Exempt on Promise",
                        "@Exempt on Promise.promised()",
                        "@Exempt on Base",
                        "@Exempt on Base.overridden()",
                        "@Exempt on Exempting.helper()",
                        "@Exempt on Service",
                        "@Exempt on Service.run()",
                        "@Exempt on Holder",
                        "@Public on Composing");
    }

    @Test
    void refusesExemptionsInPlacesThatAreNoController() {
        assertThat(StartReport.faults(App.failure(Access.class, Plumbing.class, Handling.class, Consuming.class)))
                .extracting(fault -> fault.replaceFirst(" does nothing: .*", ""))
                .containsExactlyInAnyOrder(
                        "@Exempt on Plumbing",
                        "@Exempt on Plumbing.client()",
                        "@Exempt on Plumbing.user()",
                        "@Exempt on Client",
                        "@Exempt on Client.call()",
                        "@Exempt on HttpClient.fetch()",
                        "@Exempt on Lambda.run()",
                        "@Exempt on Filtering",
                        "@Exempt on Handling.handle()",
                        "@Exempt on Handling.model()",
                        "@Exempt on Outermost",
                        "@Exempt on Innermost.size()",
                        "@PublicUser on a parameter of Consuming.page(Outermost, String)",
                        "@PublicUser on a parameter of Plumbing.age(String)",
                        "@PublicUser on a parameter of Outermost(Innermost, String)",
                        "@VeryPublic on Consuming",
                        "@PublicUser on path '/consuming' of the DependsConfigurer UnreadAnnotationsTests$Plumbing");
    }

    @Test
    void refusesAnExemptionInAnAnnotationOnAPackage() throws Exception {
        String exempting = GUARD.replace("@java.lang", "@io.github.depends.Exempt(Check.class) @java.lang");
        try (Compiled sources = new Compiled(folder).into("first", CHECK, exempting, PAGES, COMPOSED)) {
            assertThat(StartReport.faults(sources.failure("com.acme.admin.Check", "com.acme.admin.inner.Pages")))
                    .containsExactly("@Guard on package com.acme.admin does nothing: an exemption is not read through"
                            + " another annotation."
                            + " | at com.acme.admin.package-info"
                            + " | => Write @Exempt itself on the controller or on its endpoint.");
        }
    }

    @Test
    void saysWhereExemptionsAreRead() {
        assertThat(StartReport.faults(App.failure(Access.class, Guarded.class, Service.class)))
                .containsExactlyInAnyOrder(
                        "@Exempt on Service does nothing: exemptions are read on the class of a controller and on an"
                                + " endpoint, and are not inherited."
                                + " | at io.github.depends.autoconfigure.UnreadAnnotationsTests$Service"
                                + " | => Put it on the controller itself or on its endpoint, or remove it.",
                        "@Exempt on Service.run() does nothing: exemptions are read on the class of a controller and on"
                                + " an endpoint, and are not inherited."
                                + " | at io.github.depends.autoconfigure.UnreadAnnotationsTests$Service.run(UnreadAnnotationsTests.java)"
                                + " | => Put it on the controller itself or on its endpoint, or remove it.");
    }

    @Test
    void startsWithAClientOfAnInterfaceThatAControllerServes() {
        try (App app = App.start(Access.class, Sharing.class, Clients.class)) {
            assertThat(app.get("/shared").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void readsAnExemptionOnAnInheritedEndpoint() {
        try (App app = App.start(Access.class, Guarded.class)) {
            assertThat(app.get("/inherited").body()).isEqualTo("open");
            assertThat(app.get("/own").statusCode()).isEqualTo(500);
        }
    }

    @Component
    static class Access {

        @Dependency
        void admin() {
            throw new IllegalStateException("refused");
        }
    }

    @Depends(Access.class)
    static class Outer {

        @RestController
        static class Nested {

            @GetMapping("/nested")
            void page() {}
        }

        static class Middle {

            @RestController
            static class Deep {

                @GetMapping("/deep")
                void page() {}
            }
        }
    }

    @Depends(Access.class)
    interface Promised {}

    abstract static class Promising implements Promised {

        @RestController
        static class Nested {

            @GetMapping("/promising")
            void page() {}
        }
    }

    @Exempt(Access.class)
    interface Promise {

        @Exempt(Access.class)
        @GetMapping("/promised")
        void promised();
    }

    @Exempt(Access.class)
    abstract static class Base {

        @Exempt(Access.class)
        @GetMapping("/overridden")
        void overridden() {}
    }

    @RestController
    @Depends(Access.class)
    static class Exempting extends Base implements Promise {

        @Override
        public void promised() {}

        @Override
        @GetMapping("/overridden")
        void overridden() {}

        @Exempt(Access.class)
        void helper() {}
    }

    @Component
    @Exempt(Access.class)
    static class Service {

        @Exempt(Access.class)
        void run() {}
    }

    @Exempt(Access.class)
    static class Holder {

        @RestController
        static class Inner {

            @GetMapping("/inner")
            void page() {}
        }
    }

    @Exempt(Access.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Public {}

    @RestController
    @Public
    static class Composing {

        @GetMapping("/composing")
        void page() {}
    }

    abstract static class Open {

        @Exempt(Access.class)
        @GetMapping("/inherited")
        String open() {
            return "open";
        }
    }

    @RestController
    @Depends(Access.class)
    static class Guarded extends Open {

        @GetMapping("/own")
        String own() {
            return "own";
        }
    }

    @Exempt(Access.class)
    interface Client {

        @Exempt(Access.class)
        void call();
    }

    interface HttpClient {

        @Exempt(Access.class)
        @GetExchange("/fetch")
        String fetch();
    }

    interface Shared {

        @Depends(Access.class)
        @GetExchange("/shared")
        String shared();
    }

    @RestController
    static class Sharing implements Shared {

        @Override
        public String shared() {
            return "shared";
        }
    }

    static class Clients {

        @Bean
        Shared client() {
            return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create()))
                    .build()
                    .createClient(Shared.class);
        }
    }

    @FunctionalInterface
    interface Lambda {

        @Exempt(Access.class)
        void run();
    }

    @Exempt(Access.class)
    static class Filtering implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {}
    }

    @Depends(value = Plumbing.class, name = "user")
    @Exempt(Access.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface PublicUser {}

    @Public
    @Retention(RetentionPolicy.RUNTIME)
    @interface VeryPublic {}

    @Exempt(Access.class)
    @Configuration
    static class Plumbing {

        @Bean
        @Exempt(Access.class)
        Client client() {
            return (Client) Proxy.newProxyInstance(
                    Client.class.getClassLoader(),
                    new Class<?>[] {Client.class},
                    (proxy, method, arguments) -> method.invoke(this, arguments));
        }

        @Bean
        HttpClient httpClient() {
            return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create()))
                    .build()
                    .createClient(HttpClient.class);
        }

        @Bean
        Lambda lambda() {
            return () -> {};
        }

        @Bean
        FilterRegistrationBean<Filter> filtering() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new Filtering());
            filter.addUrlPatterns("/filtered");
            return filter;
        }

        @Bean
        DependsConfigurer paths() {
            return registry -> registry.path("/consuming").depends(PublicUser.class);
        }

        @Dependency
        @Exempt(Access.class)
        String user() {
            return "user";
        }

        @Dependency
        Integer age(@PublicUser String user) {
            return 1;
        }
    }

    @ControllerAdvice
    static class Handling {

        @ExceptionHandler(IllegalStateException.class)
        @Exempt(Access.class)
        void handle() {}

        @ModelAttribute
        @Exempt(Access.class)
        void model() {}
    }

    @Exempt(Access.class)
    record Outermost(
            @Depends Innermost innermost, @PublicUser String user) {}

    record Innermost(@RequestParam int size) {

        @Exempt(Access.class)
        @Override
        public int size() {
            return size;
        }
    }

    @RestController
    @VeryPublic
    static class Consuming {

        @GetMapping("/consuming")
        void page(@Depends Outermost outermost, @PublicUser String user) {}
    }
}
