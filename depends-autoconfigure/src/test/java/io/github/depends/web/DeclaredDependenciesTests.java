package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

class DeclaredDependenciesTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                "spring.aop.proxy-target-class=false",
                Methods.class,
                Greeter.class,
                Announcer.class,
                Trainer.class,
                Refusals.class,
                Kennel.class,
                Cattery.class,
                Offices.class,
                Advised.class,
                AdvisedByInterface.class,
                PerRequest.class,
                Fresh.class,
                Results.class,
                Pools.class,
                Advice.class,
                Home.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "/static, fixed",
        "/package-private, package-private of Methods",
        "/private, private of Methods",
        "/public, public of Methods",
        "/controller, cart of Home",
        "/interface?who=ann, hello ann of Greeter",
        "/implemented?who=bob, bob of Announcer",
        "/inherited, dog and cat",
        "/wider-interface, whistle of Trainer twice",
        "/wider-type, crumb",
        "/beans, desk of north and desk of south",
        "/beans-by-method, desk of north and desk of south",
        "/record?size=3, 3 from 0",
        "/annotated?size=4, annotated 4",
        "/class?size=5, class 5",
        "/parameterless, parameterless",
    })
    void servesWhatMethodsAndConstructorsMake(String path, String answer) {
        assertThat(app.get(path).body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/primary, main",
        "/fallback, spare is not needed",
        "/factory, made by a factory",
        "/named, second",
        "/scoped-proxy, true",
        "/prototype, true",
    })
    void servesSpringBeans(String path, String answer) {
        assertThat(app.get(path).body()).isEqualTo(answer);
    }

    @Test
    void makesPrototypesAnewForEachRequest() {
        assertThat(app.get("/prototype-number").body())
                .isNotEqualTo(app.get("/prototype-number").body());
    }

    @Test
    void callsMethodsThroughTheirProxies() {
        assertThat(AopUtils.isCglibProxy(app.bean(Advised.class))).isTrue();
        assertThat(AopUtils.isJdkDynamicProxy(app.bean(Meters.class))).isTrue();

        assertThat(app.get("/cglib").body()).isEqualTo("advised field");
        assertThat(app.get("/jdk").body()).isEqualTo("interface field");
        assertThat(app.events().list())
                .containsExactly("advice around text", "advice around openly", "advice around meter");
    }

    @Test
    void callsMethodsOfScopedBeans() {
        assertThat(app.get("/request-scoped?name=x").body()).isEqualTo("x 1");
        assertThat(app.get("/request-scoped?name=y").body()).isEqualTo("y 1");
        assertThat(app.get("/prototype-method").body()).startsWith("bean ");
    }

    @ParameterizedTest
    @CsvSource({
        "/stage, later",
        "/future, in the future",
        "/mono, mono",
        "/optional, some",
        "/optional-empty, Optional.empty",
        "/nullable-empty, null",
        "/specified-nullable, null",
        "/other-nullable, null",
        "/stage-of-optional, Optional.empty",
    })
    void unwrapsResults(String path, String answer) {
        assertThat(app.get(path).body()).isEqualTo(answer);
    }

    @Test
    void opensAYieldThatIsDeliveredLater() {
        assertThat(app.get("/stage-of-yield").body()).isEqualTo("opened later");
        assertThat(app.events().await("close")).containsExactly("open", "success", "close");
    }

    @Test
    void runsMereChecksForTheirEffect() {
        assertThat(app.get("/check").statusCode()).isEqualTo(200);
        assertThat(app.get("/check?refuse=true").statusCode()).isEqualTo(403);
        assertThat(app.get("/later-check").statusCode()).isEqualTo(200);
        assertThat(app.get("/later-check?refuse=true").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vault", "/vault-later", "/vault-lazily"})
    void runsMereChecksForDependenciesThatTakeThem(String path) {
        assertThat(app.get(path).body()).isEqualTo("vault after null");
        assertThat(app.get(path + "?refuse=true").statusCode()).isEqualTo(403);
        assertThat(app.events().list()).containsExactly("vault");
    }

    @Test
    void servesExceptionHandlersThatAWiderInterfaceDeclares() {
        assertThat(app.get("/refused").body()).isEqualTo("refused with a whistle of Trainer");
    }

    @Test
    void answersWithWhatAStageFailedWith() {
        assertThat(app.get("/failing-stage").statusCode()).isEqualTo(409);
    }

    @Test
    void namesDependencyAndUseWhereThereIsNoValue() {
        HttpResponse<String> answer = app.get("/null");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(app.events().list())
                .containsExactly("'Results.nothing' has no value (null), but Home.nothing(Nothing) needs one;"
                        + " declare the parameter 'nothing' @Nullable or Optional");
    }

    record Greeting(String text) {}

    record Announcement(String text) {}

    record Whistle(String text) {}

    record Crumb() {}

    record Dog() {}

    record Cat() {}

    record Desk(String office) {}

    record Cart(String owner) {}

    record Meter(String text) {}

    record Text(String text) {}

    record Counted(String text) {}

    record Later(String text) {}

    record Nothing() {}

    record Vault(String text) {}

    record Window(
            @RequestParam int size,
            @RequestParam(defaultValue = "0") int from) {}

    record Annotated(String text) {
        @Dependency
        Annotated(@RequestParam int size) {
            this("annotated " + size);
        }
    }

    static class Plain {
        private final String text;

        @Dependency
        private Plain(@RequestParam int size) {
            this.text = "class " + size;
        }
    }

    static class Parameterless {
        private final String text = "parameterless";

        @Dependency
        Parameterless() {}
    }

    @Component
    static class Methods {

        private final String owner = "Methods";

        @Dependency
        static String fixed() {
            return "fixed";
        }

        @Dependency
        String packagePrivate() {
            return "package-private of " + owner;
        }

        @Dependency
        private String hidden() {
            return "private of " + owner;
        }

        @Dependency
        List<Crumb> crumbs() {
            return List.of(new Crumb());
        }

        @Dependency
        public String open() {
            return "public of " + owner;
        }
    }

    interface Greets {

        @Dependency
        default Greeting greeting(@RequestParam String who) {
            return new Greeting("hello " + who + " of " + getClass().getSimpleName());
        }
    }

    @Component
    static class Greeter implements Greets {}

    interface Announces {

        @Dependency
        Announcement announcement(@RequestParam("who") String name);
    }

    @Component
    static class Announcer implements Announces {

        @Override
        public Announcement announcement(String someone) {
            return new Announcement(someone + " of Announcer");
        }
    }

    interface Whistles {

        @Dependency
        default Whistle whistle() {
            return new Whistle("whistle of " + getClass().getSimpleName());
        }
    }

    interface Trains extends Whistles {}

    @Component
    static class Trainer implements Trains {}

    interface Refuses {

        @ExceptionHandler
        ResponseEntity<String> refuse(UnsupportedOperationException thrown, @Depends @Nullable Whistle whistle);
    }

    interface RefusesPolitely extends Refuses {}

    @ControllerAdvice
    static class Refusals implements RefusesPolitely {

        @Override
        public ResponseEntity<String> refuse(UnsupportedOperationException thrown, @Nullable Whistle whistle) {
            return ResponseEntity.ok("refused with a " + (whistle == null ? null : whistle.text()));
        }
    }

    abstract static class Shelter<T> {

        @Dependency
        T animal() {
            return born();
        }

        abstract T born();
    }

    @Component
    static class Kennel extends Shelter<Dog> {

        @Override
        Dog born() {
            return new Dog();
        }
    }

    @Component
    static class Cattery extends Shelter<Cat> {

        @Override
        Cat born() {
            return new Cat();
        }
    }

    static class Office {

        private final String name;

        Office(String name) {
            this.name = name;
        }

        @Dependency
        Desk desk() {
            return new Desk(name);
        }
    }

    static class Offices {

        @Bean
        Office north() {
            return new Office("north");
        }

        @Bean
        Office south() {
            return new Office("south");
        }
    }

    @Component("advised")
    static class Advised {

        private final String field = "field";

        @Dependency
        Text text() {
            return new Text("advised " + field);
        }

        @Dependency
        public String openly() {
            return "openly";
        }
    }

    interface Meters {

        @Dependency
        Meter meter();
    }

    @Component("advisedByInterface")
    static final class AdvisedByInterface implements Meters {

        private final String field = "field";

        @Override
        public Meter meter() {
            return new Meter("interface " + field);
        }

        public void unrelated() {}
    }

    static class Advice {

        @Bean
        static MethodInterceptor counting(Events events) {
            return call -> {
                events.add("advice around " + call.getMethod().getName());
                return call.proceed();
            };
        }

        @Bean
        static BeanNameAutoProxyCreator proxies() {
            BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
            creator.setBeanNames("advised*");
            creator.setInterceptorNames("counting");
            return creator;
        }
    }

    @Component
    @RequestScope
    static class PerRequest {

        private int calls;

        @Dependency
        Counted counted(@RequestParam String name) {
            return new Counted(name + " " + ++calls);
        }
    }

    @Component
    @Scope("prototype")
    static class Fresh {

        private static final AtomicInteger MADE = new AtomicInteger();

        private final int number = MADE.incrementAndGet();

        @Dependency
        String number() {
            return "bean " + number;
        }
    }

    @Component
    static class Results {

        private final Events events;

        Results(Events events) {
            this.events = events;
        }

        @Dependency
        CompletionStage<String> stage() {
            return CompletableFuture.supplyAsync(() -> "later");
        }

        @Dependency
        CompletableFuture<String> future() {
            return CompletableFuture.completedFuture("in the future");
        }

        @Dependency
        Mono<String> mono() {
            return Mono.just("mono");
        }

        @Dependency
        Optional<String> some() {
            return Optional.of("some");
        }

        @Dependency
        Optional<String> none() {
            return Optional.empty();
        }

        @Dependency
        CompletionStage<Optional<String>> noneLater() {
            return CompletableFuture.supplyAsync(Optional::empty);
        }

        @Dependency
        CompletionStage<Yield<Later>> yieldLater() {
            return CompletableFuture.supplyAsync(() -> Yield.<Later>open(() -> {
                        events.add("open");
                        return new Later("opened later");
                    })
                    .onSuccess(value -> events.add("success"))
                    .onClose(value -> events.add("close")));
        }

        @Dependency
        void check(@RequestParam(defaultValue = "false") boolean refuse) {
            if (refuse) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }

        @Dependency
        CompletionStage<Void> checkLater(@RequestParam(defaultValue = "false") boolean refuse) {
            return CompletableFuture.runAsync(() -> check(refuse));
        }

        @Dependency
        Vault vault(@Depends(value = Results.class, name = "check") Void checked) {
            events.add("vault");
            return new Vault("vault after " + checked);
        }

        @Dependency
        Vault vaultLater(@Depends(value = Results.class, name = "checkLater") Void checked) {
            return vault(checked);
        }

        @Dependency
        Vault vaultLazily(@Depends(value = Results.class, name = "check") Supplier<Void> check) {
            return vault(check.get());
        }

        @Dependency
        CompletionStage<String> failing() {
            return CompletableFuture.failedFuture(new ResponseStatusException(HttpStatus.CONFLICT));
        }

        @Dependency
        @Nullable Nothing nothing() {
            return null;
        }
    }

    static class Pool {
        private final String text;

        Pool(String text) {
            this.text = text;
        }
    }

    static class Spare {
        private final String text;

        Spare(String text) {
            this.text = text;
        }
    }

    static class Made {}

    static class Ticket {
        private static final AtomicInteger MADE = new AtomicInteger();
        private final int number = MADE.incrementAndGet();
    }

    static class Visit {}

    static class Pools {

        @Bean
        @Primary
        Pool mainPool() {
            return new Pool("main");
        }

        @Bean
        Pool otherPool() {
            return new Pool("other");
        }

        @Bean
        @Fallback
        Spare spare() {
            return new Spare("spare is used");
        }

        @Bean
        Spare usual() {
            return new Spare("spare is not needed");
        }

        @Bean
        FactoryBean<Made> made() {
            return new FactoryBean<>() {
                @Override
                public Made getObject() {
                    return new Made();
                }

                @Override
                public Class<?> getObjectType() {
                    return Made.class;
                }
            };
        }

        @Bean
        String first() {
            return "first";
        }

        @Bean
        String second() {
            return "second";
        }

        @Bean
        @Scope("prototype")
        Ticket number() {
            return new Ticket();
        }

        @Bean
        @RequestScope
        Visit visit() {
            return new Visit();
        }
    }

    record Both(@Depends Ticket one, @Depends Ticket other) {}

    @RestController
    static class Home {

        private final String owner = "Home";

        @Dependency
        Cart cart() {
            return new Cart("cart of " + owner);
        }

        @GetMapping("/static")
        String fixed(@Depends(value = Methods.class, name = "fixed") String value) {
            return value;
        }

        @GetMapping("/package-private")
        String packagePrivate(@Depends(value = Methods.class, name = "packagePrivate") String value) {
            return value;
        }

        @GetMapping("/private")
        String hidden(@Depends(value = Methods.class, name = "hidden") String value) {
            return value;
        }

        @GetMapping("/public")
        String open(@Depends(value = Methods.class, name = "open") String value) {
            return value;
        }

        @GetMapping("/controller")
        String cart(@Depends Cart cart) {
            return cart.owner();
        }

        @GetMapping("/interface")
        String greeting(@Depends Greeting greeting) {
            return greeting.text();
        }

        @GetMapping("/implemented")
        String announcement(@Depends(Announces.class) Announcement announcement) {
            return announcement.text();
        }

        @GetMapping("/inherited")
        String animals(@Depends Dog dog, @Depends(Cattery.class) Cat cat) {
            return "dog and cat";
        }

        @GetMapping("/wider-interface")
        String whistles(@Depends Whistle whistle, @Depends(Whistles.class) Whistle same) {
            return whistle.text() + (whistle == same ? " twice" : "");
        }

        @GetMapping("/wider-type")
        String crumbs(@Depends Collection<Crumb> crumbs) {
            return crumbs.size() == 1 ? "crumb" : "crumbs";
        }

        @GetMapping("/refused")
        String refused(@Depends Whistle whistle) {
            throw new UnsupportedOperationException();
        }

        @GetMapping("/beans")
        String desks(
                @Depends(value = Office.class, name = "north") Desk north,
                @Depends(value = Office.class, name = "south") Desk south) {
            return "desk of " + north.office() + " and desk of " + south.office();
        }

        @GetMapping("/beans-by-method")
        String desksByMethod(
                @Depends(name = "north.desk") Desk north,
                @Depends(value = Office.class, name = "south.desk") Desk south) {
            return "desk of " + north.office() + " and desk of " + south.office();
        }

        @GetMapping("/record")
        String window(@Depends Window window) {
            return window.size() + " from " + window.from();
        }

        @GetMapping("/annotated")
        String annotated(@Depends Annotated annotated) {
            return annotated.text();
        }

        @GetMapping("/class")
        String plain(@Depends Plain plain) {
            return plain.text;
        }

        @GetMapping("/parameterless")
        String parameterless(@Depends(Parameterless.class) Parameterless parameterless) {
            return parameterless.text;
        }

        @GetMapping("/primary")
        String pool(@Depends Pool pool) {
            return pool.text;
        }

        @GetMapping("/fallback")
        String spare(@Depends Spare spare) {
            return spare.text;
        }

        @GetMapping("/factory")
        String made(@Depends Made made) {
            return "made by a factory";
        }

        @GetMapping("/named")
        String named(@Depends(name = "second") String value) {
            return value;
        }

        @GetMapping("/scoped-proxy")
        boolean visit(@Depends Visit visit) {
            return AopUtils.isAopProxy(visit);
        }

        @GetMapping("/prototype")
        boolean prototype(@Depends Ticket number, @Depends Both both) {
            return number == both.one() && number == both.other();
        }

        @GetMapping("/prototype-number")
        int prototypeNumber(@Depends Ticket number) {
            return number.number;
        }

        @GetMapping("/cglib")
        String advised(@Depends Text text, @Depends(value = Advised.class, name = "openly") String openly) {
            return text.text();
        }

        @GetMapping("/jdk")
        String meter(@Depends Meter meter) {
            return meter.text();
        }

        @GetMapping("/request-scoped")
        String counted(@Depends Counted counted) {
            return counted.text();
        }

        @GetMapping("/prototype-method")
        String fresh(@Depends(Fresh.class) String number) {
            return number;
        }

        @GetMapping("/stage")
        String stage(@Depends(value = Results.class, name = "stage") String value) {
            return value;
        }

        @GetMapping("/future")
        String future(@Depends(name = "future") String value) {
            return value;
        }

        @GetMapping("/mono")
        String mono(@Depends(name = "mono") String value) {
            return value;
        }

        @GetMapping("/optional")
        String some(@Depends(name = "some") String value) {
            return value;
        }

        @GetMapping("/optional-empty")
        String none(@Depends(name = "none") Optional<String> value) {
            return value.toString();
        }

        @GetMapping("/nullable-empty")
        String nullable(@Depends(name = "none") @Nullable String value) {
            return String.valueOf(value);
        }

        @GetMapping("/specified-nullable")
        String specified(@Depends DeclaredDependenciesTests.@Nullable Nothing value) {
            return String.valueOf(value);
        }

        @GetMapping("/other-nullable")
        String other(@Depends @jakarta.annotation.Nullable Nothing value) {
            return String.valueOf(value);
        }

        @GetMapping("/stage-of-optional")
        String noneLater(@Depends(name = "noneLater") Optional<String> value) {
            return value.toString();
        }

        @GetMapping("/stage-of-yield")
        String yieldLater(@Depends Later later) {
            return later.text();
        }

        @Depends(value = Results.class, name = "check")
        @GetMapping("/check")
        void check() {}

        @Depends(value = Results.class, name = "checkLater")
        @GetMapping("/later-check")
        void checkLater() {}

        @GetMapping("/vault")
        String vault(@Depends(name = "vault") Vault vault) {
            return vault.text();
        }

        @GetMapping("/vault-later")
        String vaultLater(@Depends(name = "vaultLater") Vault vault) {
            return vault.text();
        }

        @GetMapping("/vault-lazily")
        String vaultLazily(@Depends(name = "vaultLazily") Vault vault) {
            return vault.text();
        }

        @GetMapping("/failing-stage")
        String failing(@Depends(name = "failing") String value) {
            return value;
        }

        @GetMapping("/null")
        String nothing(@Depends Nothing nothing) {
            return "unreachable";
        }

        @org.springframework.web.bind.annotation.ExceptionHandler
        @org.springframework.web.bind.annotation.ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
        void log(IllegalStateException thrown, @Depends @Nullable Events events) {
            app.events().add(thrown.getMessage());
        }
    }
}
