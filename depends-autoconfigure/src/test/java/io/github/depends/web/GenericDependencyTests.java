package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.graph.Substitute;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A dependency with type arguments is another one than the same class with others. */
class GenericDependencyTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Stores.class, Loaders.class, BookConfiguration.class, Endpoints.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void makesOneForEachTypeInOneRequest() {
        assertThat(app.get("/each").body()).isEqualTo("books pens books true false true");
    }

    @Test
    void takesAsOneWhatIsWrittenAndWhatIsMeant() {
        assertThat(app.get("/same").body()).isEqualTo("true true true");
    }

    @Test
    void tellsNodesApartByTheirNames() {
        assertThat(app.bean(DependencyGraph.class).nodes())
                .extracting(DependencyNode::label)
                .contains(
                        "Query<Book>",
                        "Query<Pen>",
                        "Query<List<Pen>>",
                        "Query<Pen[]>",
                        "Outer<Book>",
                        "Loader<Long>.load")
                .doesNotContain("Query")
                .doesNotHaveDuplicates();
    }

    @Test
    void opensThemOutsideRequests() {
        assertThat(app.bean(Dependencies.class)
                        .<List<Object>, RuntimeException>call(open -> List.of(
                                open.get(new ParameterizedTypeReference<Query<Book>>() {})
                                        .store()
                                        .name(),
                                open.get(new ParameterizedTypeReference<Query<Pen>>() {})
                                        .store()
                                        .name(),
                                open.get(new ParameterizedTypeReference<Query<Pen>>() {})
                                        == open.get(ParameterizedTypeReference.<Query<Pen>>forType(spring())))))
                .isEqualTo(List.of("books", "pens", true));
    }

    private static Type spring() {
        return ResolvableType.forClassWithGenerics(Query.class, Pen.class).getType();
    }

    @Test
    void readsWhatABeanIsDeclaredAs() {
        assertThat(app.get("/declared").body()).isEqualTo("factory method, factory bean, configuration, scoped");
    }

    @Test
    void readsWhatABeanWithoutAClassOfItsOwnIsDeclaredAs() {
        try (App plain = App.start(DeclaredAsInterfaces.class, Fetching.class)) {
            assertThat(plain.get("/fetching").body()).isEqualTo("lambda, proxy, made");
            assertThat(plain.get("/lambda").body()).isEqualTo("lambda");
        }
    }

    @Test
    void replacesTheOneWithTheGivenTypeArguments() {
        assertThat(labels(replacement(null, spring(), new Query<Pen>(new Store<>("replaced")))))
                .contains("Query<Pen> (replaced)", "Query<Book>")
                .doesNotContain("Query<Book> (replaced)", "Query<Pen>");
        assertThat(labels(replacement(Single.class, Single.class, new Single<Pen>(new Store<>("replaced")))))
                .contains("Single<Pen> (replaced)");
        assertThatThrownBy(() -> labels(replacement(Query.class, Query.class, new Query<Pen>(new Store<>("replaced")))))
                .hasMessage(
                        "'Query' means more than one dependency: Query<Book>, Query<List<Pen>>, Query<Pen>, Query<Pen[]>")
                .isInstanceOf(InvalidDependencyGraphException.class);
    }

    @Test
    void replacesByAClassThatTakesTheTypeArguments() {
        DependencyGraph replaced = app.bean(DependencyGraph.class)
                .with(List.of(new DependencyOverride(
                        null,
                        "",
                        ResolvableType.forClassWithGenerics(Shown.class, Pen.class),
                        new Substitute.Declared(Fake.class, () -> null))));
        DependencyNode fake = replaced.nodes().stream()
                .filter(node -> node.label().endsWith("(replaced)"))
                .findFirst()
                .orElseThrow();
        assertThat(fake.needs()).extracting(needed -> needed.node().label()).containsExactly("pens");
    }

    private static List<String> labels(DependencyOverride override) {
        return app.bean(DependencyGraph.class).with(List.of(override)).nodes().stream()
                .map(DependencyNode::label)
                .toList();
    }

    private static DependencyOverride replacement(Class<?> dependency, Type type, Object value) {
        return new DependencyOverride(dependency, "", ResolvableType.forType(type), new Substitute.Value(value));
    }

    @Test
    void tellsWhatNothingGivesAMeaning() {
        assertThat(StartReport.faults(App.failure(
                        Stores.class, RawBean.class, Open.class, OpenServes.class, Wrong.class, LoadersByName.class)))
                .map(fault -> fault.replaceAll(" \\| at [^|]*\\| =>", " | =>"))
                .containsExactlyInAnyOrder(
                        "'Query', used by Open.raw(Query), takes Store<T> store, and nothing says what T is."
                                + " | => Give the type argument where it is asked for; a raw type or a wildcard does not say it.",
                        "'Query<?>', used by Open.wildcard(Query), takes Store<T> store, and nothing says what T is."
                                + " | => Give the type argument where it is asked for; a raw type or a wildcard does not say it.",
                        "'Query<? extends Pen>', used by Open.bounded(Optional), takes Store<T> store, and nothing says what T is."
                                + " | => Give the type argument where it is asked for; a raw type or a wildcard does not say it.",
                        "'Query', used by Open.route(), takes Store<T> store, and nothing says what T is."
                                + " | => Put the use on a parameter whose type says it: a class alone does not.",
                        "'Body', used by Open.body(Body), takes T body, and nothing says what T is."
                                + " | => Give the type argument where it is asked for; a raw type or a wildcard does not say it.",
                        "'RawBean.taking', used by Open.bean(Taken), takes Store<T> store, and nothing says what T is."
                                + " | => Declare the bean with type arguments, or make it of a subclass that says what T is.",
                        "'RawBean.given' returns Given<T>, and nothing says what T is."
                                + " | => Declare the bean with type arguments, or make it of a subclass that says what T is.",
                        "Parameter 1 (Query query) of Serves.get(Query) asks for Query<T>, and OpenServes does not say"
                                + " what T is."
                                + " | => Make a bean of a class that extends or implements Serves with type arguments.",
                        "'Store<Nib>', used by Query(Store), cannot be made: nothing says where its parameter 'name'"
                                + " comes from, no @Dependency method returns Store<Nib>, and no bean has this type."
                                + " | => Ask for Store<Book>, which the bean 'books' gives, or ask for Store<List<Pen>>,"
                                + " which 'Stores.penLists' gives, or ask for Store<Pen>, which the bean 'pens' gives, if"
                                + " that is meant; otherwise"
                                + " write a @Dependency method that returns Store<Nib>, or, if it is to be made of"
                                + " the request, annotate the parameter with @RequestParam, @RequestHeader,"
                                + " @PathVariable, @RequestBody, ... or @Depends.",
                        "Dependencies form an endless chain: Endless<Pen> -> Endless<List<Pen>> ->"
                                + " Endless<List<List<Pen>>> -> ...."
                                + " | => Let Endless not ask for itself with other type arguments.",
                        "The body of 'POST /bodies' is read as Book by Body(Object) and as Pen by Body(Object)."
                                + " | => Read it as one type, in one dependency that the others use.",
                        "'ByName', used by Wrong.loader(Pen), means more than one thing: ByName<Book>.load, ByName<Pen>.load."
                                + " | => Say which: name = \"penLoader\".");
    }

    @Test
    void bindsEachWithTheResolverOfItsType() {
        assertThat(app.get("/kinds?value=a").body()).isEqualTo("a {value=a}");
    }

    record Kind<T>(@RequestParam T value) {}

    @Test
    void refusesConstraintsThatCannotBeChecked() {
        assertThat(StartReport.faults(App.failure(Constrained.class)))
                .map(fault -> fault.replaceAll(", of type.*", ""))
                .containsExactlyInAnyOrder(
                        "'Least<Long>' has the constraint @Min on its parameter 'value'",
                        "'Brief<String>' has the constraint @Size on its parameter 'value'",
                        "'LeastOfAll<Long>' has the constraint @Min on its parameter 'values'",
                        "'Depending<Long>' has the constraint @Positive on its parameter 'value'");
    }

    @Test
    void checksConstraintsThatCanBeChecked() {
        assertThat(app.get("/checked?value=2&text=a&ink=").body())
                .contains("\"name\":\"value\",\"code\":\"Min\"")
                .contains("\"name\":\"text\",\"code\":\"Size\"")
                .contains("\"name\":\"ink\",\"code\":\"NotBlank\"");
        assertThat(app.get("/checked?value=3&text=ab&ink=red").statusCode()).isEqualTo(200);
    }

    record Least<T>(@RequestParam @Min(3) T value) {}

    record Brief<T>(@RequestParam @NotNull @Size(max = 3) T value) {}

    record LeastOfAll<T>(@RequestParam List<@Min(3) T> values) {}

    record Depending<T>(@Depends(name = "number") @Positive T value) {}

    @RestController
    static class Constrained {

        @Dependency(name = "number")
        Long number() {
            return 1L;
        }

        @GetMapping("/constrained")
        void get(
                @Depends Least<Long> least,
                @Depends Brief<String> text,
                @Depends LeastOfAll<Long> all,
                @Depends Depending<Long> depending) {}
    }

    record Checked<N extends Number, S extends CharSequence, T>(
            @RequestParam @Min(3) N value,
            @RequestParam @Size(min = 2) S text,
            @Valid @ModelAttribute T form) {}

    record Filled(@NotBlank String ink) {}

    record Pen(String ink) {}

    record Book(String title) {}

    record Nib() {}

    record Store<T>(String name) {}

    record Query<T>(@Depends Store<T> store) {}

    record Outer<U>(@Depends Query<U> inner, @Depends Supplier<Query<List<Pen>>> lists) {}

    record Single<T>(@Depends Store<T> store) {}

    interface Shown<T> {}

    record Real<T>(@RequestParam(defaultValue = "") T value) implements Shown<T> {}

    record Fake<A, B>(@Depends Store<B> store) implements Shown<B> {}

    record Body<T>(@RequestBody T body) {}

    record Endless<T>(
            @Depends Endless<List<T>> one, @Depends Endless<List<T>> other) {}

    /** Its type argument says only whose it is. */
    record Limits<T>(@RequestParam(defaultValue = "1") int limit) {}

    static class Stores {

        @Bean
        Store<Book> books() {
            return new Store<>("books");
        }

        @Bean
        Store<Pen> pens() {
            return new Store<>("pens");
        }

        @Dependency
        Shown<Pen> shown() {
            return new Real<>(new Pen("blue"));
        }

        @Dependency
        Store<List<Pen>> penLists() {
            return new Store<>("lists of pens");
        }

        @Dependency
        Yield<Store<Pen[]>> penArrays() {
            return Yield.of(new Store<>("arrays of pens"));
        }
    }

    static class Loaded<T> {

        private final String said;

        Loaded(String said) {
            this.said = said;
        }
    }

    static class Loader<T> {

        private final String said;

        Loader(String said) {
            this.said = said;
        }

        @Dependency
        Loaded<T> load() {
            return new Loaded<>(said);
        }
    }

    static class Loaders {

        @Bean
        Loader<Integer> factoryMethod() {
            return new Loader<>("factory method");
        }

        @Bean
        FactoryBean<Loader<Long>> factoryBean() {
            return new FactoryBean<>() {

                @Override
                public Loader<Long> getObject() {
                    return new Loader<>("factory bean");
                }

                @Override
                public Class<?> getObjectType() {
                    return Loader.class;
                }
            };
        }

        @Bean
        @Scope(value = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
        Scoped<Short> scoped() {
            return new Scoped<>();
        }
    }

    interface Fetches<T> {

        @Dependency
        Loaded<T> fetch();
    }

    @SuppressWarnings("rawtypes")
    static class Untold implements Fetches {

        @Override
        @Dependency
        public Loaded fetch() {
            return new Loaded("raw class");
        }
    }

    static class DeclaredAsInterfaces {

        @Bean
        Fetches<Byte> lambda() {
            return () -> new Loaded<>("lambda");
        }

        @Bean
        @SuppressWarnings("unchecked")
        Fetches<Double> proxy() {
            Fetches<Double> target = () -> new Loaded<>("proxy");
            return (Fetches<Double>) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Fetches.class},
                    (proxy, method, arguments) -> method.invoke(target, arguments));
        }

        @Bean
        @SuppressWarnings("unchecked")
        Fetches<Character> untold() {
            return new Untold();
        }

        @Bean
        FactoryBean<Fetches<Float>> made() {
            return new FactoryBean<>() {

                @Override
                public Fetches<Float> getObject() {
                    return () -> new Loaded<>("made");
                }

                @Override
                public Class<?> getObjectType() {
                    return Fetches.class;
                }
            };
        }
    }

    @RestController
    static class Fetching {

        @GetMapping("/lambda")
        String lambda(@Depends(value = Fetches.class, name = "lambda") Loaded<Byte> one) {
            return one.said;
        }

        @GetMapping("/fetching")
        String fetching(@Depends Loaded<Byte> one, @Depends Loaded<Double> two, @Depends Loaded<Float> three) {
            return one.said + ", " + two.said + ", " + three.said;
        }
    }

    static class Scoped<T> {

        @Dependency
        Loaded<Map<String, T>> load() {
            return new Loaded<>("scoped");
        }
    }

    abstract static class GenericConfiguration<T> {

        @Bean
        Loader<T> ofConfiguration() {
            return new Loader<>("configuration");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BookConfiguration extends GenericConfiguration<Book> {}

    @RestController
    static class Endpoints {

        @GetMapping("/each")
        String each(
                @Depends Query<Book> books,
                @Depends Query<Pen> pens,
                @Depends Outer<Book> outer,
                @Depends Query<Pen[]> arrays,
                @Depends Limits<Book> limits,
                @Depends Limits<Pen> otherLimits,
                @Depends Limits<?> any,
                @Depends Single<Pen> single,
                @Depends Shown<Pen> shown) {
            return books.store().name() + " " + pens.store().name() + " "
                    + outer.inner().store().name() + " " + (books == outer.inner()) + " "
                    + ((Object) limits == otherLimits) + " "
                    + outer.lists().get().store().name().equals("lists of pens");
        }

        @GetMapping("/kinds")
        String kinds(@Depends Kind<String> one, @Depends Kind<Map<String, String>> all) {
            return one.value() + " " + all.value();
        }

        @GetMapping("/checked")
        void checked(@Depends Checked<Long, String, Filled> checked) {}

        @GetMapping("/same")
        String same(
                @Depends Query<List<Pen>> written,
                @Depends Supplier<Query<List<Pen>>> lazy,
                @Depends Optional<Query<List<Pen>>> optional,
                @Depends Outer<Pen> outer) {
            return (written == lazy.get()) + " " + (written == optional.orElseThrow()) + " "
                    + (written == outer.lists().get());
        }

        @GetMapping("/declared")
        String declared(
                @Depends Loaded<Integer> one,
                @Depends Loaded<Long> two,
                @Depends Loaded<Book> three,
                @Depends Loaded<Map<String, Short>> four) {
            return String.join(", ", one.said, two.said, three.said, four.said);
        }
    }

    record Taken() {}

    record Given<T>() {}

    @SuppressWarnings("rawtypes")
    static class RawBean<T> {

        @Dependency
        Taken taking(@Depends Store<T> store) {
            return new Taken();
        }

        @Dependency
        Given<T> given() {
            return new Given<>();
        }
    }

    @RestController
    @SuppressWarnings("rawtypes")
    static class Open {

        @GetMapping("/raw")
        void raw(@Depends Query query) {}

        @GetMapping("/wildcard")
        void wildcard(@Depends Query<?> query) {}

        @GetMapping("/bounded")
        void bounded(@Depends Optional<Query<? extends Pen>> query) {}

        @GetMapping("/route")
        @Depends(Query.class)
        void route() {}

        @PostMapping("/body")
        void body(@Depends Body body) {}

        @GetMapping("/bean")
        void bean(@Depends Taken taken) {}

        @GetMapping("/given")
        void given(@Depends(value = RawBean.class, name = "given") Given<Pen> given) {}
    }

    abstract static class Serves<T> {

        @GetMapping("/serves")
        void get(@Depends Query<T> query) {}
    }

    @RestController
    @SuppressWarnings("rawtypes")
    static class OpenServes extends Serves {}

    static class ByName<T> {

        @Dependency
        T load() {
            throw new UnsupportedOperationException();
        }
    }

    static class LoadersByName {

        @Bean
        ByName<Book> bookLoader() {
            return new ByName<>();
        }

        @Bean
        ByName<Pen> penLoader() {
            return new ByName<>();
        }
    }

    @RestController
    static class Wrong {

        @GetMapping("/nib")
        void nib(@Depends Query<Nib> query) {}

        @GetMapping("/endless")
        void endless(@Depends Endless<Pen> endless) {}

        @PostMapping("/bodies")
        void bodies(@Depends Body<Book> book, @Depends Body<Pen> pen) {}

        @GetMapping("/loader")
        void loader(@Depends(ByName.class) Pen pen) {}
    }
}
