package io.github.depends.benchmarks;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Three values that take 200 milliseconds each and do not need each other, as from three other services. */
@RestController
class ThreeStages {

    @GetMapping("/three-stages")
    String threeStages(@Depends First first, @Depends Second second, @Depends Third third) {
        return first.text() + second.text() + third.text();
    }

    @Dependency
    CompletionStage<First> first() {
        return later(new First("1"));
    }

    @Dependency
    CompletionStage<Second> second() {
        return later(new Second("2"));
    }

    @Dependency
    CompletionStage<Third> third() {
        return later(new Third("3"));
    }

    private static <T> CompletionStage<T> later(T value) {
        return new CompletableFuture<T>().completeOnTimeout(value, 200, TimeUnit.MILLISECONDS);
    }

    record First(String text) {}

    record Second(String text) {}

    record Third(String text) {}
}
