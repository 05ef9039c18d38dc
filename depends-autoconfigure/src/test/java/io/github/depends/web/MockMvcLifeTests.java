package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.depends.testing.App;
import io.github.depends.web.LifeMatrixTests.Row;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What yields see in MockMvc, with the library's filter and without: the rows of the matrix that need no container. */
class MockMvcLifeTests {

    private static final List<String> KINDS =
            LifeMatrixTests.at(LifeMatrixTests.DIRECT, LifeMatrixTests.DEFERRED, LifeMatrixTests.STREAMED);

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start((Object[]) LifePages.PARTS);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    static Stream<Arguments> cells() {
        return combined(
                row -> !row.events().contains("error page"), kind -> KINDS.contains(kind) || kind.equals("view"));
    }

    static Stream<Arguments> cellsWithErrorPage() {
        return combined(row -> row.events().contains("error page, "), kind -> !LifeMatrixTests.STREAMED.contains(kind));
    }

    private static Stream<Arguments> combined(Predicate<Row> rows, Predicate<String> kinds) {
        return Stream.of(true, false)
                .flatMap(filter -> LifeMatrixTests.ROWS.stream()
                        .filter(rows)
                        .flatMap(row -> row.kinds().stream()
                                .filter(kinds)
                                .map(kind -> Arguments.of(filter, kind, row.query(), row))));
    }

    @ParameterizedTest(name = "filter {0}, {1}, {2}")
    @MethodSource("cells")
    void everyYieldIsCompletedAndClosed(boolean filter, String kind, String query, Row row) throws Exception {
        app.events().clear();

        assertThat(status(filter, kind, query)).isEqualTo(row.status());
        assertThat(String.join(", ", app.events().list())).isEqualTo(row.events());
    }

    // No error page follows in MockMvc, and nobody destroys the request.
    @ParameterizedTest(name = "filter {0}, {1}, {2}")
    @MethodSource("cellsWithErrorPage")
    void everyYieldIsClosedWithoutAnErrorPage(boolean filter, String kind, String query, Row row) throws Exception {
        app.events().clear();

        try {
            assertThat(status(filter, kind, query)).isEqualTo(row.status());
        } catch (ServletException | IOException thrown) {
            assertThat(row.status()).isEqualTo(500);
        }

        String events = row.events().replace("error page, ", "");
        assertThat(String.join(", ", app.events().list()))
                .isEqualTo(filter ? events : events.replace("failure ServletException", "failure render"));
    }

    private static int status(boolean filter, String kind, String query) throws Exception {
        MockMvc mvc = mvc(filter);
        MvcResult result = mvc.perform(get(URI.create("/" + LifeMatrixTests.path(kind) + LifeMatrixTests.query(query)))
                        .header("Accept", LifeMatrixTests.accept(kind, query)))
                .andReturn();
        if (result.getRequest().isAsyncStarted()) {
            assertThat(app.events().list()).doesNotContain("a close");
            result = mvc.perform(asyncDispatch(result)).andReturn();
        }
        return result.getResponse().getStatus();
    }

    private static MockMvc mvc(boolean filter) {
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup((WebApplicationContext) app.context());
        if (filter) {
            builder.addFilters((Filter) app.context()
                    .getBean("requestDependenciesFilter", FilterRegistrationBean.class)
                    .getFilter());
        }
        return builder.build();
    }
}
