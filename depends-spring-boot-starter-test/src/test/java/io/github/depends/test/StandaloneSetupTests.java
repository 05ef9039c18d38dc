package io.github.depends.test;

import static io.github.depends.test.DependencyMockMvcConfigurers.dependencies;
import static io.github.depends.test.DependencyRequestPostProcessors.dependency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import io.github.depends.test.standalone.ClientCheck;
import io.github.depends.test.standalone.Editions;
import io.github.depends.test.standalone.Editions.Access;
import io.github.depends.test.standalone.Editions.Archive;
import io.github.depends.test.standalone.Editions.Configured;
import io.github.depends.test.standalone.Editions.Edition;
import io.github.depends.test.standalone.Editions.Everywhere;
import io.github.depends.test.standalone.Editions.Faults;
import io.github.depends.test.standalone.Editions.NotClosed;
import io.github.depends.test.standalone.Editions.Office;
import io.github.depends.test.standalone.Editions.Press;
import io.github.depends.test.standalone.Editions.RoleCheck;
import io.github.depends.test.standalone.Editions.Shelf;
import io.github.depends.test.standalone.Editions.User;
import io.github.depends.test.standalone.Editions.Window;
import java.beans.PropertyEditorSupport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Controllers of a standalone setup are served as in the application. */
class StandaloneSetupTests {

    private static final Shelf SHELF = number -> number == 1 ? Optional.of("First") : Optional.empty();

    private final Press press = new Press();
    private final MockMvcTester mvc = tester(dependencies(all()));

    private Object[] all(Object... more) {
        return Stream.concat(
                        Stream.of(
                                Access.class,
                                Archive.class,
                                RoleCheck.class,
                                new ClientCheck(),
                                NotClosed.class,
                                new Office(true),
                                SHELF,
                                HttpBearer.of(),
                                press,
                                Window.class),
                        Stream.of(more))
                .toArray();
    }

    private static MockMvcTester tester(MockMvcConfigurer configurer) {
        return MockMvcTester.of(
                        List.of(new Editions()),
                        builder -> builder.setControllerAdvice(new Faults())
                                .apply(configurer)
                                .build())
                .withHttpMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));
    }

    @Test
    void servesParametersByTheRulesOfTheStart() {
        assertThat(mvc.get().uri("/editions/1?limit=7").header("Authorization", "Bearer ann"))
                .hasStatusOk()
                .hasBodyTextEqualTo("First for ann, 7 a page");
        assertThat(mvc.get().uri("/editions/2").header("Authorization", "Bearer ann"))
                .hasStatus(404);
        assertThat(mvc.get().uri("/editions/1?name=eve")).hasStatus(401);
    }

    @Test
    void tellsAllFaultsOfARequest() {
        assertThat(mvc.get().uri("/editions/x?limit=101").header("Authorization", "Bearer ann"))
                .hasStatus(400)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"name\":\"number\"", "\"name\":\"limit\"", "\"code\":\"Max\"");
        assertThat(mvc.post()
                        .uri("/editions/1")
                        .header("Authorization", "Bearer editor")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"New\",\"pages\":\"many\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("\"in\":\"body\",\"name\":\"pages\",\"code\":\"type\"");
    }

    @Test
    void asksTheGuardsOfPackageClassAndMethodFirst() {
        assertThat(mvc.post()
                        .uri("/editions/x")
                        .header("Authorization", "Bearer editor")
                        .header("X-Client", "blocked")
                        .content("{"))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/editions/x")
                        .header("Authorization", "Bearer ann")
                        .content("{"))
                .hasStatus(403);
        MockMvcTester closed = tester(dependencies(
                Access.class,
                Archive.class,
                RoleCheck.class,
                ClientCheck.class,
                new NotClosed(new Office(false)),
                SHELF,
                HttpBearer.of(),
                press));
        assertThat(closed.get().uri("/editions/x?limit=x").header("Authorization", "Bearer ann"))
                .hasStatus(503);
    }

    @Test
    void completesYieldsAndRunsTasksBeforeTheRequestReturns() {
        assertThat(mvc.post()
                        .uri("/editions/1")
                        .header("Authorization", "Bearer editor")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"New\",\"pages\":3}"))
                .hasStatus(201);
        assertThat(press.printed).containsExactly("New", "success", "closed", "task of First");
    }

    @Test
    void tellsYieldsAndExceptionHandlersOfAFailure() {
        assertThat(mvc.get().uri("/failing").header("Authorization", "Bearer ann"))
                .hasStatus(409)
                .hasBodyTextEqualTo("failing for ann");
        assertThat(press.printed).containsExactly("failing", "closed");
    }

    @Test
    void takesAValueForOneRequest() {
        assertThat(mvc.get().uri("/later").with(dependency(User.class, new User("bob"))))
                .hasBodyTextEqualTo("bob");
        assertThat(mvc.get().uri("/later").header("Authorization", "Bearer ann"))
                .hasBodyTextEqualTo("ann");
    }

    @Test
    void takesAnObjectOrAMockInThePlaceOfADependency() {
        Archive archive = mock(Archive.class);
        given(archive.edition(eq(2), any())).willReturn(new Edition("Mocked"));
        MockMvcTester replaced = tester(dependencies(
                new User("carol"),
                archive,
                new ClientCheck(),
                new RoleCheck(),
                new NotClosed(new Office(true)),
                SHELF,
                press,
                (DependsConfigurer) registry -> registry.path("/later").depends(Everywhere.class)));
        assertThat(replaced.get().uri("/editions/2")).hasBodyTextEqualTo("Mocked for carol, 20 a page");
        assertThat(replaced.get().uri("/later?number=13")).hasStatus(410);
    }

    @Test
    void servesRestTestClient() {
        RestTestClient.bindToController(new Editions())
                .configureServer(builder -> builder.apply(dependencies(all())))
                .build()
                .get()
                .uri("/editions/1")
                .header("Authorization", "Bearer ann")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("First for ann, 20 a page");
    }

    @Test
    void servesEachOfSeveralSetupsByItself() {
        MockMvcConfigurer shared = dependencies(all());
        for (MockMvcTester each : List.of(tester(shared), mvc, tester(shared))) {
            assertThat(each.get().uri("/later").header("Authorization", "Bearer ann"))
                    .hasBodyTextEqualTo("ann");
            assertThat(each.get().uri("/later")).hasStatus(401);
        }
    }

    @Test
    void takesWhatTheBuilderSays() {
        MockMvcTester customized = MockMvcTester.of(
                List.of(new Custom()),
                builder -> builder.setCustomArgumentResolvers(new FromSession())
                        .addPlaceholderValue("path.of.the.visit", "/visit")
                        .setMessageConverters(new Shouting())
                        .setControllerAdvice(new Binding())
                        .apply(dependencies(Visits.class))
                        .build());
        assertThat(customized.get().uri("/visit?day=tomorrow")).hasBodyTextEqualTo("VISIT OF SESSION ON DAY 2");
    }

    @Test
    void takesWhatConfigurationGivesAndCoversOnlyWhatIsThere() {
        MockMvcTester configured = tester(dependencies(all(Configured.class)));
        assertThat(configured.get().uri("/later?number=13").header("Authorization", "Bearer ann"))
                .hasStatus(410);
        assertThat(configured.get().uri("/failing?number=13").header("Authorization", "Bearer ann"))
                .hasStatus(409);
    }

    @Test
    void findsBeansByTheNamesOfAConfiguration() {
        MockMvcTester partners = MockMvcTester.of(
                List.of(new Partners()),
                builder -> builder.apply(dependencies(Keys.class)).build());
        assertThat(partners.get().uri("/partner").header("X-Partner", "one").header("X-Admin", "two"))
                .hasBodyTextEqualTo("one two");
        assertThat(partners.get().uri("/partner").header("X-Partner", "one")).hasStatus(401);
    }

    @Test
    void leavesControllersWithoutUsesAlone() {
        MockMvcTester plain = MockMvcTester.of(
                List.of(new Plain()), builder -> builder.apply(dependencies()).build());
        assertThat(plain.get().uri("/plain?name=x")).hasBodyTextEqualTo("x");
        assertThat(plain.get().uri("/plain")).hasStatus(400).hasBodyTextEqualTo("");
    }

    @Test
    void readsThePropertiesOfTheApplication() {
        System.setProperty("depends.validation.status", "422");
        try {
            assertThat(tester(dependencies(all()))
                            .get()
                            .uri("/editions/1?limit=101")
                            .header("Authorization", "Bearer ann"))
                    .hasStatus(422);
        } finally {
            System.clearProperty("depends.validation.status");
        }
    }

    @Test
    void startsNoThreads() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        tester(dependencies(all()));
        assertThat(Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread)))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("depends"));
    }

    @Test
    void tellsAllThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tester(dependencies(Archive.class, ClientCheck.class, HttpBearer.of(), press)))
                .withRootCauseInstanceOf(InvalidDependencyGraphException.class)
                .withMessageStartingWith("This standaloneSetup cannot serve its controllers. Where a fault says that a"
                        + " class is no bean or that something is missing, give it to dependencies(...), as an object or as"
                        + " a class.\n1. ")
                .withMessageContainingAll(
                        "'NotClosed', used by Editions, declares @Dependency methods but is no bean",
                        "'RoleCheck', used by Editions.publish(",
                        "'Shelf', used by Archive.edition(int, Shelf), is no dependency",
                        "'User', used by Editions.edition(int, Edition, User, Window), ");
    }

    @Test
    void neverReadsFromTheQueryWhatAForgottenClassGives() {
        Object[] withoutAccess =
                Stream.of(all()).filter(each -> each != Access.class).toArray();
        assertThatIllegalStateException()
                .isThrownBy(() -> tester(dependencies(withoutAccess)))
                .withMessageContaining("because Access is no bean, whose method 'user' gives User");
    }

    @Test
    void tellsWhatAClassGivenLacks() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tester(dependencies(NotClosed.class)))
                .withMessageStartingWith(
                        "What was given to dependencies(...) cannot be made: No qualifying bean of type"
                                + " 'io.github.depends.test.standalone.Editions$Office' available")
                .withMessageEndingWith(". Give what is missing too, as an object or as a class");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatCannotBeABean(Object wrong, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dependencies(press, wrong))
                .withMessage(reason);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        null,
                        "Argument 2 of dependencies(...) is null. Give an object, or a class of which Spring can make one"),
                arguments(
                        Editions.RequireRole.class,
                        "'RequireRole', given to dependencies(...), is an annotation, so that Spring cannot make"
                                + " an object of it. Give the class whose @Dependency method it names"),
                arguments(
                        Shelf.class,
                        "'Shelf', given to dependencies(...), is an interface, so that Spring cannot make an object of"
                                + " it. Give an object, or a class of which Spring can make one"),
                arguments(
                        Number.class,
                        "'Number', given to dependencies(...), is abstract, so that Spring cannot make an object of it."
                                + " Give an object, or a class of which Spring can make one"),
                arguments(
                        StandaloneSetupTests.Inner.class,
                        "'Inner', given to dependencies(...), is an inner class, which is not static,"
                                + " so that Spring cannot make an object of it. Give an object, or a class of which Spring"
                                + " can make one"));
    }

    @Test
    void isAppliedOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MockMvcBuilders.standaloneSetup(new Editions())
                        .apply(dependencies(all()))
                        .apply(dependencies(press))
                        .build())
                .withMessage(
                        "dependencies(...) has been applied twice to one standaloneSetup. Give all objects and classes"
                                + " in one call: apply(dependencies(first, second))");
    }

    @Test
    void isForStandaloneSetupsOnly() {
        try (StaticWebApplicationContext application = new StaticWebApplicationContext()) {
            application.setServletContext(new MockServletContext());
            application.refresh();
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            MockMvcBuilders.webAppContextSetup(application).apply(dependencies(press)))
                    .withMessageStartingWith("dependencies(...) is for MockMvcBuilders.standaloneSetup(...)")
                    .withMessageContaining("replace dependencies there with @MockDependency");
        }
    }

    class Inner {}

    @RestController
    static class Plain {

        @GetMapping("/plain")
        String plain(@RequestParam String name) {
            return name;
        }
    }

    @RestController
    static class Partners {

        @GetMapping("/partner")
        String partner(
                @Depends(value = ApiKey.class, name = "partnerKey") String partner,
                @Depends(value = ApiKey.class, name = "adminKey") String admin) {
            return partner + " " + admin;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Keys {

        @Bean
        ApiKey partnerKey() {
            return ApiKey.header("X-Partner");
        }

        @Bean
        ApiKey adminKey() {
            return ApiKey.header("X-Admin");
        }
    }

    record Session(String name) {}

    record Day(int number) {}

    record Visit(String text) {}

    static class Visits {

        @Dependency
        Visit visit(Session session, @RequestParam Day day) {
            return new Visit("visit of " + session.name() + " on day " + day.number());
        }
    }

    @RestController
    static class Custom {

        @GetMapping("${path.of.the.visit}")
        String visit(@Depends Visit visit) {
            return visit.text();
        }
    }

    static class FromSession implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Session.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return new Session("session");
        }
    }

    static class Shouting extends StringHttpMessageConverter {

        @Override
        protected void writeInternal(String text, HttpOutputMessage message) throws IOException {
            super.writeInternal(text.toUpperCase(Locale.ROOT), message);
        }
    }

    @ControllerAdvice
    static class Binding {

        @InitBinder
        void bind(WebDataBinder binder) {
            binder.registerCustomEditor(Day.class, new PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    setValue(new Day(text.equals("tomorrow") ? 2 : 1));
                }
            });
        }
    }
}
