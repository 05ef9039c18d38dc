package io.github.depends.examples.scopes;

import java.util.List;

/** What a token says. */
record Claims(User user, List<String> scopes) {}
