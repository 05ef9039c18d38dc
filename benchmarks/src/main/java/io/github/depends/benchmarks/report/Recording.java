package io.github.depends.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a round of measurements into a file of figures, with machine, date and versions. To be run by the JDK that was
 * measured.
 *
 * <p>Arguments: the file of figures; {@code replace} or {@code add}, what becomes of earlier rounds of the same cases;
 * the raw results; any number of {@code name=version}.
 */
final class Recording {

    private Recording() {}

    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        boolean add = arguments[1].equals("add");
        Figures figures = Figures.of(file, Machine.here()).withVersion(jdk(), release());
        for (String version : List.of(arguments).subList(3, arguments.length)) {
            String[] parts = version.split("=", 2);
            figures = figures.withVersion(parts[0], parts[1]);
        }
        for (Series raw : new RawResults().read(Path.of(arguments[2]))) {
            Series series = raw.with("jdk", String.valueOf(Runtime.version().feature()));
            figures = add ? figures.adding(series) : figures.replacing(series);
        }
        figures.write(file);
    }

    private static String jdk() {
        return "JDK " + Runtime.version().feature();
    }

    private static String release() {
        return Runtime.version() + ", " + System.getProperty("java.vendor");
    }
}
