package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.fixtures.unguarded.Alone;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

class MisplacedUsesTests {

    @Test
    void tellsEveryUseThatNothingReads() {
        assertThat(StartReport.faults(App.failure(
                        Access.class,
                        Home.class,
                        Advice.class,
                        Services.class,
                        Further.class,
                        Repeating.class,
                        Behind.class,
                        Promising.class,
                        Protected.class,
                        Silent.class,
                        Made.class,
                        Wired.class,
                        Alone.class)))
                .containsExactlyInAnyOrder(
                        "The use on Access.protectedDependency() protects nothing, because the method is no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Access.protectedDependency(MisplacedUsesTests.java)"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on a parameter of Home.model(User) is read by nothing, because the method is neither an endpoint nor a dependency."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Home.model(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on a parameter of Home.binder(WebDataBinder, User) is read by nothing, because the method is neither an endpoint nor a dependency."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Home.binder(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on Home.noEndpoint() protects nothing, because the method is no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Home.noEndpoint(MisplacedUsesTests.java)"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on a parameter of Advice.everywhere(User) is read by nothing, because the method is neither an endpoint nor a dependency."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Advice.everywhere(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on a parameter of Services.parameter(User) is read by nothing, because the method is neither an endpoint nor a dependency."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Services.parameter(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on a parameter of Services.call(User) is read by nothing, because the method is neither an endpoint nor a dependency."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Services.call(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on Services.inherited() protects nothing, because the method is no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Services.inherited(MisplacedUsesTests.java)"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on Further.wide() protects nothing, because the method is no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Further.wide(MisplacedUsesTests.java)"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on Repeating.twice() protects nothing, because the method is no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Repeating.twice(MisplacedUsesTests.java)"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on Opening.open() is not read for Behind, because what runs is Opened.open(), which does not override it."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Opening.open(MisplacedUsesTests.java)"
                                + " | => Let Opened implement Opening, or override the method in Behind.",
                        "The use on a parameter of Opening.greet(Object) is not read for Behind, because what runs is Opened.greet(User), which does not override it."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Opening.greet(MisplacedUsesTests.java)"
                                + " | => Let Opened implement Opening, or override the method in Behind.",
                        "The use on a parameter of the constructor Services(User) is read by nothing, because Spring creates this bean."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Services.<init>(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on the field 'field' of Services is read by nothing."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Services"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on Promising protects nothing, because the class has no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Promising"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on Protected protects nothing, because the class has no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Protected"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on Silent protects nothing, because the class has no endpoint."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Silent"
                                + " | => Put it on a controller method, its class or its package.",
                        "The use on a parameter of Made.made(User) is read by nothing, because the method is neither an endpoint nor a dependency."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Made.made(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on a parameter of the constructor Wired(User) is read by nothing, because Spring creates this bean."
                                + " | at io.github.depends.autoconfigure.MisplacedUsesTests$Wired.<init>(MisplacedUsesTests.java)"
                                + " | => Take it in a controller method, a @Dependency method or a dependency's constructor, and hand the value on.",
                        "The use on package io.github.depends.fixtures.unguarded covers no endpoint."
                                + " | in package io.github.depends.fixtures.unguarded"
                                + " | => Put it on a controller method, its class or its package.");
    }

    record User(String name) {}

    @Depends
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.PARAMETER, ElementType.FIELD})
    @interface CurrentUser {}

    @Component
    static class Access {

        @Dependency
        User user() {
            return new User("alice");
        }

        @Depends(Access.class)
        @Dependency
        String protectedDependency() {
            return "";
        }
    }

    @RestController
    static class Home {

        @ModelAttribute
        void model(@Depends User user) {}

        @InitBinder
        void binder(WebDataBinder binder, @Depends User user) {}

        @Depends(Access.class)
        void noEndpoint() {}

        @GetMapping("/c01")
        void endpoint(@Depends User user) {}
    }

    @ControllerAdvice
    static class Advice {

        @ModelAttribute
        void everywhere(@Depends User user) {}
    }

    interface Contract {

        @Depends(Access.class)
        void inherited();

        void parameter(@Depends User user);
    }

    @Service
    static class Services implements Contract {

        @CurrentUser
        @Nullable User field;

        @Autowired
        Services(@Depends @Nullable User user) {}

        @Override
        public void inherited() {}

        @Override
        public void parameter(User user) {}

        @EventListener
        void on(ContextRefreshedEvent event) {}

        void call(@Depends User user) {}
    }

    interface Wide {

        @Depends(Access.class)
        void wide();
    }

    interface Narrow extends Wide {}

    @Service
    static class Further implements Narrow {

        @Override
        public void wide() {}
    }

    @Depends(Access.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(Role.All.class)
    @interface Role {

        String value();

        @Retention(RetentionPolicy.RUNTIME)
        @interface All {

            Role[] value();
        }
    }

    @Service
    static class Repeating {

        @Role("reader")
        @Role("writer")
        void twice() {}
    }

    interface Opening<T> {

        @Depends(Access.class)
        void open();

        void greet(@Depends T user);

        void close(@Depends T user);

        @Depends(value = Access.class, name = "user")
        void ask(@Depends T user);
    }

    abstract static class Opened {

        @GetMapping("/c02")
        public void open() {}

        @GetMapping("/c03")
        public void greet(User user) {}

        public void close(User user) {}

        @GetMapping("/c05")
        @Depends(value = Access.class, name = "user")
        public void ask(@Depends User user) {}
    }

    @RestController
    static class Behind extends Opened implements Opening<User> {

        @Override
        @GetMapping("/c04")
        public void close(User user) {}
    }

    @Depends(Access.class)
    interface Guarded {}

    @Service
    static class Promising implements Guarded {}

    @Depends(Access.class)
    @Service
    static class Protected {}

    @Depends(Access.class)
    @Controller
    static class Silent {}

    static class Made {

        @Bean
        Runnable made(@Depends @Nullable User user) {
            return () -> {};
        }
    }

    @Component
    record Wired(@Depends @Nullable User user) {}
}
