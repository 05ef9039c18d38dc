package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.SmartFactoryBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Beans that answer to several types: each use gets what has the type that it asks for. */
class ManyTypedBeansTests {

    private static ConfigurableApplicationContext parent;
    private static App app;

    @BeforeAll
    static void start() {
        parent = new SpringApplicationBuilder(InParent.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run();
        app = App.startBelow(parent, Beans.class, Clutches.class, Home.class);
    }

    @AfterAll
    static void stop() {
        app.close();
        parent.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/engine, engine of main",
        "/gear, gear of main",
        "/part, gear of main",
        "/both, gear of main and engine of main",
        "/ride, gear of main and engine of main in 3",
        "/named, gear of spare",
        "/optional, gear of main",
        "/lazily, gear of main",
        "/factory, Hub",
        "/clutch, clutch of main held",
        "/raw, clutch of main",
        "/store, books",
        "/books, books",
        "/nothing, nothing",
        "/nothing-made, nothing",
        "/default, default",
        "/fallback, fallback",
        "/local, here",
        "/inherited, first of parent",
        "/inherited-gear, lever of parent"
    })
    void givesWhatHasTheTypeThatIsAskedFor(String path, String body) {
        assertThat(app.get(path).body()).isEqualTo(body);
    }

    @Test
    void givesItOutsideARequest() {
        String told = app.bean(Dependencies.class)
                .call(open -> open.get(Gear.class).name() + ", "
                        + open.get(Engine.class).name());

        assertThat(told).isEqualTo("gear of main, engine of main");
    }

    @Test
    void takesWhatIsGivenForOneOfTheTypesForThatTypeOnly() {
        String told = app.bean(Dependencies.class)
                .call(open ->
                        open.with(Gear.class, () -> "given").get(Gear.class).name() + ", "
                                + open.get(Engine.class).name());

        assertThat(told).isEqualTo("given, engine of main");
    }

    @Test
    void createsAFactoryThatAloneKnowsWhatItHas() {
        try (App lazy = App.start("spring.main.lazy-initialization=true", Late.class)) {
            assertThat(lazy.get("/late").body()).isEqualTo("gear of late");
        }
    }

    @Test
    void refusesAFactorysTypeWithOtherArguments() {
        assertThat(StartReport.faults(App.failure(Beans.class, Pens.class)))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("Store<Pen>", "is no dependency"));
    }

    interface Part {
        String name();
    }

    interface Gear extends Part {}

    interface Clutch {
        String name();
    }

    interface Lever {
        String name();
    }

    interface Engine {
        String name();
    }

    interface Store<T> {
        String name();
    }

    record Book() {}

    record Pen() {}

    record Plan(String name) {}

    record Sign(String name) {}

    record Level(String name) {}

    record Ride(
            @Depends Gear gear,
            @Depends Engine engine,
            @RequestParam(defaultValue = "3") int speed) {}

    /** As the factory of a JPA {@code EntityManagerFactory}: the bean itself, and others that belong to it. */
    static class Hub implements SmartFactoryBean<Engine> {

        private final String name;

        Hub(String name) {
            this.name = name;
        }

        @Override
        public Engine getObject() {
            return () -> "engine of " + name;
        }

        @Override
        public Class<?> getObjectType() {
            return Engine.class;
        }

        @Override
        public <S> S getObject(Class<S> type) throws Exception {
            if (type == Clutch.class) {
                return type.cast((Clutch) () -> "clutch of " + name);
            }
            return Part.class.isAssignableFrom(type)
                    ? type.cast((Gear) () -> "gear of " + name)
                    : SmartFactoryBean.super.getObject(type);
        }

        @Override
        public boolean supportsType(Class<?> type) {
            return type == Clutch.class
                    || Part.class.isAssignableFrom(type)
                    || SmartFactoryBean.super.supportsType(type);
        }
    }

    /** Answers to a class, whatever the type arguments. */
    static class Shelves implements SmartFactoryBean<Store<Book>> {

        @Override
        public Store<Book> getObject() {
            return () -> "books";
        }

        @Override
        public Class<?> getObjectType() {
            return Store.class;
        }
    }

    /** Has a type of which it has nothing. */
    static class Empty implements SmartFactoryBean<Plan> {

        @Override
        public Plan getObject() {
            return null;
        }

        @Override
        public Class<?> getObjectType() {
            return Plan.class;
        }
    }

    /** Gives one object for each type, and none of them is the type of the bean. */
    static class Levers implements SmartFactoryBean<Runnable> {

        @Override
        public Runnable getObject() {
            return () -> {};
        }

        @Override
        public Class<?> getObjectType() {
            return Runnable.class;
        }

        @Override
        public <S> S getObject(Class<S> type) throws Exception {
            return type == Lever.class
                    ? type.cast((Lever) () -> "lever of parent")
                    : SmartFactoryBean.super.getObject(type);
        }

        @Override
        public boolean supportsType(Class<?> type) {
            return type == Lever.class || SmartFactoryBean.super.supportsType(type);
        }
    }

    static class InParent {

        @Bean
        @Primary
        Sign first() {
            return new Sign("first of parent");
        }

        @Bean
        Sign second() {
            return new Sign("second of parent");
        }

        @Bean
        @Primary
        Level above() {
            return new Level("above");
        }

        @Bean
        Levers levers() {
            return new Levers();
        }
    }

    static class Beans {

        @Bean
        @Primary
        Hub main() {
            return new Hub("main");
        }

        @Bean
        Hub spare() {
            return new Hub("spare");
        }

        @Bean
        Shelves shelves() {
            return new Shelves();
        }

        @Bean
        Empty plan() {
            return new Empty();
        }

        @Bean
        Thread none() {
            return null;
        }

        @Bean
        Pool ordinary() {
            return new Pool("default");
        }

        @Bean(defaultCandidate = false)
        Pool second() {
            return new Pool("second");
        }

        @Bean
        @Fallback
        Pool third() {
            return new Pool("fallback");
        }

        @Bean
        @Primary
        Level here() {
            return new Level("here");
        }
    }

    record Pool(String name) {}

    @Component
    static class Clutches {

        @Dependency
        Clutch clutch(@Depends Clutch raw) {
            return () -> raw.name() + " held";
        }
    }

    @RestController
    static class Home {

        @GetMapping("/engine")
        String engine(@Depends Engine engine) {
            return engine.name();
        }

        @GetMapping("/gear")
        String gear(@Depends Gear gear) {
            return gear.name();
        }

        @GetMapping("/part")
        String part(@Depends Part part) {
            return part.name();
        }

        @GetMapping("/both")
        String both(@Depends Gear gear, @Depends Engine engine) {
            return gear.name() + " and " + engine.name();
        }

        @GetMapping("/ride")
        String ride(@Depends Ride ride, @Depends Gear gear) {
            return gear.name() + " and " + ride.engine().name() + " in " + ride.speed();
        }

        @GetMapping("/named")
        String named(@Depends(name = "spare") Gear gear) {
            return gear.name();
        }

        @GetMapping("/optional")
        String optional(@Depends Optional<Gear> gear) {
            return gear.orElseThrow().name();
        }

        @GetMapping("/lazily")
        String lazily(@Depends Supplier<Gear> gear) {
            return gear.get().name();
        }

        @GetMapping("/factory")
        String factory(@Depends(name = "&main") Hub hub) {
            return hub.getClass().getSimpleName();
        }

        @GetMapping("/clutch")
        String clutch(@Depends Clutch clutch) {
            return clutch.name();
        }

        @GetMapping("/raw")
        String raw(@Depends(name = "main") Clutch clutch) {
            return clutch.name();
        }

        @GetMapping("/store")
        String store(@Depends Store<?> store) {
            return store.name();
        }

        @GetMapping("/books")
        String books(@Depends Store<Book> store) {
            return store.name();
        }

        @GetMapping("/nothing")
        String nothing(@Depends Optional<Thread> thread) {
            return thread.map(Thread::getName).orElse("nothing");
        }

        @GetMapping("/nothing-made")
        String nothingMade(@Depends Optional<Plan> plan) {
            return plan.map(Plan::name).orElse("nothing");
        }

        @GetMapping("/default")
        String byDefault(@Depends Pool holder) {
            return holder.name();
        }

        @GetMapping("/fallback")
        String fallback(@Depends(name = "third") Pool holder) {
            return holder.name();
        }

        @GetMapping("/local")
        String local(@Depends Level level) {
            return level.name();
        }

        @GetMapping("/inherited")
        String inherited(@Depends Sign sign) {
            return sign.name();
        }

        @GetMapping("/inherited-gear")
        String inheritedGear(@Depends Lever lever) {
            return lever.name();
        }
    }

    @RestController
    static class Pens {

        @GetMapping("/pens")
        String pens(@Depends Store<Pen> store) {
            return store.name();
        }

        @GetMapping("/pens-in-list")
        String all(@Depends Optional<Store<Pen>> store) {
            return store.map(Store::name).orElse("none");
        }
    }

    @RestController
    static class Late {

        @Lazy
        @Bean
        static Hub late() {
            return new Hub("late");
        }

        @GetMapping("/late")
        String late(@Depends Gear gear) {
            return gear.name();
        }
    }
}
