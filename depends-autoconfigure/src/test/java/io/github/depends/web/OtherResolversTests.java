package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.PrintWriter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.SortDefault;
import org.springframework.http.HttpEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Parameters that resolvers of other libraries and of the application take, in records as in methods. */
class OtherResolversTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(App.Neighbour.SPRING_DATA_WEB, Resolvers.class, Methods.class, Home.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/record/page, '?page=2&size=3', 2 3 UNSORTED",
        "/record/page, '', 0 20 UNSORTED",
        "/method/page, '?page=2&size=3', 2 3 UNSORTED",
        "/class/page, '?page=2&size=3', 2 3 UNSORTED",
        "/record/preset, '', 0 7 name: ASC",
        "/record/preset, '?size=8&sort=age,desc', 0 8 age: DESC",
        "/method/preset, '', 0 7 name: ASC",
        "/record/two, '?first_page=1&second_page=2', 1 2",
        "/method/two, '?first_page=1&second_page=2', 1 2",
        "/record/sort, '?sort=a,desc', a: DESC",
        "/record/sort, '', b: ASC",
        "/record/generic, '?page=4', 4",
        "/record/told, '', '[Told(Told,int)] java.util.List<T> Told told true'",
        "/class/told, '', '[ToldClass(Told,int)] java.util.List<java.lang.String> ToldClass told true'",
        "/record/filters, '?a=1', {a=1}",
        "/method/filters, '?a=1', {a=1}",
        "/record/object, '', of the mark",
        "/record/variable, '', of the mark",
        "/record/entity, '', signed"
    })
    void takesThemInRecordsAsInMethods(String path, String query, String body) {
        assertThat(app.get(path + query).body()).isEqualTo(body);
    }

    @Test
    void refusesWhatNobodyTakes() {
        assertThat(StartReport.faults(App.failure(Unmarked.class)))
                .extracting(fault -> fault.replaceFirst(" \\| at .*", ""))
                .containsExactly(
                        "'Plain', used by Unmarked.get(Plain, OfClass, Variable, Bounded, Known, Text, Filtered, Upload, Answer), cannot be made: nothing says where its parameter 'value' comes from, no @Dependency method returns Plain, and no bean has this type.",
                        "'OfClass', used by Unmarked.get(Plain, OfClass, Variable, Bounded, Known, Text, Filtered, Upload, Answer), cannot be made: nothing says where its parameter 'value' comes from.",
                        "'Variable<?>', used by Unmarked.get(Plain, OfClass, Variable, Bounded, Known, Text, Filtered, Upload, Answer), takes T value, and nothing says what T is.",
                        "'Bounded<?>', used by Unmarked.get(Plain, OfClass, Variable, Bounded, Known, Text, Filtered, Upload, Answer), takes T value, and nothing says what T is.",
                        "'Known<?>', used by Unmarked.get(Plain, OfClass, Variable, Bounded, Known, Text, Filtered, Upload, Answer), takes T value, and nothing says what T is.",
                        "'Unmarked.text', used by Unmarked.get(Plain, OfClass, Variable, Bounded, Known, Text, Filtered, Upload, Answer), cannot be made: nothing says where its parameter 'value' comes from.",
                        "Parameter 1 (Filters filters) of Filtered(Filters) is a Filters, which belongs to the controller method.",
                        "Parameter 1 (ServletInputStream stream) of Upload(ServletInputStream) is a raw stream, which belongs to the controller method.",
                        "Parameter 1 (PrintWriter writer) of Answer(PrintWriter) is a raw stream, which belongs to the controller method.");
    }

    @Test
    void refusesWhatAResolverCouldNeverFill() {
        assertThat(StartReport.faults(App.failure(App.Neighbour.SPRING_DATA_WEB, Unfillable.class)))
                .extracting(fault -> fault.replaceFirst(" \\| at .* \\| =>", " =>"))
                .containsExactly(
                        "Parameter 1 (Pageable a) of Ambiguous(Pageable, Pageable) cannot be filled: Ambiguous Pageable arguments in handler method; If you use multiple parameters of type Pageable you need to qualify them with @Qualifier. => Correct the annotations of the parameter.",
                        "Parameter 2 (Pageable b) of Ambiguous(Pageable, Pageable) cannot be filled: Ambiguous Pageable arguments in handler method; If you use multiple parameters of type Pageable you need to qualify them with @Qualifier. => Correct the annotations of the parameter.",
                        "Parameter 1 (Pageable a) of Same(Pageable, Pageable) cannot be filled: Values of the user Qualifiers must be unique. => Correct the annotations of the parameter.",
                        "Parameter 2 (Pageable b) of Same(Pageable, Pageable) cannot be filled: Values of the user Qualifiers must be unique. => Correct the annotations of the parameter.",
                        "Parameter 1 (BindingResult errors) of Alone(BindingResult) takes the faults of the parameter before it, but that has none. => Put it right behind a parameter with @ModelAttribute, @RequestBody or @RequestPart.",
                        "Parameter 2 (Errors errors) of Behind(int, Errors) takes the faults of the parameter before it, but that has none. => Put it right behind a parameter with @ModelAttribute, @RequestBody or @RequestPart.",
                        "Parameter 1 (Errors errors) of Unfillable.text(Errors) takes the faults of the parameter before it, but that has none. => Put it right behind a parameter with @ModelAttribute, @RequestBody or @RequestPart.");
    }

    record Listing(Pageable page) {}

    record Preset(@PageableDefault(size = 7, sort = "name") Pageable page) {}

    record Two(
            @Qualifier("first") Pageable first,
            @Qualifier("second") Pageable second) {}

    record Sorted(@SortDefault("b") Sort sort) {}

    record Generic<T>(Pageable page, @Mark T value) {}

    record Told<T>(
            @Mark List<T> told, @Depends(name = "number") int other) {}

    record Filtered(Filters filters) {}

    record Marked(@Mark Object value) {}

    record MarkedVariable<T>(@Mark T value) {}

    static final class PageClass {

        private final Pageable page;

        @Dependency
        private PageClass(Pageable page) {
            this.page = page;
        }
    }

    static class ToldClass {

        private final List<String> told;

        @Dependency
        ToldClass(@Mark List<String> told, @Depends(name = "number") int other) {
            this.told = told;
        }
    }

    record Guarded(String by) {}

    static class Filters extends LinkedHashMap<String, String> {}

    static class Signed extends HttpEntity<String> {

        Signed(String body) {
            super(body);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Mark {}

    @Component
    static class Resolvers implements WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new OfFilters());
            resolvers.add(new OfMark());
            resolvers.add(new OfSigned());
        }
    }

    private static class OfFilters implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Filters.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            Filters filters = new Filters();
            request.getParameterNames().forEachRemaining(name -> filters.put(name, request.getParameter(name)));
            return filters;
        }
    }

    private static class OfSigned implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Signed.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return new Signed("signed");
        }
    }

    /** Looks at the method of a parameter, as resolvers do that were written for methods. */
    private static class OfMark implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter
                    .getMethod()
                    .getParameters()[parameter.getParameterIndex()]
                    .isAnnotationPresent(Mark.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            if (parameter.getParameterType() != List.class) {
                return "of the mark";
            }
            Method method = parameter.getMethod();
            return List.of(
                    "[" + method.getName() + "(Told," + method.getParameterTypes()[1] + ")]",
                    method.getGenericParameterTypes()[0].getTypeName(),
                    method.getReturnType().getSimpleName(),
                    method.getParameters()[0].getName(),
                    "" + method.equals(parameter.getMethod()));
        }
    }

    @Component
    static class Methods {

        @Dependency
        static Integer number() {
            return 1;
        }

        @Dependency(name = "page")
        String page(Pageable page) {
            return shown(page);
        }

        @Dependency(name = "preset")
        String preset(@PageableDefault(size = 7, sort = "name") Pageable page) {
            return shown(page);
        }

        @Dependency(name = "two")
        String two(@Qualifier("first") Pageable first, @Qualifier("second") Pageable second) {
            return first.getPageNumber() + " " + second.getPageNumber();
        }

        @Dependency(name = "filters")
        String filters(Filters filters) {
            return filters.toString();
        }

        @Dependency(guard = true)
        Guarded guarded(Signed signed) {
            return new Guarded(signed.getBody());
        }
    }

    private static String shown(Pageable page) {
        return page.getPageNumber() + " " + page.getPageSize() + " " + page.getSort();
    }

    @RestController
    static class Home {

        @GetMapping("/record/page")
        String page(@Depends Listing listing) {
            return shown(listing.page());
        }

        @GetMapping("/method/page")
        String pageOfMethod(@Depends(name = "page") String page) {
            return page;
        }

        @GetMapping("/class/page")
        String pageOfClass(@Depends PageClass page) {
            return shown(page.page);
        }

        @GetMapping("/record/preset")
        String preset(@Depends Preset preset) {
            return shown(preset.page());
        }

        @GetMapping("/method/preset")
        String presetOfMethod(@Depends(name = "preset") String page) {
            return page;
        }

        @GetMapping("/record/two")
        String two(@Depends Two two) {
            return two.first().getPageNumber() + " " + two.second().getPageNumber();
        }

        @GetMapping("/method/two")
        String twoOfMethod(@Depends(name = "two") String two) {
            return two;
        }

        @GetMapping("/record/sort")
        String sort(@Depends Sorted sorted) {
            return sorted.sort().toString();
        }

        @GetMapping("/record/generic")
        String generic(@Depends Generic<String> generic) {
            return "" + generic.page().getPageNumber();
        }

        @GetMapping("/record/told")
        String told(@Depends Told<String> told) {
            return String.join(" ", told.told());
        }

        @GetMapping("/class/told")
        String toldOfClass(@Depends ToldClass told) {
            return String.join(" ", told.told);
        }

        @GetMapping("/record/filters")
        String filters(@Depends Filtered filtered) {
            return filtered.filters().toString();
        }

        @GetMapping("/method/filters")
        String filtersOfMethod(@Depends(name = "filters") String filters) {
            return filters;
        }

        @GetMapping("/record/object")
        String object(@Depends Marked marked) {
            return marked.value().toString();
        }

        @GetMapping("/record/variable")
        String variable(@Depends MarkedVariable<String> marked) {
            return marked.value();
        }

        @GetMapping("/record/entity")
        String entity(@Depends Guarded guarded) {
            return guarded.by();
        }
    }

    record Plain(Object value) {}

    static class OfClass {

        @Dependency
        OfClass(Object value) {}
    }

    record Variable<T>(T value) {}

    record Bounded<T extends Map<String, String>>(T value) {}

    record Known<T extends HttpServletRequest>(T value) {}

    record Text(String text) {}

    record Ambiguous(Pageable a, Pageable b) {}

    record Same(@Qualifier("a") Pageable a, @Qualifier("a") Pageable b) {}

    record Alone(BindingResult errors) {}

    record Behind(@RequestParam int number, Errors errors) {}

    @RestController
    static class Unfillable {

        @Dependency
        Text text(Errors errors) {
            return new Text(errors.getObjectName());
        }

        @GetMapping("/unfillable")
        void get(
                @Depends Ambiguous ambiguous,
                @Depends Same same,
                @Depends Alone alone,
                @Depends Behind behind,
                @Depends Text text) {}
    }

    record Upload(ServletInputStream stream) {}

    record Answer(PrintWriter writer) {}

    @RestController
    static class Unmarked {

        @Dependency
        Text text(Object value, Locale locale) {
            return new Text(value + locale.toString());
        }

        @GetMapping("/unmarked")
        void get(
                @Depends Plain plain,
                @Depends OfClass ofClass,
                @Depends Variable<?> variable,
                @Depends Bounded<?> bounded,
                @Depends Known<?> known,
                @Depends Text text,
                @Depends Filtered filters,
                @Depends Upload upload,
                @Depends Answer answer) {}
    }
}
