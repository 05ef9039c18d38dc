package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A controller whose object is another one than its bean is declared as keeps its guards, or is refused. */
class ChangedHandlerTests {

    @ParameterizedTest
    @ValueSource(classes = {Alternating.class, LazyProxied.class})
    void looksBehindEachProxyOfInterfaces(Class<?> configuration) {
        try (App app = App.start(Checks.class, configuration)) {
            String first = app.get("/changed").body();
            assertThat(first)
                    .isEqualTo(configuration == Alternating.class ? "open" : first)
                    .doesNotContain("guarded");
            assertThat(app.get("/changed").body()).doesNotContain("guarded").contains("500");
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Wrapping.class,
                WrappingByHand.class,
                LazyWrapping.class,
                LazyWrappingByHand.class,
                RequestWrapping.class
            })
    void keepsOrRefusesTheGuardOfAnObjectThatAPostProcessorHides(Class<?> configuration) {
        assertThat(answer(configuration)).isNotEqualTo(200);
    }

    @Test
    void servesAnObjectThatHidesOneWithoutUses() {
        assertThat(answer(WrappingOpen.class)).isEqualTo(200);
    }

    private static int answer(Class<?> configuration) {
        App app;
        try {
            app = App.start(Checks.class, configuration);
        } catch (RuntimeException refused) {
            System.out.println("ATTACK " + configuration.getSimpleName() + " refused " + refused.getMessage());
            return 500;
        }
        try (app) {
            int status = app.get("/changed").statusCode();
            System.out.println("ATTACK " + configuration.getSimpleName() + " " + status);
            return status;
        }
    }

    record Admin(String name) {}

    static class Checks {

        @Dependency
        Admin admin() {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @RestController
    public interface Api {

        @GetMapping("/changed")
        String get();
    }

    public static class Open implements Api {

        @Override
        public String get() {
            return "open";
        }
    }

    @Depends(Admin.class)
    public static class Guarded implements Api {

        @Override
        public String get() {
            return "guarded";
        }
    }

    static class Alternating {

        private final AtomicInteger made = new AtomicInteger();

        @Bean
        @Scope("prototype")
        Api api() {
            return proxied(made.getAndIncrement() == 0 ? new Open() : new Guarded());
        }
    }

    static class LazyProxied {

        @Bean
        @Lazy
        Api api() {
            return proxied(new Guarded());
        }
    }

    private static Api proxied(Api target) {
        ProxyFactory factory = new ProxyFactory();
        factory.setInterfaces(Api.class);
        factory.setTarget(target);
        return (Api) factory.getProxy(Api.class.getClassLoader());
    }

    private static Object byHand(Object target) {
        return Proxy.newProxyInstance(
                Api.class.getClassLoader(),
                new Class<?>[] {Api.class},
                (proxy, method, arguments) -> method.invoke(target, arguments));
    }

    static class Wrapper implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Api api && !(bean instanceof Advised) ? (Api) api::get : bean;
        }
    }

    static class ProxyByHand implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Guarded ? byHand(bean) : bean;
        }
    }

    static class Wrapping {

        @Bean
        static Wrapper wrapper() {
            return new Wrapper();
        }

        @Bean
        Guarded api() {
            return new Guarded();
        }
    }

    static class WrappingByHand {

        @Bean
        static ProxyByHand wrapper() {
            return new ProxyByHand();
        }

        @Bean
        Guarded api() {
            return new Guarded();
        }
    }

    static class LazyWrapping {

        @Bean
        static Wrapper wrapper() {
            return new Wrapper();
        }

        @Bean
        @Lazy
        Api api() {
            return new Guarded();
        }
    }

    static class LazyWrappingByHand {

        @Bean
        static ProxyByHand wrapper() {
            return new ProxyByHand();
        }

        @Bean
        @Lazy
        Api api() {
            return new Guarded();
        }
    }

    static class RequestWrapping {

        @Bean
        static Wrapper wrapper() {
            return new Wrapper();
        }

        @Bean
        @Scope(value = "request", proxyMode = ScopedProxyMode.INTERFACES)
        Api api() {
            return new Guarded();
        }
    }

    static class WrappingOpen {

        @Bean
        static Wrapper wrapper() {
            return new Wrapper();
        }

        @Bean
        Open api() {
            return new Open();
        }
    }
}
