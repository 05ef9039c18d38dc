package io.github.depends.examples.standalone;

import java.util.List;

/** Where articles are kept. */
interface Articles {

    List<String> titles(int limit);
}
