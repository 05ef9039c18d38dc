package io.github.depends.benchmarks.report;

import java.util.SortedMap;
import java.util.stream.Collectors;

/** What was the same for all that is compared. */
record Conditions(SortedMap<String, String> parameters) {

    /** Returns the conditions for readers: {@code JDK 25, virtual threads}. */
    String label() {
        return parameters.entrySet().stream()
                .map(one -> label(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String label(String name, String value) {
        return switch (name) {
            case "jdk" -> "JDK " + value;
            case "fastapi" -> "FastAPI " + value;
            case "server", "path" -> value;
            default -> value + " " + name;
        };
    }
}
