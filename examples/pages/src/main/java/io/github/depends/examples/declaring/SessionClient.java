package io.github.depends.examples.declaring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins conversations. */
@Component
class SessionClient {

    private final AtomicReference<@Nullable Session> latest = new AtomicReference<>();

    CompletionStage<Session> open() {
        return CompletableFuture.supplyAsync(() -> {
            Session session = new Session();
            latest.set(session);
            return session;
        });
    }

    @Nullable Session latest() {
        return latest.get();
    }
}
