package io.github.depends.benchmarks.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one round of measurements: JMH's JSON, or a line of JSON for each value. */
final class RawResults {

    private static final JsonMapper JSON = new JsonMapper();
    private static final MathContext DIGITS = new MathContext(5);

    private static final List<Secondary> SECONDARY = List.of(
            new Secondary("gc.alloc.rate.norm", "memory", "B/op"),
            new Secondary("millis", "planning", "ms"),
            new Secondary("bytesPerEndpoint", "kept", "B"));

    private final String date = LocalDate.now().toString();

    List<Series> read(Path file) throws IOException {
        if (file.toString().endsWith(".json")) {
            return elements(JSON.readTree(file.toFile())).flatMap(this::ofJmh).toList();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(JSON::readTree).map(this::ofLine).toList();
        }
    }

    private Stream<Series> ofJmh(JsonNode result) {
        SortedMap<String, String> parameters = texts(result.path("params"));
        String[] name = result.get("benchmark").asString().split("\\.");
        parameters.put("benchmark", name[name.length - 2] + "." + name[name.length - 1]);
        JsonNode metric = result.get("primaryMetric");
        return Stream.concat(
                Stream.of(ofMetric(parameters, "time", metric.get("scoreUnit").asString(), metric)),
                SECONDARY.stream().flatMap(each -> secondary(parameters, each, result.path("secondaryMetrics"))));
    }

    private Stream<Series> secondary(SortedMap<String, String> parameters, Secondary of, JsonNode metrics) {
        JsonNode metric = metrics.path(of.name);
        return metric.isMissingNode() ? Stream.of() : Stream.of(ofMetric(parameters, of.measure, of.unit, metric));
    }

    private Series ofMetric(SortedMap<String, String> parameters, String measure, String unit, JsonNode metric) {
        List<List<Double>> forks = elements(metric.get("rawData"))
                .map(fork -> elements(fork).map(RawResults::rounded).toList())
                .toList();
        return new Series(parameters, measure, unit, date, forks);
    }

    private Series ofLine(JsonNode line) {
        return new Series(
                texts(line.get("parameters")),
                line.get("measure").asString(),
                line.get("unit").asString(),
                date,
                List.of(List.of(rounded(line.get("value")))));
    }

    private static SortedMap<String, String> texts(JsonNode object) {
        SortedMap<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(property ->
                        texts.put(property.getKey(), property.getValue().asString()));
        return texts;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static double rounded(JsonNode number) {
        return new BigDecimal(number.asString()).round(DIGITS).doubleValue();
    }

    private record Secondary(String name, String measure, String unit) {}
}
