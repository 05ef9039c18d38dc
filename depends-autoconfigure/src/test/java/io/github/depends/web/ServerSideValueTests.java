package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Values that are no parameters of the request hide no other fault, and are told by a name and an honest place. */
class ServerSideValueTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Controller.class, Handling.class, Resolvers.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/session,            session cart missing;query n type",
        "/request-attribute,  request tenant missing;query n type",
        "/matrix/a,           path v missing;query n type",
        "/dependency,         session cart missing;query n type",
        "/constrained,        query n type;request sent Min",
        "/inside,             query n type;request sent.title NotBlank",
        "/constrained-record, request sent Min;query n type",
        "/mistyped,           request sent type;query n type",
        "/parameter,          query own missing;query n type",
    })
    void tellsThemWithTheOthers(String path, String faults) {
        assertThat(faults(app.get(path + "?n=x"))).containsExactly(faults.split(";"));
    }

    @Test
    void tellsConstraintsAboutSeveralParametersWithoutAPlace() {
        assertThat(faults(app.get("/several?n=2&m=1"))).containsExactly("request  Ordered");
        assertThat(faults(app.get("/several-record?n=2&m=1"))).containsExactly("request  Ordered");
    }

    @ParameterizedTest
    @CsvSource({"/handled-session, Missing session attribute", "/handled-attribute, Missing request attribute"})
    void leavesASingleOneToTheApplicationsHandlers(String path, String message) {
        assertThat(app.get(path).body()).startsWith("handled " + message);
    }

    private static List<String> faults(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return java.util.regex.Pattern.compile("\"in\":\"(.*?)\",\"name\":\"(.*?)\",\"code\":\"(.*?)\"")
                .matcher(answer.body())
                .results()
                .map(error -> error.group(1) + " " + error.group(2) + " " + error.group(3))
                .toList();
    }

    record Cart(@SessionAttribute("cart") String value) {}

    record Counted(@Min(1) @Sent int sent) {}

    record Titled(@NotBlank String title) {}

    static class Pair {

        @Dependency
        @Ordered
        Pair(@Min(0) @RequestParam int n, @RequestParam int m) {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Sent {

        String value() default "";
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Order.class)
    @interface Ordered {

        String message() default "is not in order";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @SupportedValidationTarget(ValidationTarget.PARAMETERS)
    static class Order implements ConstraintValidator<Ordered, Object[]> {

        @Override
        public boolean isValid(Object[] arguments, ConstraintValidatorContext context) {
            return false;
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/session")
        String session(@Depends Events events, @SessionAttribute String cart, @RequestParam int n) {
            return cart;
        }

        @GetMapping("/request-attribute")
        String attribute(@Depends Events events, @RequestAttribute("tenant") String name, @RequestParam int n) {
            return name;
        }

        @GetMapping("/matrix/{id}")
        String matrix(@Depends Events events, @MatrixVariable int v, @RequestParam int n) {
            return "matrix";
        }

        @GetMapping("/dependency")
        String dependency(@Depends Cart cart, @RequestParam int n) {
            return cart.value();
        }

        @GetMapping("/constrained")
        String constrained(@Depends Events events, @Min(1) @Sent int sent, @RequestParam int n) {
            return "constrained";
        }

        @GetMapping("/inside")
        String inside(@Depends Events events, @Valid @Sent Titled sent, @Min(1) @RequestParam int n) {
            return "inside";
        }

        @GetMapping("/constrained-record")
        String record(@Depends Counted counted, @RequestParam int n) {
            return "record";
        }

        @GetMapping("/mistyped")
        String mistyped(@Depends Events events, @Sent("type") int sent, @RequestParam int n) {
            return "mistyped";
        }

        @GetMapping("/parameter")
        String parameter(@Depends Events events, @Sent("parameter") int sent, @RequestParam int n) {
            return "parameter";
        }

        @GetMapping("/several-record")
        String severalOfARecord(@Depends(Pair.class) Pair pair) {
            return "several";
        }

        @Ordered
        @GetMapping("/several")
        String several(@Depends Events events, @Min(0) @RequestParam int n, @RequestParam int m) {
            return "several";
        }
    }

    @RestController
    static class Handling {

        @GetMapping("/handled-session")
        String session(@Depends Events events, @SessionAttribute String cart) {
            return cart;
        }

        @GetMapping("/handled-attribute")
        String attribute(@Depends Events events, @RequestAttribute String tenant) {
            return tenant;
        }

        @ExceptionHandler
        String handled(ServletRequestBindingException fault) {
            return "handled " + fault.getMessage();
        }
    }

    static class Resolvers implements WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new Sender());
        }
    }

    static class Sender implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(Sent.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest request,
                WebDataBinderFactory binders)
                throws Exception {
            switch (parameter.getParameterAnnotation(Sent.class).value()) {
                case "type":
                    throw new TypeMismatchException("planted-5ecret", int.class);
                case "parameter":
                    throw new MissingServletRequestParameterException("own", "int");
                default:
                    return parameter.getParameterType() == int.class ? 0 : new Titled("");
            }
        }
    }
}
