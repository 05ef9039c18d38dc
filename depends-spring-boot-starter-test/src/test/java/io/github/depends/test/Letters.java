package io.github.depends.test;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependencies;
import io.github.depends.test.shop.User;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Letters that are signed outside requests, each by the user of whoever has posted it. */
@RestController
class Letters {

    private final Dependencies dependencies;
    private final Map<String, Letter> letters = new ConcurrentHashMap<>();

    Letters(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** Returns a letter, which is not signed before it is let go. */
    Letter letter(String key) {
        return letters.computeIfAbsent(key, any -> new Letter(new CompletableFuture<>(), new CompletableFuture<>()));
    }

    @GetMapping("/letters/task")
    String task(@RequestParam String key, BackgroundTasks tasks) {
        tasks.add(() -> sign(key));
        return user();
    }

    @GetMapping("/letters/before-release")
    String beforeRelease(@RequestParam String key, BackgroundTasks tasks) {
        letter(key).go();
        tasks.addBeforeRelease(() -> sign(key));
        return user();
    }

    @GetMapping("/letters/callable")
    Callable<String> callable(@RequestParam String key, BackgroundTasks tasks) {
        return () -> {
            tasks.add(() -> sign(key));
            return user();
        };
    }

    @GetMapping("/letters/web-task")
    WebAsyncTask<String> webTask(@RequestParam String key, BackgroundTasks tasks) {
        return new WebAsyncTask<>(20_000L, () -> {
            tasks.add(() -> sign(key));
            return user();
        });
    }

    @GetMapping("/letters/timeout")
    WebAsyncTask<String> timeout(@RequestParam String key) {
        return new WebAsyncTask<>(100L, () -> {
            sign(key);
            return "too late";
        });
    }

    @GetMapping("/letters/stage")
    CompletableFuture<String> stage(@RequestParam String key, BackgroundTasks tasks) {
        String user = user();
        return CompletableFuture.supplyAsync(() -> {
            tasks.add(() -> sign(key));
            return user;
        });
    }

    @GetMapping("/letters/stream")
    StreamingResponseBody stream(@RequestParam String key, BackgroundTasks tasks) {
        tasks.add(() -> sign(key));
        return out -> out.write(user().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/letters/nested")
    String nested(@RequestParam String key, BackgroundTasks tasks) {
        tasks.add(() -> dependencies.run(open -> open.get(Outbox.class).tasks().add(() -> sign(key))));
        return user();
    }

    /** Signs a letter by whom the thread sees as its user. */
    void sign(String key) {
        try {
            letter(key).held.join(); // whoever interrupts: a timeout does
            letter(key).signed.complete(user());
        } catch (Throwable failed) {
            letter(key).signed.completeExceptionally(failed);
        }
    }

    private String user() {
        return dependencies.call(open -> open.get(User.class).name());
    }

    record Letter(CompletableFuture<String> held, CompletableFuture<String> signed) {

        Letter go() {
            held.complete("go");
            return this;
        }
    }

    record Outbox(BackgroundTasks tasks) {}
}
