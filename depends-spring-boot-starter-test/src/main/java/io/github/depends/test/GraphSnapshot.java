package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The graph of an application as a text file under version control, so that a change of a guard is a line in the review.
 *
 * <pre>{@code GraphSnapshot.of(graph).matches(Path.of("src/test/resources/dependency-graph.txt"));}</pre>
 */
public final class GraphSnapshot {

    /** System property that makes {@link #matches} write the file anew. */
    public static final String UPDATE = "depends.snapshot.update";

    private final String text;

    private GraphSnapshot(String text) {
        this.text = text;
    }

    /** Writes a graph as text. */
    public static GraphSnapshot of(DependencyGraph graph) {
        return new GraphSnapshot(graph.toString());
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /**
     * Compares the graph with a file. With the system property {@code depends.snapshot.update=true} it writes the file
     * instead. A file that is not there is written too, and the comparison fails, so that nobody forgets to commit it.
     *
     * @throws AssertionError with the difference, if there is one, or if the file was not there
     */
    public void matches(Path file) {
        try {
            if (Boolean.getBoolean(UPDATE)) {
                write(file);
                return;
            }
            if (!Files.exists(file)) {
                write(file);
                throw new AssertionError(
                        "There was no " + file + ", so that nothing could be compared. It has been written:"
                                + " review it, and commit it; the next run compares");
            }
            String expected = Files.readString(file).replace("\r\n", "\n");
            if (!expected.equals(text)) {
                throw new AssertionError("The dependency graph is not the one of " + file + ":\n"
                        + difference(expected.lines().toList(), text.lines().toList())
                        + "\nIf that is meant, run the test with -D" + UPDATE + "=true and commit the file.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, text);
    }

    /** Returns the lines that differ, each under the endpoint it belongs to. */
    private static String difference(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int left = from.size() - 1; left >= 0; left--) {
            for (int right = to.size() - 1; right >= 0; right--) {
                common[left][right] = from.get(left).equals(to.get(right))
                        ? common[left + 1][right + 1] + 1
                        : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        String title = "";
        String told = "";
        int left = 0;
        int right = 0;
        while (left < from.size() || right < to.size()) {
            boolean same =
                    left < from.size() && right < to.size() && from.get(left).equals(to.get(right));
            boolean removed = !same
                    && left < from.size()
                    && (right == to.size() || common[left + 1][right] >= common[left][right + 1]);
            String line = removed || same ? from.get(left) : to.get(right);
            if (same && !line.startsWith("  ")) {
                title = line;
            }
            if (!same) {
                if (line.startsWith("  ") && !told.equals(title)) {
                    told = title;
                    lines.add("  " + title);
                }
                lines.add((removed ? "- " : "+ ") + line);
            }
            left += removed || same ? 1 : 0;
            right += removed ? 0 : 1;
        }
        return String.join("\n", lines);
    }

    @Override
    public String toString() {
        return text;
    }
}
