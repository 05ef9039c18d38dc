package io.github.depends.web;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.Events;
import io.github.depends.testing.Script;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Endpoints of every kind of result, over one yield of the request and one of the function. */
@RestController
class LifePages implements DisposableBean {

    static final Class<?>[] PARTS = {
        LifePages.class, LifePages.Yields.class, LifePages.Views.class, LifePages.Web.class, LifePages.ErrorPage.class
    };

    private static final String BIG = "x".repeat(20_000_000);

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @Override
    public void destroy() {
        executor.shutdownNow();
    }

    @GetMapping("/value")
    Item value(@Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return work.handled().item();
    }

    @GetMapping("/void")
    void nothing(@Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        work.handled().item();
    }

    @GetMapping("/entity")
    ResponseEntity<Item> entity(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return ResponseEntity.ok(work.handled().item());
    }

    @GetMapping("/callable")
    Callable<Item> callable(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return work.handled()::item;
    }

    @GetMapping("/task")
    WebAsyncTask<Item> task(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return new WebAsyncTask<>(work.handled()::item);
    }

    @GetMapping("/task-with-substitute")
    WebAsyncTask<Item> substitute(@Depends(name = "f") String f, @Depends Work work) {
        WebAsyncTask<Item> task = new WebAsyncTask<>(work.handled()::item);
        task.onTimeout(() -> new Item("substitute"));
        return task;
    }

    @GetMapping("/deferred")
    DeferredResult<Item> deferred(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        work.handled();
        DeferredResult<Item> result = new DeferredResult<>();
        executor.execute(() -> {
            try {
                result.setResult(work.item());
            } catch (RuntimeException failure) {
                result.setErrorResult(failure);
            }
        });
        return result;
    }

    @GetMapping("/future")
    CompletableFuture<Item> future(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return CompletableFuture.supplyAsync(work.handled()::item, executor);
    }

    @GetMapping("/entity-of-future")
    ResponseEntity<CompletableFuture<Item>> entityOfFuture(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return ResponseEntity.ok(CompletableFuture.supplyAsync(work.handled()::item, executor));
    }

    @GetMapping("/future-of-entity")
    CompletableFuture<ResponseEntity<Item>> futureOfEntity(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        Work handled = work.handled();
        return CompletableFuture.supplyAsync(() -> ResponseEntity.ok(handled.item()), executor);
    }

    @GetMapping("/mono")
    Mono<Item> mono(@Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return Mono.fromCallable(work.handled()::item).subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/flux")
    Flux<Item> flux(@Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return Mono.fromCallable(work.handled()::item).flux();
    }

    @GetMapping("/entity-of-flux")
    ResponseEntity<Flux<Item>> entityOfFlux(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return ResponseEntity.ok(Mono.fromCallable(work.handled()::item).flux());
    }

    @GetMapping("/stream")
    StreamingResponseBody stream(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        work.handled();
        return body -> body.write(work.item().getName().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/entity-of-stream")
    ResponseEntity<StreamingResponseBody> entityOfStream(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        work.handled();
        return ResponseEntity.ok(body -> body.write(work.item().getName().getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping("/emitter")
    ResponseBodyEmitter emitter(
            @Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        return emitting(new ResponseBodyEmitter(), work.handled());
    }

    @GetMapping("/sse")
    SseEmitter sse(@Depends(name = "f") String f, @Depends Work work, @RequestParam(defaultValue = "1") int n) {
        SseEmitter emitter = new SseEmitter();
        emitting(emitter, work.handled());
        return emitter;
    }

    private ResponseBodyEmitter emitting(ResponseBodyEmitter emitter, Work work) {
        executor.execute(() -> {
            try {
                work.awaitTheEndOfTheFunction();
                emitter.send(work.item());
                emitter.complete();
            } catch (Exception failure) {
                emitter.completeWithError(failure);
            }
        });
        return emitter;
    }

    @GetMapping("/hidden")
    Object hidden(@Depends(name = "bound") String bound, @RequestParam(defaultValue = "") String kind) {
        return switch (kind) {
            case "callable" -> (Callable<String>) () -> "late";
            case "future" -> CompletableFuture.completedFuture("late");
            case "sse" -> new SseEmitter();
            default -> "now";
        };
    }

    @GetMapping("/uncaught")
    String uncaught(@Depends(name = "f") String f, @Depends Work work) throws IOException {
        work.handled();
        throw new IOException("uncaught");
    }

    @GetMapping("/send-error")
    void sendError(@Depends(name = "f") String f, @Depends Work work, HttpServletResponse response) throws IOException {
        work.handled();
        response.sendError(418, "teapot");
    }

    @GetMapping("/include")
    void include(
            @Depends(name = "f") String f, @Depends Work work, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        work.handled();
        request.getRequestDispatcher("/inner").include(request, response);
    }

    @GetMapping("/inner")
    String inner(@Depends(name = "inside") String inside, @Depends Script script) {
        script.at("inner");
        return "inner";
    }

    @GetMapping("/inner-callable")
    Callable<String> innerCallable(@Depends(name = "inside") String inside, @Depends Script script) {
        return () -> {
            script.at("inner");
            return "inner";
        };
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Script.Boom boom) {
        return ResponseEntity.internalServerError().body(Script.text(boom));
    }

    static class Item {

        private final String name;

        Item(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }
    }

    static final class BrokenItem extends Item {

        BrokenItem() {
            super("broken");
        }

        @Override
        public String getName() {
            throw new IllegalStateException("cannot be written");
        }
    }

    /** The part of an endpoint that other threads may do. */
    record Work(
            @Depends Script script,
            @Depends Hang hang,
            @RequestParam(defaultValue = "") String body) {

        Work handled() {
            script.at("handle");
            return this;
        }

        Item item() {
            script.at("work");
            if (body.equals("hang")) {
                hang.here();
                script.at("work ended");
            }
            if (body.equals("big")) {
                return new Item(BIG);
            }
            return body.equals("broken") ? new BrokenItem() : new Item(body.isEmpty() ? "item" : body);
        }

        void awaitTheEndOfTheFunction() {
            script.await("f close");
        }
    }

    /** A place where work hangs until the test lets it go, whatever interrupts it. */
    @Component
    static class Hang {

        private volatile CountDownLatch latch = new CountDownLatch(1);

        void reset() {
            latch = new CountDownLatch(1);
        }

        void go() {
            latch.countDown();
        }

        void here() {
            CountDownLatch held = latch;
            while (true) {
                try {
                    held.await();
                    return;
                } catch (InterruptedException again) {
                    continue;
                }
            }
        }
    }

    @Component
    static class Yields {

        @Dependency
        static Script script(
                @Depends Events events,
                @RequestParam(defaultValue = "") String tag,
                @RequestParam(defaultValue = "") List<String> failing) {
            return new Script(events, tag, failing);
        }

        @Dependency
        Yield<String> a(@Depends Script script) {
            return script.yield("a");
        }

        @Dependency(scope = DependencyScope.FUNCTION)
        Yield<String> f(@Depends(name = "a") String a, @Depends Script script) {
            return script.yield("f");
        }

        @Dependency
        Yield<String> inside(@Depends Script script) {
            return script.yield("i");
        }

        @Dependency(threadBound = true)
        Yield<String> bound(@Depends Script script) {
            return script.yield("t");
        }
    }

    @Controller
    static class Views {

        @GetMapping("/view")
        String view(@Depends(name = "f") String f, @Depends Work work) {
            work.handled();
            return "page";
        }

        @GetMapping("/broken-view")
        String brokenView(@Depends(name = "f") String f, @Depends Work work) {
            work.handled();
            return "brokenPage";
        }

        @GetMapping("/forward")
        String forward(@Depends(name = "f") String f, @Depends Work work) {
            work.handled();
            return "forward:/inner";
        }

        @GetMapping("/forward-callable")
        String forwardCallable(@Depends(name = "f") String f, @Depends Work work) {
            work.handled();
            return "forward:/inner-callable";
        }

        @GetMapping("/own-forward")
        void ownForward(
                @Depends(name = "f") String f,
                @Depends Work work,
                HttpServletRequest request,
                HttpServletResponse response)
                throws ServletException, IOException {
            work.handled();
            request.getRequestDispatcher("/inner-callable").forward(request, response);
        }

        @GetMapping({"/stopped", "/thrown"})
        @ResponseBody
        String never(@Depends(name = "f") String f) {
            return "never";
        }
    }

    static class Web implements WebMvcConfigurer {

        @Bean
        View page(Events events) {
            return new Page(events) {
                @Override
                void render(HttpServletResponse response) throws IOException {
                    response.getWriter().write("page");
                }
            };
        }

        @Bean
        View brokenPage(Events events) {
            return new Page(events) {
                @Override
                void render(HttpServletResponse response) {
                    throw new Script.Boom("render");
                }
            };
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                        @Override
                        public boolean preHandle(
                                HttpServletRequest request, HttpServletResponse response, Object handler) {
                            if (request.getRequestURI().equals("/thrown")) {
                                throw new Script.Boom("interceptor");
                            }
                            response.setStatus(403);
                            return false;
                        }
                    })
                    .addPathPatterns("/stopped", "/thrown");
        }
    }

    abstract static class Page implements View {

        private final Events events;

        Page(Events events) {
            this.events = events;
        }

        abstract void render(HttpServletResponse response) throws IOException;

        @Override
        public String getContentType() {
            return "text/plain";
        }

        @Override
        public void render(java.util.Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            events.add("render");
            render(response);
        }
    }

    /** Tells when an error page is made. */
    @Component
    static class ErrorPage extends DefaultErrorAttributes {

        private final Events events;

        ErrorPage(Events events) {
            this.events = events;
        }

        @Override
        public java.util.Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
            events.add("error page");
            return super.getErrorAttributes(request, options);
        }
    }
}
