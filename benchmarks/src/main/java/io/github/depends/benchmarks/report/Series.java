package io.github.depends.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What was measured in one case. Cases take turns, so that the same round of two series saw the same weather.
 *
 * @param parameters the case: {@code benchmark}, {@code jdk} and what else distinguishes it
 * @param measure what was measured
 * @param unit in what
 * @param date when the last round was
 * @param rounds values of each round: of the iterations of a fork, or of one load
 */
record Series(
        SortedMap<String, String> parameters, String measure, String unit, String date, List<List<Double>> rounds) {

    Series with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new Series(more, measure, unit, date, rounds);
    }

    Series followedBy(Series later) {
        List<List<Double>> all = new ArrayList<>(rounds);
        all.addAll(later.rounds);
        return new Series(parameters, measure, unit, later.date, all);
    }

    boolean sameCase(Series other) {
        return parameters.equals(other.parameters) && measure.equals(other.measure);
    }

    boolean matches(Map<String, String> wanted) {
        return parameters.entrySet().containsAll(wanted.entrySet());
    }

    SortedMap<String, String> without(Set<String> names) {
        SortedMap<String, String> rest = new TreeMap<>(parameters);
        rest.keySet().removeAll(names);
        return rest;
    }

    /** Returns the median of each round. */
    double[] medians() {
        return rounds.stream().mapToDouble(Series::median).toArray();
    }

    Spread spread() {
        return Spread.of(medians());
    }

    private static double median(List<Double> values) {
        return new Median()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
