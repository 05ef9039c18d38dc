package io.github.depends.examples.declaring;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.util.Currency;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;

@Component
class Quotes {

    @Dependency
    CompletionStage<Rate> rate(@RequestParam Currency currency, @Depends RateClient rates) {
        return rates.latest(currency);
    }

    @Dependency
    CompletionStage<Yield<Session>> session(@Depends SessionClient sessions) {
        return sessions.open().thenApply(Yield::closing);
    }
}
