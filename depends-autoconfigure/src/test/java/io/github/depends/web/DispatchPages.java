package io.github.depends.web;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What dispatches requests, in every way, as their paths say, and endpoints of every kind that they arrive at. */
@RestController
class DispatchPages {

    static final Class<?>[] PARTS = {DispatchPages.class, Ledger.class, Starters.class, Endpoints.class};

    /** Who dispatches a request. */
    enum Starter {
        OUTER_FILTER,
        INNER_FILTER,
        SERVLET,
        INTERCEPTOR,
        PLAIN,
        PLANNED;

        boolean isFilter() {
            return this == OUTER_FILTER || this == INNER_FILTER;
        }
    }

    /** How a request is dispatched. */
    enum Way {
        CHAIN,
        FORWARD,
        INCLUDE,
        ASYNC,
        ERROR
    }

    /** What is passed on with a request. */
    enum Passing {
        AS_IS,
        OWN_ATTRIBUTES,
        WRAPPED_RESPONSE,
        BOTH_WRAPPED,
        HIDDEN_RESPONSE,
        WITHOUT_ATTRIBUTES,
        REMOVED_INSIDE
    }

    /** What an endpoint returns. */
    enum Kind {
        VALUE,
        NOTHING,
        ENTITY,
        VIEW,
        CALLABLE,
        DEFERRED,
        STAGE,
        STREAM,
        SSE,
        EXCEPTION,
        SEND_ERROR;

        boolean asynchronous() {
            return EnumSet.range(CALLABLE, SSE).contains(this);
        }

        String path() {
            return "/target/" + name();
        }

        /** The status whose error page is the endpoint of this kind. */
        HttpStatus status() {
            return Arrays.stream(HttpStatus.values())
                    .filter(HttpStatus::is4xxClientError)
                    .skip(10L + ordinal())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One dispatch on the way to an endpoint. */
    record Step(Starter starter, Way way, Passing passing) {

        String path() {
            return "/" + starter + "/" + way + "/" + passing;
        }

        /** Whether a request says that a filter, or another who sees each request, is to dispatch it. */
        static boolean begins(Starter starter, String path) {
            return path.startsWith("/" + starter + "/");
        }

        /** Dispatches a request by the first step of its path, and checks that nothing is closed before it returns. */
        static void dispatch(
                String path, Ledger ledger, ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            String[] parts = path.split("/", 5);
            Step step = new Step(Starter.valueOf(parts[1]), Way.valueOf(parts[2]), Passing.valueOf(parts[3]));
            String id = request.getParameter("id");
            try {
                step.dispatch("/" + parts[4], (HttpServletRequest) request, (HttpServletResponse) response, chain);
            } finally {
                if (step.starter != Starter.OUTER_FILTER) {
                    ledger.nothingIsClosed(id, step);
                }
            }
        }

        private void dispatch(String to, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest passed =
                    EnumSet.of(Passing.OWN_ATTRIBUTES, Passing.BOTH_WRAPPED).contains(passing)
                            ? new OwnAttributes(request)
                            : request;
            HttpServletResponse answer = answer(response);
            if (passing == Passing.WITHOUT_ATTRIBUTES) {
                removeAttributes(request);
            }
            try {
                switch (way) {
                    case CHAIN -> chain.doFilter(passed, answer);
                    case FORWARD -> request.getRequestDispatcher(inside(to)).forward(passed, answer);
                    case INCLUDE -> request.getRequestDispatcher(inside(to)).include(passed, answer);
                    case ASYNC -> request.startAsync(passed, answer).dispatch(inside(to));
                    case ERROR ->
                        response.sendError(Kind.valueOf(to.substring(to.lastIndexOf('/') + 1))
                                .status()
                                .value());
                }
            } finally {
                if (passing == Passing.WITHOUT_ATTRIBUTES) {
                    removeAttributes(request);
                }
            }
        }

        private String inside(String to) {
            return passing == Passing.REMOVED_INSIDE ? to + "?remove=true" : to;
        }

        private HttpServletResponse answer(HttpServletResponse response) {
            return switch (passing) {
                case WRAPPED_RESPONSE, BOTH_WRAPPED -> new HttpServletResponseWrapper(response);
                case HIDDEN_RESPONSE -> hidden(response);
                default -> response;
            };
        }

        private static HttpServletResponse hidden(HttpServletResponse response) {
            return (HttpServletResponse) Proxy.newProxyInstance(
                    DispatchPages.class.getClassLoader(),
                    new Class<?>[] {HttpServletResponse.class},
                    (proxy, method, arguments) -> {
                        try {
                            return method.invoke(response, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }

    static void removeAttributes(ServletRequest request) {
        Collections.list(request.getAttributeNames()).forEach(request::removeAttribute);
    }

    /** A request that keeps what is set on it, and shows what is set on the request below. */
    static final class OwnAttributes extends HttpServletRequestWrapper {

        private final Map<String, Object> own = new HashMap<>();

        OwnAttributes(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Object getAttribute(String name) {
            return own.containsKey(name) ? own.get(name) : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, Object value) {
            own.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            own.put(name, null);
        }
    }

    /** Yields that were opened, by the request, and what was wrong with the end of any. */
    @Component
    static class Ledger {

        private final Map<String, List<Probe>> probes = new LinkedHashMap<>();
        private final List<String> faults = new ArrayList<>();

        synchronized Probe open(String id) {
            Probe probe = new Probe(this, id);
            probes.computeIfAbsent(id, any -> new ArrayList<>()).add(probe);
            return probe;
        }

        synchronized void close(Probe probe) {
            if (probe.closed) {
                faults.add(probe.id + " is closed twice");
            }
            probe.closed = true;
            notifyAll();
        }

        synchronized void use(Probe probe) {
            if (probe.closed) {
                faults.add(probe.id + " is closed before its endpoint has ended");
            }
        }

        synchronized void nothingIsClosed(String id, Step step) {
            if (probes.getOrDefault(id, List.of()).stream().anyMatch(probe -> probe.closed)) {
                faults.add(id + " is closed before the dispatch " + step.path() + " has ended");
            }
        }

        synchronized List<String> faults() {
            return List.copyOf(faults);
        }

        /** Waits until all yields of a request are closed, twelve seconds at most; tells what is wrong. */
        synchronized List<String> awaitClosed(String id, int expected, boolean success) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(12); // servers are given ten for their error page
            while (!closed(id) && System.nanoTime() < end) {
                try {
                    wait(1 + TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
            List<Probe> opened = probes.getOrDefault(id, List.of());
            if (opened.size() < expected) {
                return List.of(id + " opened " + opened.size() + " of " + expected);
            }
            if (success && opened.stream().anyMatch(probe -> !probe.succeeded)) {
                return List.of(id + " is answered as a success, and its yields are told of a failure");
            }
            return closed(id) ? List.of() : List.of(id + " is not closed");
        }

        private boolean closed(String id) {
            return probes.getOrDefault(id, List.of()).stream().allMatch(probe -> probe.closed);
        }
    }

    /** What a yield opens. */
    static final class Probe {

        private final Ledger ledger;
        private final String id;
        private boolean succeeded;
        private boolean closed;

        private Probe(Ledger ledger, String id) {
            this.ledger = ledger;
            this.id = id;
        }

        String use() {
            ledger.use(this);
            return "used";
        }
    }

    private final Ledger ledger;

    DispatchPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @Dependency
    Yield<Probe> probe(HttpServletRequest request) {
        return Yield.open(() -> ledger.open(request.getParameter("id")))
                .onOutcome((probe, outcome) -> probe.succeeded = outcome.succeeded())
                .onClose(ledger::close);
    }

    @RequestMapping("/PLAIN/{*rest}")
    void plain(@PathVariable String rest, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Step.dispatch("/PLAIN" + rest, ledger, request, response, null);
    }

    @RequestMapping("/PLANNED/{*rest}")
    void planned(
            @PathVariable String rest, @Depends Probe probe, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        try {
            Step.dispatch("/PLANNED" + rest, ledger, request, response, null);
        } finally {
            probe.use();
        }
    }

    @RequestMapping("/INTERCEPTOR/{*rest}")
    void intercepted() {}

    /** Endpoints of every kind. */
    @RestController
    @RequestMapping("/target")
    static class Endpoints {

        @GetMapping("/VALUE")
        String value(@Depends Probe probe, HttpServletRequest request) {
            return handled(probe, request);
        }

        @GetMapping("/NOTHING")
        void nothing(@Depends Probe probe, HttpServletRequest request) {
            handled(probe, request);
        }

        @GetMapping("/ENTITY")
        ResponseEntity<String> entity(@Depends Probe probe, HttpServletRequest request) {
            return ResponseEntity.ok(handled(probe, request));
        }

        @GetMapping("/VIEW")
        View view(@Depends Probe probe, HttpServletRequest request) {
            handled(probe, request);
            return (model, rendered, response) -> response.getOutputStream().write(bytes(probe));
        }

        @GetMapping("/CALLABLE")
        Callable<String> callable(@Depends Probe probe, HttpServletRequest request) {
            handled(probe, request);
            return probe::use;
        }

        @GetMapping("/DEFERRED")
        DeferredResult<String> deferred(@Depends Probe probe, HttpServletRequest request) {
            handled(probe, request);
            DeferredResult<String> result = new DeferredResult<>();
            CompletableFuture.runAsync(() -> result.setResult(probe.use()));
            return result;
        }

        @GetMapping("/STAGE")
        CompletionStage<String> stage(@Depends Probe probe, HttpServletRequest request) {
            handled(probe, request);
            return CompletableFuture.supplyAsync(probe::use);
        }

        @GetMapping("/STREAM")
        StreamingResponseBody stream(@Depends Probe probe, HttpServletRequest request) {
            handled(probe, request);
            return output -> output.write(bytes(probe));
        }

        @GetMapping("/SSE")
        SseEmitter events(@Depends Probe probe, HttpServletRequest request) {
            handled(probe, request);
            SseEmitter emitter = new SseEmitter();
            CompletableFuture.runAsync(() -> {
                try {
                    emitter.send(probe.use());
                    emitter.complete();
                } catch (IOException failed) {
                    emitter.completeWithError(failed);
                }
            });
            return emitter;
        }

        @GetMapping("/EXCEPTION")
        String exception(@Depends Probe probe, HttpServletRequest request) {
            throw new IllegalStateException(handled(probe, request));
        }

        @GetMapping("/SEND_ERROR")
        void sendError(@Depends Probe probe, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            handled(probe, request);
            response.sendError(418);
        }

        private static String handled(Probe probe, HttpServletRequest request) {
            if (request.getParameter("remove") != null) {
                removeAttributes(request);
            }
            return probe.use();
        }

        private static byte[] bytes(Probe probe) {
            return probe.use().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Filters, a servlet and an interceptor. */
    static class Starters implements WebMvcConfigurer, HandlerInterceptor, ErrorPageRegistrar {

        private final Ledger ledger;

        Starters(Ledger ledger) {
            this.ledger = ledger;
        }

        @Bean
        FilterRegistrationBean<Filter> outerFilter() {
            FilterRegistrationBean<Filter> filter = filter(Starter.OUTER_FILTER);
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        @Bean
        FilterRegistrationBean<Filter> innerFilter() {
            return filter(Starter.INNER_FILTER);
        }

        private FilterRegistrationBean<Filter> filter(Starter starter) {
            return new FilterRegistrationBean<>((request, response, chain) -> {
                String wrapping = request.getParameter("chain");
                String path = wrapping == null ? ((HttpServletRequest) request).getRequestURI() : wrapping;
                if (request.getDispatcherType() != DispatcherType.REQUEST || !Step.begins(starter, path)) {
                    chain.doFilter(request, response);
                } else {
                    Step.dispatch(path, ledger, request, response, chain);
                }
            });
        }

        @Bean
        ServletRegistrationBean<HttpServlet> servlet() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void service(HttpServletRequest request, HttpServletResponse response)
                                throws ServletException, IOException {
                            Step.dispatch(path(request), ledger, request, response, null);
                        }
                    },
                    "/SERVLET/*");
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws Exception {
            String path = path(request);
            if (request.getDispatcherType() == DispatcherType.ASYNC || !Step.begins(Starter.INTERCEPTOR, path)) {
                return true;
            }
            Step.dispatch(path, ledger, request, response, null);
            return false;
        }

        @Override
        public void registerErrorPages(org.springframework.boot.web.error.ErrorPageRegistry registry) {
            for (Kind kind : Kind.values()) {
                registry.addErrorPages(new ErrorPage(kind.status(), kind.path()));
            }
        }

        private static String path(HttpServletRequest request) {
            Object included = request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI);
            return request.getDispatcherType() == DispatcherType.INCLUDE && included instanceof String path
                    ? path
                    : request.getRequestURI();
        }
    }
}
