package io.github.depends.examples.testing;

import io.github.depends.Dependency;
import org.springframework.stereotype.Component;

/** Says what is asked for. */
@Component
class Saying {

    @Dependency
    Text text(Say say) {
        return new Text(say.value());
    }
}
