package io.github.depends.examples.anyscheme;

import org.springframework.stereotype.Component;

/** Knows the users by their tokens, and programs by their keys. */
@Component
class Directory {

    Caller byToken(String token) {
        return new Caller("the user " + token);
    }

    Caller byKey(String key) {
        return new Caller("the program " + key);
    }
}
