package io.github.depends.examples.openapi;

import java.util.List;
import java.util.stream.Stream;

/** What is read. */
record Article(String title) {

    static List<Article> between(int offset, int limit) {
        return Stream.of("ants", "bees", "cats")
                .skip(offset)
                .limit(limit)
                .map(Article::new)
                .toList();
    }
}
