package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.autoconfigure.DependsAutoConfiguration;
import io.github.depends.testing.StartReport;
import io.github.depends.testing.WithoutJars;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bean Validation is optional: its interface, its provider, and what the provider needs may each be missing. */
class WithoutValidatorTests {

    private static final String NO_PROVIDER = "would not be checked, because there is no Bean Validation provider";

    private static final String PLAIN_ANSWERS = "plain 7 / page 7 / "
            + "[{\"in\":\"query\",\"name\":\"size\",\"code\":\"type\",\"message\":\"has the wrong type\"}]";
    private static final String TOO_SMALL = "[{\"in\":\"query\",\"name\":\"size\",\"code\":\"Min\","
            + "\"message\":\"must be greater than or equal to 1\"}]";

    @Test
    void needsNoProviderWhereThereIsNothingToValidate() {
        assertThat(WithoutJars.run(NothingToValidate.class, "hibernate-validator"))
                .isEqualTo(PLAIN_ANSWERS);
    }

    @Test
    void refusesConstraintsWithoutAProvider() {
        assertThat(WithoutJars.run(UncheckedConstraints.class, "hibernate-validator", "tomcat-embed-el"))
                .contains(
                        "The constraints of Limit(int) " + NO_PROVIDER,
                        "The constraints of Names(List) " + NO_PROVIDER,
                        "The constraints of Groups.group(Item) " + NO_PROVIDER,
                        "The constraints of Constrained.own(Plain, int) " + NO_PROVIDER,
                        "Add spring-boot-starter-validation.")
                .doesNotContain("Without.", "No target Validator");
    }

    @Test
    void validatesWithoutTheExpressionLanguage() {
        assertThat(WithoutJars.run(WithoutExpressions.class, "tomcat-embed-el"))
                .isEqualTo(TOO_SMALL + " / " + TOO_SMALL);
    }

    @Test
    void needsNotEvenTheInterface() {
        assertThat(WithoutJars.run(
                        NothingToValidate.class, "hibernate-validator", "tomcat-embed-el", "jakarta.validation"))
                .isEqualTo(PLAIN_ANSWERS);
    }

    @Test
    void leavesBoundObjectsToAValidatorOfSpringsOwnType() {
        application(Bodies.class, SpringValidator.class).run(context -> {
            assertThat(answer(context, body("{\"title\":\"\"}")))
                    .isEqualTo("[{\"in\":\"body\",\"name\":\"title\",\"code\":\"blank\",\"message\":\"is blank\"}]");
            assertThat(answer(context, body("{\"title\":\"x\"}"))).isEqualTo("x");
        });
        application(Limits.class, Given.class, SpringValidator.class)
                .run(context -> assertThat(StartReport.of(context.getStartupFailure()))
                        .contains(
                                "The constraints of Limit(int) " + NO_PROVIDER,
                                "The constraints of Given.given(Plain, int) " + NO_PROVIDER));
    }

    private static RequestBuilder body(String json) {
        return MockMvcRequestBuilders.post("/body")
                .contentType("application/json")
                .content(json);
    }

    record Plain(@RequestParam int size) {}

    record Limit(@RequestParam @Min(1) int size) {}

    record Names(@RequestParam List<@NotBlank String> names) {}

    record Item(@Size(min = 1) String title) {}

    record Draft(String title) {}

    record Bound(@Valid @RequestBody Draft draft) {}

    record Group(String name) {}

    private static WebApplicationContextRunner application(Class<?>... parts) {
        return new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        ValidationAutoConfiguration.class,
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        DependsAutoConfiguration.class))
                .withUserConfiguration(parts);
    }

    private static String answer(WebApplicationContext context, RequestBuilder request) {
        try {
            MockHttpServletResponse response = MockMvcBuilders.webAppContextSetup(context)
                    .build()
                    .perform(request)
                    .andReturn()
                    .getResponse();
            return response.getStatus() == 200
                    ? response.getContentAsString()
                    : response.getContentAsString().replaceFirst("(?s).*\"errors\":(.*)}", "$1");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static final class NothingToValidate implements Supplier<String> {

        @Override
        public String get() {
            List<String> answers = new ArrayList<>();
            application(WithoutUses.class)
                    .run(context -> answers.add(answer(context, MockMvcRequestBuilders.get("/plain?size=7"))));
            application(Unconstrained.class).run(context -> {
                answers.add(answer(context, MockMvcRequestBuilders.get("/page?size=7")));
                answers.add(answer(context, MockMvcRequestBuilders.get("/page?size=x")));
            });
            return String.join(" / ", answers);
        }
    }

    static final class UncheckedConstraints implements Supplier<String> {

        @Override
        public String get() {
            List<String> reports = new ArrayList<>();
            application(Limits.class, Constrained.class, Groups.class)
                    .run(context -> reports.add(StartReport.of(context.getStartupFailure())));
            return reports.get(0);
        }
    }

    static final class WithoutExpressions implements Supplier<String> {

        @Override
        public String get() {
            List<String> answers = new ArrayList<>();
            for (Class<?> validator : List.of(Limits.class, OwnValidator.class)) {
                application(Limits.class, validator)
                        .run(context -> answers.add(answer(
                                context,
                                MockMvcRequestBuilders.get("/limit?size=0").locale(Locale.ENGLISH))));
            }
            return String.join(" / ", answers);
        }
    }

    @RestController
    static class WithoutUses {

        @GetMapping("/plain")
        String plain(@RequestParam int size) {
            return "plain " + size;
        }
    }

    @RestController
    static class Unconstrained {

        @GetMapping("/page")
        String page(@Depends Plain page) {
            return "page " + page.size();
        }
    }

    @RestController
    static class Limits {

        @GetMapping("/limit")
        String limit(@Depends Limit limit) {
            return "limit";
        }
    }

    @RestController
    static class Given {

        @GetMapping("/given")
        String given(@Depends @NotNull Plain page, @RequestParam int other) {
            return "given";
        }

        @GetMapping("/by-spring")
        String bySpring(@Depends Plain page, @RequestParam @Min(1) int other) {
            return "by Spring";
        }
    }

    @RestController
    static class Bodies {

        @PostMapping("/body")
        String body(@Depends Bound bound) {
            return bound.draft().title();
        }
    }

    @Component
    static class Groups {

        @Dependency
        Group group(@Valid @RequestBody Item item) {
            return new Group(item.title());
        }
    }

    @RestController
    static class Constrained {

        @GetMapping("/names")
        String names(@Depends Names names) {
            return "names";
        }

        @GetMapping("/own")
        String own(@Depends Plain page, @RequestParam @Min(1) int own) {
            return "own";
        }

        @PostMapping("/group")
        String group(@Depends Group group) {
            return group.name();
        }

        @GetMapping("/without")
        String without(@RequestParam @Min(1) int own) {
            return "without";
        }
    }

    static class OwnValidator {

        @Bean
        Validator validator() {
            return Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();
        }
    }

    static class SpringValidator implements WebMvcConfigurer {

        @Override
        public org.springframework.validation.Validator getValidator() {
            return new org.springframework.validation.Validator() {
                @Override
                public boolean supports(Class<?> type) {
                    return true;
                }

                @Override
                public void validate(Object target, Errors errors) {
                    if (target instanceof Draft draft && draft.title().isEmpty()) {
                        errors.rejectValue("title", "blank", "is blank");
                    }
                }
            };
        }
    }
}
