package io.github.depends.examples.declaring;

import java.util.Currency;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/** Asks another service. */
@Component
class RateClient {

    CompletionStage<Rate> latest(Currency currency) {
        return CompletableFuture.supplyAsync(() -> new Rate(currency, 1.5));
    }
}
