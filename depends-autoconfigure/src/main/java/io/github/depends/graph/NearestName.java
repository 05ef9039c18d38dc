package io.github.depends.graph;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the name that someone who mistyped one may have meant. */
public final class NearestName {

    private NearestName() {}

    /** Returns the known name with the least edits, {@code null} if none is near (Levenshtein, a third of the length). */
    public static @Nullable String of(String name, Stream<String> known) {
        int most = Math.max(1, name.length() / 3);
        return known.distinct()
                .filter(candidate -> !candidate.equals(name) && distance(name, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** Returns all known names, the nearest first; what follows {@code " ("} says more about a name and does not count. */
    public static Stream<String> byDistance(String name, Stream<String> known) {
        return known.distinct()
                .sorted(Comparator.<String>comparingInt(
                                candidate -> distance(name, candidate.split(" \\(")[0]))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int substitution = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(substitution, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
