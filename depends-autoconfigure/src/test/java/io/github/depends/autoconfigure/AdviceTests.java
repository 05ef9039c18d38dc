package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.Compiled;
import io.github.depends.testing.StartReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start-up failure advises must work when it is followed to the letter. */
class AdviceTests {

    private static final String[] CLASSES = {
        "Access",
        "Pages",
        "Shelf",
        "Texts",
        "Overloads",
        "Twice",
        "Self",
        "Check",
        "Namesakes",
        "Schemes",
        "Selfish",
        "Crates",
        "Bins"
    };

    private static final String[] APPLICATION = {
        "package com.acme; public interface User { String name(); }",
        "package com.acme; public interface Guest { String name(); }",
        "package com.acme; public record Visitor(String name) {}",
        "package com.acme; public interface Badge {}",
        "package com.acme; public interface Seat {}",
        "package com.acme; public interface Person {}",
        "package com.acme; public interface Chair {}",
        "package com.acme; public interface Table {}",
        "package com.acme; public interface Door {}",
        "package com.acme; public record Suit(String name) {}",
        "package com.acme; public class Crate<T> {}",
        "package com.acme; public class Bin<T> {}",
        "package com.acme; public enum Suits { HEARTS; @io.github.depends.Dependency Suit suit() { return new Suit(name()); } }",
        """
        package com.acme;

        import org.springframework.context.annotation.Bean;

        public class Crates {
            @Bean Crate<Book> first() { return new Crate<>(); }
            @Bean Crate<Book> second() { return new Crate<>(); }
        }
        """,
        """
        package com.acme;

        import io.github.depends.Dependency;

        public class Bins {
            @Dependency <T> Bin<T> bin() { return new Bin<>(); }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import org.springframework.context.annotation.Profile;
        import org.springframework.stereotype.Component;

        @Profile("never")
        @Component
        public class Furniture {
            @Dependency Chair chair() { return new Chair() {}; }
        }
        """,
        """
        package com.acme;

        import io.github.depends.security.HttpBearer;
        import org.springframework.context.annotation.Bean;

        public class Schemes {
            @Bean HttpBearer staff() { return HttpBearer.of().optional(); }
            @Bean HttpBearer partners() { return HttpBearer.of().optional(); }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import org.springframework.stereotype.Component;

        @Component
        public class Selfish {
            @Dependency Table table(@Depends(Selfish.class) Table table) { return table; }
        }
        """,
        "package com.acme.other; public interface Person {}",
        "package com.acme; public record Book(String title) {}",
        "package com.acme; public record Pen(String colour) {}",
        "package com.acme; public class Store<T> { final T value; Store(T value) { this.value = value; } }",
        "package com.acme; public class Forgotten { @io.github.depends.Dependency Badge badge() { return new Badge() {}; } }",
        """
        package com.acme;

        import io.github.depends.*;
        import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
        import org.springframework.stereotype.Component;
        import org.springframework.web.bind.annotation.RequestParam;

        @Component
        @AutoConfigurationPackage
        public class Access {
            User user(@RequestParam String name) { return () -> name; }
            Visitor visitor(@RequestParam String name) { return new Visitor(name); }
            @Dependency Guest guest() { return () -> "guest"; }
            Guest stranger() { return () -> "stranger"; }
            @Dependency Badge permanent() { return new Badge() {}; }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import java.util.List;
        import org.springframework.context.annotation.*;

        @Configuration
        public class Shelf {
            @Dependency List<Book> books() { return List.of(new Book("title")); }
            @Bean Store<Book> bookStore() { return new Store<>(new Book("stored")); }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import java.util.UUID;
        import org.springframework.stereotype.Component;

        @Component
        public class Texts {
            @Dependency String tenant() { return "tenant"; }
            @Dependency Integer first() { return 1; }
            @Dependency Integer second() { return 2; }
            UUID id() { return new UUID(0, 0); }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import org.springframework.stereotype.Component;
        import org.springframework.web.bind.annotation.RequestParam;

        @Component
        public class Overloads {
            @Dependency Seat seat() { return new Seat() {}; }
            @Dependency Seat seat(@RequestParam String row) { return new Seat() {}; }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import org.springframework.context.annotation.*;

        @Configuration
        public class Twice {
            @Bean @Dependency StringBuilder builder() { return new StringBuilder("built"); }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import org.springframework.stereotype.Component;

        @Component
        public class Self {
            @Dependency Thread thread(@Depends Thread thread) { return thread; }
        }
        """,
        """
        package com.acme;

        import org.springframework.stereotype.Component;

        @Component
        public class Check {
            void check() {}
        }
        """,
        """
        package com.acme;

        public class Gate {
            void gate() {}
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import org.springframework.stereotype.Component;

        @Component
        public class Namesakes {
            @Dependency com.acme.other.Person person() { return new com.acme.other.Person() {}; }
        }
        """,
        """
        package com.acme;

        import io.github.depends.*;
        import jakarta.servlet.http.HttpServletRequest;
        import java.util.*;
        import org.springframework.web.bind.annotation.*;

        @RestController
        public class Pages {
            @GetMapping("/user") String user(@Depends User user) { return user.name(); }
            @GetMapping("/visitor") String visitor(@Depends Visitor visitor) { return visitor.name(); }
            @GetMapping("/stranger") String stranger(@Depends(name = "stranger") Guest guest) { return guest.name(); }
            @GetMapping("/badge") void badge(@Depends(name = "badge") Badge badge) {}
            @GetMapping("/pens") String pens(@Depends List<Pen> pens) { return "pens"; }
            @GetMapping("/store") String store(@Depends Store<Pen> pens) { return "store"; }
            @GetMapping("/tenant") String tenant(@Depends String tenant) { return tenant; }
            @GetMapping("/number") String number(@Depends Integer number) { return "" + number; }
            @GetMapping("/none") String none(@Depends Long none) { return "" + none; }
            @GetMapping("/id") String id(@Depends(name = "id") UUID id) { return "" + id; }
            @GetMapping("/locale") String locale(@Depends Locale locale) { return "locale"; }
            @GetMapping("/request") String request(@Depends HttpServletRequest request) { return "request"; }
            @GetMapping("/tasks") String tasks(@Depends BackgroundTasks tasks) { return "tasks"; }
            @GetMapping("/seat") String seat(@Depends Seat seat) { return "seat"; }
            @GetMapping("/built") String built(@Depends StringBuilder builder) { return builder.toString(); }
            @GetMapping("/thread") String thread(@Depends(Self.class) Thread thread) { return "thread"; }
            @GetMapping("/check") @Depends(Check.class) String check() { return "check"; }
            @GetMapping("/gate") @Depends(Gate.class) String gate() { return "gate"; }
            @GetMapping("/chair") String chair(@Depends Chair chair) { return "chair"; }
            @GetMapping("/chairs") String chairs(@Depends(Furniture.class) Chair chair) { return "chairs"; }
            @GetMapping("/token") String token(@Depends(io.github.depends.security.HttpBearer.class) Optional<String> token) {
                return "token";
            }
            @GetMapping("/table") String table(@Depends Table table) { return "table"; }
            @GetMapping("/yield") String yield(@Depends Yield<Suit> guest) { return "yield"; }
            @GetMapping("/stage") String stage(@Depends java.util.concurrent.CompletionStage<Suit> guest) { return "stage"; }
            @GetMapping("/twice") String twice(@Depends Optional<Optional<Suit>> guest) { return "twice"; }
            @GetMapping("/void") String nothing(@Depends Void checked) { return "void"; }
            @GetMapping("/crate") String crate(@Depends Crate<Pen> pens) { return "crate"; }
            @GetMapping("/crates") String crates(@Depends(name = "third") Crate<Pen> pens) { return "crates"; }
            @GetMapping("/bin") String bin(@Depends Bin<Pen> pens) { return "bin"; }
            @GetMapping("/map") String map(@Depends Map<String, Pen> pens) { return "map"; }
            @GetMapping("/suit") String suit(@Depends(Suits.class) Suit suit) { return suit.name(); }
            @GetMapping("/door") @Depends(Door.class) String door() { return "door"; }
            @GetMapping("/person") String person(@Depends Person person) { return "person"; }
        }
        """
    };

    /** What the advice says of each mistake, done to the letter: old text and new in turn. */
    private static final String[] FOLLOWED = {
        "@Bean @Dependency",
        "@Dependency",
        "public class Forgotten",
        "@org.springframework.stereotype.Component public class Forgotten",
        "(@Depends StringBuilder",
        "(@Depends(name = \"builder\") StringBuilder",
        "    void check()",
        "    @io.github.depends.Dependency void check()",
        "public class Gate",
        "@org.springframework.stereotype.Component public class Gate",
        "    void gate()",
        "    @io.github.depends.Dependency void gate()",
        "    UUID id()",
        "    @Dependency UUID id()",
        "@Depends Yield<Suit>",
        "@Depends Suit",
        "@Depends java.util.concurrent.CompletionStage<Suit>",
        "@Depends Suit",
        "@Depends Optional<Optional<Suit>>",
        "@Depends Optional<Suit>",
        "String nothing(@Depends Void checked)",
        "@Depends(Check.class) String nothing()",
        "@Depends Crate<Pen>",
        "@Depends(name = \"first\") Crate<Book>",
        "@Depends(name = \"third\") Crate<Pen>",
        "@Depends(name = \"second\") Crate<Book>",
        "@Depends Bin<Pen>",
        "@Depends Bin<?>",
        "<T> Bin<T> bin()",
        "Map<String, Pen> pens() { return java.util.Map.of(); } @Dependency <T> Bin<T> bin()",
        "public class Bins",
        "import java.util.Map; public class Bins",
        "    @Bean Crate<Book> first()",
        "    @Bean Suits suits() { return Suits.HEARTS; } @Bean Crate<Book> first()",
        "    @Dependency Guest guest()",
        "    @Dependency Door door() { return new Door() {}; } @Dependency Guest guest()",
        "@Depends Locale",
        "Locale",
        "@Depends Long none",
        "@Depends(name = \"none\") Long none",
        "    @Dependency Integer first()",
        "    @Dependency Long none() { return 0L; } @Dependency Integer first()",
        "@Depends Integer",
        "@Depends(name = \"first\") Integer",
        "@Depends List<Pen>",
        "@Depends List<Book>",
        "@Depends Person",
        "@Depends com.acme.other.Person",
        "@Depends HttpServletRequest",
        "HttpServletRequest",
        "@Dependency Seat seat(@RequestParam",
        "@Dependency(name = \"seat2\") Seat seat(@RequestParam",
        "@Depends Seat",
        "@Depends(name = \"seat\") Seat",
        "@Depends Store<Pen>",
        "@Depends Store<Book>",
        "    Guest stranger()",
        "    @Dependency Guest stranger()",
        "@Depends BackgroundTasks",
        "BackgroundTasks",
        "@Depends String tenant",
        "@Depends(name = \"tenant\") String tenant",
        "@Dependency Thread thread",
        "@Dependency Thread other() { return Thread.currentThread(); } @Dependency Thread thread",
        "@Depends(Self.class) Thread",
        "@Depends(value = Self.class, name = \"thread\") Thread",
        "    User user(@RequestParam",
        "    @Dependency User user(@RequestParam",
        "    Visitor visitor(@RequestParam",
        "    @Dependency Visitor visitor(@RequestParam",
        "@Profile(\"never\")",
        "",
        "@Depends(io.github.depends.security.HttpBearer.class)",
        "@Depends(value = io.github.depends.security.HttpBearer.class, name = \"staff\")",
        "Table table(@Depends(Selfish.class) Table table) { return table; }",
        "Table table() { return new Table() {}; }"
    };

    private static final List<String> PATHS = List.of(
            "/user?name=eve",
            "/visitor?name=eve",
            "/stranger",
            "/badge",
            "/pens",
            "/store",
            "/tenant",
            "/number",
            "/none",
            "/id",
            "/locale",
            "/request",
            "/tasks",
            "/seat",
            "/built",
            "/thread",
            "/check",
            "/gate",
            "/chair",
            "/chairs",
            "/token",
            "/table",
            "/person",
            "/yield",
            "/stage",
            "/twice",
            "/void",
            "/crate",
            "/crates",
            "/bin",
            "/map",
            "/suit",
            "/door");

    @TempDir
    private Path folder;

    @Test
    void namesWhatMayHaveBeenMeant() throws Exception {
        try (Compiled sources = new Compiled(folder).into("wrong", APPLICATION)) {
            assertThat(StartReport.faults(sources.failure(classes())))
                    .containsExactlyInAnyOrder(
                            "'Yield<Suit>', used by Pages.yield(Yield), is no dependency: a use gets the value, and not the Yield that it comes in."
                                    + " | at com.acme.Pages.yield(Pages.java)"
                                    + " | => Ask for Suit.",
                            "'CompletionStage<Suit>', used by Pages.stage(CompletionStage), is no dependency: a use gets the value, and not the CompletionStage that it comes in."
                                    + " | at com.acme.Pages.stage(Pages.java)"
                                    + " | => Ask for Suit.",
                            "'Optional<Suit>', used by Pages.twice(Optional), is no dependency: a use gets the value, and not the Optional that it comes in."
                                    + " | at com.acme.Pages.twice(Pages.java)"
                                    + " | => Ask for Optional<Suit>.",
                            "'Void', used by Pages.nothing(Void), is no dependency: it does not say which check is to run."
                                    + " | at com.acme.Pages.nothing(Pages.java)"
                                    + " | => Put the use on the method instead, with the class of the check: @Depends(SomeClass.class).",
                            "'Crate<Pen>', used by Pages.crate(Crate), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.crate(Pages.java)"
                                    + " | => Ask for Crate<Book> with name = \"first\", which the bean 'first' gives, or ask for Crate<Book> with name = \"second\", which the bean 'second' gives, if that is meant; otherwise write a @Dependency method that returns Crate<Pen>, declare a bean of this type, or annotate a constructor of the class with @Dependency.",
                            "'Crate<Pen>' named 'third', used by Pages.crates(Crate), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.crates(Pages.java)"
                                    + " | => Ask for Crate<Book> with name = \"first\", which the bean 'first' gives, or ask for Crate<Book> with name = \"second\", which the bean 'second' gives, if that is meant; otherwise write a @Dependency method that returns Crate<Pen>, declare a bean of this type, or annotate a constructor of the class with @Dependency.",
                            "'Bin<Pen>', used by Pages.bin(Bin), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.bin(Pages.java)"
                                    + " | => Ask for Bin<?>, which 'Bins.bin' gives, if that is meant; otherwise write a @Dependency method that returns Bin<Pen>, declare a bean of this type, or annotate a constructor of the class with @Dependency.",
                            "'Map<String, Pen>', used by Pages.map(Map), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.map(Pages.java)"
                                    + " | => Write a @Dependency method that returns Map<String, Pen>, or declare a bean of this type.",
                            "'Suits', used by Pages.suit(Suit), declares @Dependency methods but is no bean."
                                    + " | at com.acme.Pages.suit(Pages.java)"
                                    + " | => Declare one of the constants of Suits as a bean.",
                            "'Door', used by Pages.door(), is no dependency: no @Dependency method returns it."
                                    + " | at com.acme.Pages.door(Pages.java)"
                                    + " | => Write a @Dependency method that returns Door.",
                            "'Chair', used by Pages.chair(Chair), is no dependency, because Furniture is no bean, whose method 'chair' gives Chair: that method would NOT run."
                                    + " | at com.acme.Pages.chair(Pages.java)"
                                    + " | => Correct the condition or profile that leaves Furniture out, or let the scan for components find it; if it is not meant, remove @Dependency from its method.",
                            "'Furniture', used by Pages.chairs(Chair), declares @Dependency methods but is no bean."
                                    + " | at com.acme.Pages.chairs(Pages.java)"
                                    + " | => Correct the condition or profile that leaves Furniture out, or let the scan for components find it.",
                            "Dependencies form a cycle: Selfish.table -> Selfish.table."
                                    + " | at com.acme.Selfish.table(Selfish.java)"
                                    + " | => Name another dependency of this type, or let this one take something else.",
                            "'HttpBearer', used by Pages.token(Optional), means more than one thing: partners, staff."
                                    + " | at com.acme.Pages.token(Pages.java)"
                                    + " | => Say which: name = \"staff\".",
                            "Twice.builder() is annotated with @Bean and with @Dependency, but a bean is made once for the whole application, and a dependency for each request."
                                    + " | at com.acme.Twice.builder(Twice.java)"
                                    + " | => Keep @Dependency if each request needs a value of its own, or keep @Bean if one value serves them all.",
                            "'Badge' named 'badge', used by Pages.badge(Badge), finds no dependency of that name, because Forgotten is no bean, whose method 'badge' gives Badge: that method would NOT run."
                                    + " | at com.acme.Pages.badge(Pages.java)"
                                    + " | => Annotate Forgotten with @Component, or correct the condition or profile that leaves it out; if it is not meant, remove @Dependency from its method.",
                            "A use without a parameter runs its dependency, but 'Check', used by Pages.check(), is the Spring bean 'check', which has nothing to run."
                                    + " | at com.acme.Pages.check(Pages.java)"
                                    + " | => Annotate the method of Check that is to run with @Dependency, or name a class with @Dependency methods or a security scheme.",
                            "'Gate', used by Pages.gate(), is no dependency: it declares no @Dependency method and is no bean."
                                    + " | at com.acme.Pages.gate(Pages.java)"
                                    + " | => Annotate Gate with @Component, and its method that is to run with @Dependency.",
                            "'UUID' named 'id', used by Pages.id(UUID), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.id(Pages.java)"
                                    + " | => Annotate Texts.id() with @Dependency if that is meant; otherwise write a @Dependency method that returns UUID, or declare a bean of this type.",
                            "'Locale', used by Pages.locale(Locale), is a plain value type, which alone means nothing, and no @Dependency method returns it."
                                    + " | at com.acme.Pages.locale(Pages.java)"
                                    + " | => Remove @Depends, because Spring MVC fills a parameter of type Locale without it, if that is meant; otherwise write a @Dependency method that returns Locale, and give its name: @Depends(name = \"...\").",
                            "'Long', used by Pages.none(Long), is a plain value type, which alone means nothing, and no @Dependency method returns it."
                                    + " | at com.acme.Pages.none(Pages.java)"
                                    + " | => Write a @Dependency method that returns Long, and give its name: @Depends(name = \"...\").",
                            "'Integer', used by Pages.number(Integer), is a plain value type, which alone means nothing."
                                    + " | at com.acme.Pages.number(Pages.java)"
                                    + " | => Give the name of the dependency: @Depends(name = \"first\"). It is given by: Texts.first, Texts.second.",
                            "'List<Pen>', used by Pages.pens(List), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.pens(Pages.java)"
                                    + " | => Ask for List<Book>, which 'Shelf.books' gives, if that is meant; otherwise write a @Dependency method that returns List<Pen>, or declare a bean of this type.",
                            "'Person', used by Pages.person(Person), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.person(Pages.java)"
                                    + " | => Import com.acme.other.Person, which has the same name, if that is meant; otherwise write a @Dependency method that returns Person, or declare a bean of this type.",
                            "'HttpServletRequest', used by Pages.request(HttpServletRequest), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.request(Pages.java)"
                                    + " | => Remove @Depends, because Spring MVC fills a parameter of type HttpServletRequest without it, if that is meant; otherwise write a @Dependency method that returns HttpServletRequest, or declare a bean of this type.",
                            "'Seat', used by Pages.seat(Seat), means more than one thing: Overloads.seat(), Overloads.seat(String)."
                                    + " | at com.acme.Pages.seat(Pages.java)"
                                    + " | => Give each of them a name of its own, such as @Dependency(name = \"seat2\"), and say which is meant: name = \"...\", or mark one of them @Primary.",
                            "'Store<Pen>', used by Pages.store(Store), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.store(Pages.java)"
                                    + " | => Ask for Store<Book>, which the bean 'bookStore' gives, if that is meant; otherwise write a @Dependency method that returns Store<Pen>, declare a bean of this type, or annotate a constructor of the class with @Dependency.",
                            "'Guest' named 'stranger', used by Pages.stranger(Guest), is not among the dependencies of that type: Access.guest."
                                    + " | at com.acme.Pages.stranger(Pages.java)"
                                    + " | => Annotate Access.stranger() with @Dependency if that is meant; otherwise correct the name.",
                            "'BackgroundTasks', used by Pages.tasks(BackgroundTasks), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.tasks(Pages.java)"
                                    + " | => Remove @Depends, because this library fills a parameter of type BackgroundTasks without it, if that is meant; otherwise write a @Dependency method that returns BackgroundTasks, or declare a bean of this type.",
                            "'String', used by Pages.tenant(String), is a plain value type, which alone means nothing."
                                    + " | at com.acme.Pages.tenant(Pages.java)"
                                    + " | => Give the name of the dependency: @Depends(name = \"tenant\"). It is given by: Texts.tenant.",
                            "'Thread', used by Self.thread(Thread), is given by that method alone, which is no candidate for its own parameters."
                                    + " | at com.acme.Self.thread(Self.java)"
                                    + " | => Write another @Dependency method that returns Thread, or let this one take something else.",
                            "'User', used by Pages.user(User), is no dependency: no @Dependency method returns it and no bean has this type."
                                    + " | at com.acme.Pages.user(Pages.java)"
                                    + " | => Annotate Access.user(String) with @Dependency if that is meant; otherwise write a @Dependency method that returns User, or declare a bean of this type.",
                            "'Visitor', used by Pages.visitor(Visitor), cannot be made: nothing says where its parameter 'name' comes from, no @Dependency method returns Visitor, and no bean has this type."
                                    + " | at com.acme.Visitor.<init>(Visitor.java)"
                                    + " | => Annotate Access.visitor(String) with @Dependency if that is meant; otherwise write a @Dependency method that returns Visitor, or, if it is to be made of the request, annotate the parameter with @RequestParam, @RequestHeader, @PathVariable, @RequestBody, ... or @Depends.");
        }
    }

    @Test
    void startsWhenTheAdviceIsFollowed() throws Exception {
        try (Compiled sources = new Compiled(folder)
                        .into(
                                "right",
                                Stream.of(APPLICATION)
                                        .map(AdviceTests::followed)
                                        .toArray(String[]::new));
                App app = sources.start(classes("Forgotten", "Gate", "Furniture"))) {
            assertThat(PATHS)
                    .allSatisfy(path -> assertThat(app.get(path).statusCode()).isEqualTo(200));
            assertThat(app.get("/stranger").body()).isEqualTo("stranger");
            assertThat(app.get("/built").body()).isEqualTo("built");
        }
    }

    private static String followed(String source) {
        String followed = source;
        for (int index = 0; index < FOLLOWED.length; index += 2) {
            followed = followed.replace(FOLLOWED[index], FOLLOWED[index + 1]);
        }
        return followed;
    }

    private static String[] classes(String... more) {
        return Stream.concat(Stream.of(CLASSES), Stream.of(more))
                .map(name -> "com.acme." + name)
                .toArray(String[]::new);
    }
}
