package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Classes of which no object can be made are refused at start-up. */
class UnmakeableClassesTests {

    @Test
    void refusesThemAndSaysWhy() {
        String get = "used by Home.get(Base, Outer, Level, Inner, Deep, Bare, Shape, Object, Object), ";
        assertThat(StartReport.faults(App.failure(Home.class)))
                .extracting(fault -> fault.replaceFirst(" \\| at .* \\| =>", " =>"))
                .containsExactly(
                        "'Base', " + get + "is an abstract class, of which no object can be made."
                                + " => Ask for a class that extends it, or write a @Dependency method that returns Base.",
                        "'Outer', " + get + "is an abstract class, of which no object can be made."
                                + " => Ask for a class that extends it, or write a @Dependency method that returns Outer.",
                        "'Level', " + get + "is an enum, of which no other object can be made."
                                + " => Write a @Dependency method that returns Level.",
                        "'Inner', " + get
                                + "is an inner class, which needs an object of the class around it to be made."
                                + " => Declare Inner static, or outside of the class around it.",
                        "'Deep', " + get + "is an inner class, which needs an object of the class around it to be made."
                                + " => Declare Deep static, or outside of the class around it.",
                        "'Bare', " + get
                                + "is no dependency: no @Dependency method returns it and no bean has this type."
                                + " => Write a @Dependency method that returns Bare, or declare a bean of this type.",
                        "'Shape', " + get
                                + "is no dependency: no @Dependency method returns it and no bean has this type."
                                + " => Write a @Dependency method that returns Shape, or declare a bean of this type.",
                        "'Work', " + get + "declares @Dependency methods but is no bean."
                                + " => Declare Work static, or outside of the class around it, and annotate it with @Component.",
                        "'Owner', " + get + "declares @Dependency methods but is no bean."
                                + " => Make a bean of a class that extends Owner.");
    }

    @Test
    void refusesALocalClassThatNeedsItsMethod() {
        assertThat(StartReport.faults(failureOfLocal(toString())))
                .singleElement()
                .asString()
                .startsWith(
                        "'Local', used by Pages.get(Local), is declared in a method, whose variables it needs to be made.")
                .endsWith("=> Declare Local outside of the method.");
    }

    private static Throwable failureOfLocal(String variable) {
        class Local {

            @Dependency
            Local(@RequestParam String v) {
                assertThat(v).isNotEqualTo(variable);
            }
        }

        @RestController
        class Pages {

            @GetMapping("/local")
            void get(@Depends Local local) {}
        }
        return App.failure(Pages.class);
    }

    @Test
    void takesThemWhereSomethingElseGivesThem() {
        try (App app = App.start(Given.class, Pages.class)) {
            assertThat(app.get("/given").body()).isEqualTo("given, made");
        }
    }

    abstract static class Base {

        @Dependency
        Base(@RequestParam String v) {}
    }

    abstract static class Outer {

        @Dependency
        Outer() {}
    }

    enum Level {
        LOW;

        @Dependency
        Level() {}
    }

    class Inner {

        @Dependency
        Inner(@RequestParam String v) {}
    }

    class Around {

        class Deep {

            @Dependency
            Deep() {}
        }
    }

    class Bare {}

    interface Shape {}

    class Work {

        @Dependency
        String work() {
            return "";
        }
    }

    abstract static class Owner {

        @Dependency
        String own() {
            return "";
        }
    }

    @RestController
    static class Home {

        @GetMapping("/home")
        void get(
                @Depends Base base,
                @Depends(Outer.class) Outer outer,
                @Depends Level level,
                @Depends Inner inner,
                @Depends Around.Deep deep,
                @Depends Bare bare,
                @Depends Shape shape,
                @Depends(Work.class) Object work,
                @Depends(Owner.class) Object owner) {}
    }

    @Component
    static class Given {

        @Dependency
        Base base() {
            return new Base("") {
                @Override
                public String toString() {
                    return "given";
                }
            };
        }

        @Dependency
        Made made(@Depends Supplier<Base> base) {
            return new Made();
        }
    }

    static class Made extends Outer {

        @Override
        public String toString() {
            return "made";
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/given")
        String get(@Depends Base base, @Depends Outer outer) {
            return base + ", " + outer;
        }
    }
}
