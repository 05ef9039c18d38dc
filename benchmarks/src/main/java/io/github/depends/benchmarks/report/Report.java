package io.github.depends.benchmarks.report;

import io.github.depends.benchmarks.report.Comparison.Ratio;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;

/** Prints all that a directory of figures answers as Markdown, and draws it beside them. Argument: the directory. */
final class Report {

    private final Path directory;
    private final List<Series> series;

    private Report(Path directory, List<Series> series) {
        this.directory = directory;
        this.series = series;
    }

    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        System.out.println("# Figures\n");
        List<Series> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                Figures figures = Figures.read(file);
                all.addAll(figures.series());
                System.out.println(introduction(file, figures));
            }
        }
        System.out.println();
        new Report(directory, all).answer();
    }

    private static String introduction(Path file, Figures figures) {
        return "* `%s`: %s; %s".formatted(file.getFileName(), figures.machine().label(), Tables.of(figures.versions()));
    }

    private void answer() throws IOException {
        for (Comparison comparison : Questions.comparisons()) {
            answer(comparison, paired(comparison.ratios(series)));
        }
        for (Growth growth : Questions.growths()) {
            answer(growth, growth.lines(series));
        }
    }

    private static List<Ratio> paired(List<Ratio> ratios) {
        ratios.stream()
                .filter(ratio -> !ratio.paired())
                .forEach(ratio -> System.err.printf(
                        "%s of %s and %s are not compared: they were measured in different rounds; measure them together%n",
                        ratio.measure(),
                        ratio.series().parameters(),
                        ratio.baseline().parameters()));
        return ratios.stream().filter(Ratio::paired).toList();
    }

    private void answer(Comparison comparison, List<Ratio> ratios) throws IOException {
        if (!ratios.isEmpty()) {
            System.out.println(Tables.of(comparison, ratios));
        }
        for (Map.Entry<String, List<Ratio>> one :
                ratios.stream().collect(Collectors.groupingBy(Ratio::measure)).entrySet()) {
            show(
                    Chart.of(comparison, one.getValue()),
                    comparison.name() + "-" + one.getKey().replace(' ', '-'));
        }
    }

    private void answer(Growth growth, List<Growth.Line> lines) throws IOException {
        if (!lines.isEmpty()) {
            System.out.println(Tables.of(growth, lines));
            show(Chart.of(growth, lines), growth.name() + "-growth");
        }
    }

    private void show(JFreeChart chart, String name) throws IOException {
        Svg.write(chart, directory.resolve(name + ".svg"));
        System.out.printf("![%s](%s.svg)%n%n", chart.getTitle().getText(), name);
    }
}
