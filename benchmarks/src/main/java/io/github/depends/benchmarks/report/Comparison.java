package io.github.depends.benchmarks.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cases that do the same work, one of which the others are measured against.
 *
 * @param name of the picture
 * @param title what is compared with what
 * @param baseline the case that is 1
 * @param cases the cases to tell the ratio of; parameters that they do not give are those of the baseline
 */
record Comparison(String name, String title, Case baseline, List<Case> cases) {

    /** A case as readers know it, and the parameters that pick its series. */
    record Case(String label, Map<String, String> parameters) {}

    /** A ratio; {@code under} are the parameters that neither case names. */
    record Ratio(Case of, Conditions under, Series baseline, Series series) {

        String measure() {
            return series.measure();
        }

        Spread spread() {
            return Spread.ofRatios(series, baseline);
        }

        boolean paired() {
            return series.rounds().size() == baseline.rounds().size();
        }
    }

    List<Ratio> ratios(List<Series> all) {
        return all.stream()
                .filter(series -> series.matches(baseline.parameters()))
                .flatMap(base -> cases.stream().flatMap(one -> ratios(one, base, all)))
                .toList();
    }

    private Stream<Ratio> ratios(Case one, Series base, List<Series> all) {
        SortedMap<String, String> wanted = new TreeMap<>(base.parameters());
        wanted.putAll(one.parameters());
        return all.stream()
                .filter(series ->
                        series.parameters().equals(wanted) && series.measure().equals(base.measure()))
                .map(series -> new Ratio(one, new Conditions(base.without(named())), base, series));
    }

    private Set<String> named() {
        Set<String> names = new LinkedHashSet<>(baseline.parameters().keySet());
        cases.forEach(one -> names.addAll(one.parameters().keySet()));
        return names;
    }
}
