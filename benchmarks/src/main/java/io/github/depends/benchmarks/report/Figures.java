package io.github.depends.benchmarks.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What one machine has measured: a file of {@code docs/performance}. */
record Figures(Machine machine, SortedMap<String, String> versions, List<Series> series) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Reads the figures that this machine has measured before, if any. */
    static Figures of(Path file, Machine machine) {
        if (Files.exists(file)) {
            Figures known = read(file);
            if (known.machine.equals(machine)) {
                return known;
            }
        }
        return new Figures(machine, new TreeMap<>(), List.of());
    }

    static Figures read(Path file) {
        return JSON.readValue(file.toFile(), Figures.class);
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }

    Figures withVersion(String name, String version) {
        SortedMap<String, String> more = new TreeMap<>(versions);
        more.put(name, version);
        return new Figures(machine, more, series);
    }

    /** Adds a series in place of the one of the same case. */
    Figures replacing(Series one) {
        List<Series> all = new ArrayList<>(series);
        all.removeIf(one::sameCase);
        all.add(one);
        return new Figures(machine, versions, all);
    }

    /** Adds the rounds of a series to those of the same case. */
    Figures adding(Series one) {
        return replacing(series.stream()
                .filter(one::sameCase)
                .findFirst()
                .map(known -> known.followedBy(one))
                .orElse(one));
    }
}
