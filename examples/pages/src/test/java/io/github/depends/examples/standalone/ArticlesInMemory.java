package io.github.depends.examples.standalone;

import java.util.List;

/** Articles for tests. */
class ArticlesInMemory implements Articles {

    @Override
    public List<String> titles(int limit) {
        return List.of("Dragons").subList(0, Math.min(limit, 1));
    }
}
