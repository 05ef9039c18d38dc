package io.github.depends.pages;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A file from which pages take code.
 *
 * @param lines what stands in it
 */
record Source(List<String> lines) {

    /** Whether these lines stand in it, one after the other and word for word, however far all of them are indented. */
    boolean contains(String text) {
        String wanted = text.stripIndent().strip();
        int count = (int) wanted.lines().count();
        return IntStream.rangeClosed(0, lines.size() - count)
                .mapToObj(first -> String.join("\n", lines.subList(first, first + count)))
                .anyMatch(found -> wanted.equals(found.stripIndent().strip()));
    }
}
