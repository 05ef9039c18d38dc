package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.resolution.OverdueYields;
import io.github.depends.testing.App;
import io.github.depends.testing.Jetty;
import io.github.depends.web.DispatchPages.Kind;
import io.github.depends.web.DispatchPages.Ledger;
import io.github.depends.web.DispatchPages.Passing;
import io.github.depends.web.DispatchPages.Starter;
import io.github.depends.web.DispatchPages.Step;
import io.github.depends.web.DispatchPages.Way;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * All ways in which a request can be dispatched to an endpoint, combined: whoever starts the dispatch, however, with
 * whatever requests, responses and attributes, each yield is closed exactly once, and not before all who could use it
 * have ended.
 */
class DispatchCatalogueTests {

    @ParameterizedTest
    @CsvSource({"TOMCAT, 7265", "JETTY, 6125"})
    void eachYieldIsClosedOnceHoweverTheRequestIsDispatched(Server server, int cells) throws Exception {
        try (App app = server.start()) {
            List<Cell> all = Cell.all(server);
            Map<Cell, Integer> statuses = new LinkedHashMap<>();
            for (Cell cell : all) {
                statuses.put(cell, cell.get(app.port()));
            }
            List<String> faults = statuses.entrySet().stream()
                    .flatMap(answered -> answered.getKey().faults(app.bean(Ledger.class), answered.getValue()))
                    .toList();

            assertThat(faults).isEmpty();
            assertThat(app.bean(Ledger.class).faults()).isEmpty();
            assertThat(new OverdueYields(app.bean(RequestDependencies.class)::tellOpen, Duration.ZERO).open())
                    .isZero();
            assertThat(all).hasSize(cells);
        }
    }

    @Test
    void eachYieldIsClosedOnceInMockMvc() throws Exception {
        try (App app = Server.TOMCAT.start()) {
            List<String> faults = new ArrayList<>();
            int cells = 0;
            for (boolean filter : new boolean[] {true, false}) {
                for (Cell cell : Cell.all(Server.TOMCAT)) {
                    if (cell.worksInMockMvc()) {
                        cells++;
                        faults.addAll(cell.mock(app, filter));
                    }
                }
            }

            assertThat(faults).isEmpty();
            // Where MockMvc has no filter of ours, or cannot see it, other filters end after the release.
            assertThat(app.bean(Ledger.class).faults())
                    .allMatch(fault -> fault.contains(" is closed before the dispatch "));
            assertThat(new OverdueYields(app.bean(RequestDependencies.class)::tellOpen, Duration.ZERO).open())
                    .isZero();
            assertThat(cells).isEqualTo(114);
        }
    }

    /** A request: the dispatches that lead to the endpoint, and what that returns. */
    record Cell(Server server, List<Step> steps, Kind kind) {

        private static final Set<Starter> INNER =
                EnumSet.of(Starter.SERVLET, Starter.PLAIN, Starter.PLANNED, Starter.INTERCEPTOR);

        /** What MockMvc does not take from one dispatch of an asynchronous request to the next. */
        private static final Set<Passing> LOST_IN_MOCK_MVC =
                EnumSet.of(Passing.OWN_ATTRIBUTES, Passing.BOTH_WRAPPED, Passing.HIDDEN_RESPONSE);

        private static final Set<Way> NESTED = EnumSet.of(Way.FORWARD, Way.INCLUDE);

        static List<Cell> all(Server server) {
            List<List<Step>> routes = new ArrayList<>(List.of(List.of()));
            for (Step first : steps(EnumSet.allOf(Starter.class), EnumSet.allOf(Way.class))) {
                routes.add(List.of(first));
                if (NESTED.contains(first.way()) && first.passing() == Passing.AS_IS) {
                    steps(INNER, NESTED).forEach(second -> routes.add(List.of(first, second)));
                }
            }
            return routes.stream()
                    .flatMap(route -> Arrays.stream(Kind.values()).map(kind -> new Cell(server, route, kind)))
                    .filter(Cell::makesSense)
                    .toList();
        }

        private static List<Step> steps(Set<Starter> starters, Set<Way> ways) {
            return starters.stream()
                    .flatMap(starter -> ways.stream()
                            .flatMap(way ->
                                    Arrays.stream(Passing.values()).map(passing -> new Step(starter, way, passing))))
                    .toList();
        }

        private boolean makesSense() {
            return steps.stream().allMatch(this::isPossible)
                    && !(kind.asynchronous() && steps.stream().anyMatch(this::losesWhatSpringWaitsFor));
        }

        private boolean isPossible(Step step) {
            return switch (step.way()) {
                // Only filters have a chain to go on with.
                case CHAIN -> step.starter().isFilter();
                // An error page gets the container's own request and response; Jetty finds it by an attribute.
                case ERROR ->
                    step.passing() == Passing.AS_IS
                            || step.passing() == Passing.WITHOUT_ATTRIBUTES && server == Server.TOMCAT;
                // Jetty dispatches only what wraps its own request and response.
                case FORWARD, INCLUDE, ASYNC -> step.passing() != Passing.HIDDEN_RESPONSE || server == Server.TOMCAT;
            };
        }

        // Spring MVC keeps in an attribute what an asynchronous request waits for, and the container goes on with the
        // includer of an endpoint. Where that is not Spring MVC, or the attribute is gone, the endpoint is called again
        // and again.
        private boolean losesWhatSpringWaitsFor(Step step) {
            boolean bySpring = EnumSet.of(Starter.PLAIN, Starter.PLANNED, Starter.INTERCEPTOR)
                    .contains(step.starter());
            return step.passing() == Passing.REMOVED_INSIDE
                    || step.way() == Way.INCLUDE && (!bySpring || step.passing() == Passing.WITHOUT_ATTRIBUTES);
        }

        /** Sends the request and returns the status, 0 if there is none. */
        int get(int port) throws IOException {
            try (Socket socket = new Socket("localhost", port)) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write(("GET " + target(toString()) + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
            }
        }

        Stream<String> faults(Ledger ledger, int status) {
            // Called again without attributes, an asynchronous endpoint succeeds the second time only.
            boolean again = kind.asynchronous()
                    && steps.stream().anyMatch(step -> step.passing() == Passing.WITHOUT_ATTRIBUTES);
            return ledger.awaitClosed(toString(), planned(), status == 200 && !again).stream();
        }

        /** Whether MockMvc, which forwards, includes and sends to error pages nothing, can serve it. */
        boolean worksInMockMvc() {
            return steps.stream()
                    .allMatch(step -> step.way() == Way.CHAIN
                            && step.starter() == Starter.INNER_FILTER
                            && step.passing() != Passing.WITHOUT_ATTRIBUTES // MockMvc needs one of its own
                            && !(kind.asynchronous() && LOST_IN_MOCK_MVC.contains(step.passing())));
        }

        List<String> mock(App app, boolean filter) throws Exception {
            MockMvc mvc = mvc(app, filter);
            String id = "MOCK" + filter + path();
            try {
                MvcResult result =
                        mvc.perform(MockMvcRequestBuilders.get(target(id))).andReturn();
                if (result.getRequest().isAsyncStarted()) {
                    mvc.perform(MockMvcRequestBuilders.asyncDispatch(result));
                }
            } catch (Exception thrown) {
                // Of the endpoint, or of MockMvc, which misses its own attribute after all were removed.
            }
            return app.bean(Ledger.class).awaitClosed(id, planned(), false);
        }

        private static MockMvc mvc(App app, boolean filter) {
            DefaultMockMvcBuilder mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) app.context());
            Stream.of("requestDependenciesFilter", "innerFilter")
                    .filter(name -> filter || name.equals("innerFilter"))
                    .map(name -> app.context().getBean(name, FilterRegistrationBean.class))
                    .forEach(registration -> mvc.addFilters((Filter) registration.getFilter()));
            return mvc.build();
        }

        private int planned() {
            return 1
                    + (int) steps.stream()
                            .filter(step -> step.starter() == Starter.PLANNED)
                            .count();
        }

        private String target(String id) {
            String path = path();
            if (steps.stream().noneMatch(step -> step.way() == Way.CHAIN)) {
                return path + "?id=" + id;
            }
            boolean removing = steps.get(0).passing() == Passing.REMOVED_INSIDE;
            return kind.path() + "?chain=" + path + "&id=" + id + (removing ? "&remove=true" : "");
        }

        private String path() {
            return steps.stream().map(Step::path).collect(Collectors.joining()) + kind.path();
        }

        @Override
        public String toString() {
            return server + path();
        }
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start() {
            List<Object> parts = new ArrayList<>(List.of(DispatchPages.PARTS));
            parts.add("logging.level.root=OFF");
            if (this == JETTY) {
                parts.add(Jetty.class);
            }
            return App.start(parts.toArray());
        }
    }
}
