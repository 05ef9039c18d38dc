package io.github.depends.examples.scoped;

import io.github.depends.Depends;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ScopedController {

    private final RequestConnection connection;

    ScopedController(RequestConnection connection) {
        this.connection = connection;
    }

    @PostMapping("/fail")
    void fail() {
        connection.write("half of it");
        throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    @PostMapping("/later")
    Callable<String> later(@Depends Events events) {
        connection.write("a part");
        return () -> {
            events.add("the work");
            return "done";
        };
    }
}
