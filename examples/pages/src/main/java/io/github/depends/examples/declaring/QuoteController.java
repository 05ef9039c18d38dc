package io.github.depends.examples.declaring;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuoteController {

    @GetMapping("/quotes")
    Quote quote(@Depends Rate rate, @Depends Session session) {
        return new Quote(rate.price(), session.isClosed());
    }
}
