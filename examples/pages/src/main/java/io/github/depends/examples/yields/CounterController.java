package io.github.depends.examples.yields;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CounterController {

    @Depends(Locking.class)
    @PostMapping("/counters/{id}")
    int count(@PathVariable String id, @Depends Counters counters) {
        return counters.increment(id);
    }
}
