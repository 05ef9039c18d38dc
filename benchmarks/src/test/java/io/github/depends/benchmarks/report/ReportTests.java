package io.github.depends.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.depends.benchmarks.report.Comparison.Case;
import io.github.depends.benchmarks.report.Comparison.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {

    @TempDir
    Path directory;

    @Test
    void comparesRoundByRoundSoThatWhatSlowsBothCancelsOut() {
        Series baseline = series("a", 10, 100, 1000);
        Series twice = series("b", 20, 200, 2000);

        assertThat(Spread.ofRatios(twice, baseline)).isEqualTo(new Spread(2, 2, 2));
    }

    @Test
    void tellsTheMiddleHalfOfTheRatios() {
        Series baseline = series("a", 1, 1, 1, 1, 1, 1, 1);
        Series other = series("b", 7, 1, 6, 2, 5, 3, 4);

        assertThat(Spread.ofRatios(other, baseline)).isEqualTo(new Spread(2, 4, 6));
    }

    @Test
    void comparesOnlyWhatWasMeasuredUnderTheSameConditions() {
        Comparison comparison =
                new Comparison("x", "x", new Case("a", Map.of("way", "a")), List.of(new Case("b", Map.of("way", "b"))));
        List<Series> all = List.of(
                series("a", 1).with("jdk", "17"),
                series("a", 2).with("jdk", "25"),
                series("b", 3).with("jdk", "17"),
                series("b", 4).with("jdk", "25"),
                series("c", 5).with("jdk", "17"));

        assertThat(comparison.ratios(all))
                .extracting(
                        ratio -> ratio.under().label(), ratio -> ratio.spread().median())
                .containsExactly(tuple("JDK 17", 3.0), tuple("JDK 25", 2.0));
    }

    @Test
    void doesNotPairDifferentNumbersOfRounds() {
        Ratio ratio =
                new Ratio(new Case("b", Map.of()), new Conditions(new TreeMap<>()), series("a", 1), series("b", 1, 2));

        assertThat(ratio.paired()).isFalse();
    }

    @Test
    void findsTheFactorByWhichCostsGrow() {
        Growth growth = new Growth("x", "x", Map.of("way", "a"), "time", "levels", true);
        List<Series> all = List.of(
                series("a", 80).with("levels", "12"),
                series("a", 5).with("levels", "8"),
                series("a", 20).with("levels", "10"));

        Growth.Line line = growth.lines(all).get(0);

        assertThat(Math.exp(line.exponentialFit().getSlope())).isCloseTo(2, within(1e-9));
        assertThat(line.points()).extracting(Growth.Point::number).containsExactly(8.0, 10.0, 12.0);
    }

    @Test
    void recordsRoundsOfJmhAndOfLoadWithoutNamesOfTheMachine() throws IOException {
        Path jmh = Files.writeString(directory.resolve("raw.json"), """
                [{"benchmark": "a.b.C.d", "jvm": "/home/someone/jdk/bin/java", "params": {"path": "/items"},
                  "primaryMetric": {"scoreUnit": "ns/op", "rawData": [[1.0, 3.0, 2.0]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"scoreUnit": "B/op", "rawData": [[8.0]]}}}]
                """);
        Path load = Files.writeString(directory.resolve("raw.jsonl"), """
                {"parameters": {"benchmark": "load"}, "measure": "p99", "unit": "ms", "value": 1.2345678}
                """);
        String file = directory.resolve("figures.json").toString();

        Recording.main(file, "replace", jmh.toString());
        Recording.main(file, "add", jmh.toString());
        Recording.main(file, "replace", load.toString(), "wrk=4");

        Figures figures = Figures.read(Path.of(file));
        assertThat(figures.series())
                .extracting(Series::measure, Series::rounds)
                .containsExactly(
                        tuple("time", List.of(List.of(1.0, 3.0, 2.0), List.of(1.0, 3.0, 2.0))),
                        tuple("memory", List.of(List.of(8.0), List.of(8.0))),
                        tuple("p99", List.of(List.of(1.2346))));
        assertThat(figures.versions()).containsEntry("wrk", "4");
        assertThat(Files.readString(Path.of(file))).doesNotContain("someone");
    }

    @Test
    void drawsTextAsText() throws IOException {
        Ratio ratio = new Ratio(
                new Case("this library", Map.of()),
                new Conditions(new TreeMap<>(Map.of("jdk", "25"))),
                series("a", 2, 2),
                series("b", 3, 3));
        Comparison comparison = new Comparison("x", "By hand = 1", new Case("a", Map.of()), List.of());

        Svg.write(Chart.of(comparison, List.of(ratio)), directory.resolve("x.svg"));

        assertThat(directory.resolve("x.svg")).content().contains("By hand = 1", "this library", "JDK 25", "1.50");
    }

    private static Series series(String way, double... rounds) {
        return new Series(
                new TreeMap<>(Map.of("way", way)),
                "time",
                "ns/op",
                "2026-01-01",
                DoubleStream.of(rounds).mapToObj(List::of).toList());
    }
}
