package io.github.depends.benchmarks.report;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** The middle of values and where the middle half of them lies. */
record Spread(double low, double median, double high) {

    static Spread of(double... values) {
        Percentile of = new Percentile();
        of.setData(values);
        return new Spread(of.evaluate(25), of.evaluate(50), of.evaluate(75));
    }

    /** Compares round by round, so that what slowed both cancels out. */
    static Spread ofRatios(Series series, Series baseline) {
        double[] values = series.medians();
        double[] bases = baseline.medians();
        if (values.length != bases.length) {
            throw new IllegalArgumentException("%s has %d rounds and %s has %d; measure them together"
                    .formatted(series.parameters(), values.length, baseline.parameters(), bases.length));
        }
        return of(IntStream.range(0, values.length)
                .mapToDouble(round -> values[round] / bases[round])
                .toArray());
    }

    double halfWidth() {
        return (high - low) / 2;
    }
}
