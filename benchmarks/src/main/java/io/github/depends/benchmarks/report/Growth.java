package io.github.depends.benchmarks.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How a cost grows with a number.
 *
 * @param name of the picture
 * @param title what grows with what
 * @param parameters what picks the series
 * @param measure the cost
 * @param by the parameter that is the number
 * @param logarithmic whether costs grow by a factor, and are drawn on a scale of factors
 */
record Growth(
        String name, String title, Map<String, String> parameters, String measure, String by, boolean logarithmic) {

    /** What it costs at one number. */
    record Point(double number, Series series) {

        Spread cost() {
            return series.spread();
        }
    }

    /** The costs that differ in nothing but the number, in its order. */
    record Line(Conditions under, List<Point> points) {

        String unit() {
            return points.get(0).series().unit();
        }

        /** Fits a straight line by least squares. */
        SimpleRegression fit() {
            return fit(DoubleUnaryOperator.identity());
        }

        /** Fits a straight line through the logarithms of the costs. */
        SimpleRegression exponentialFit() {
            return fit(Math::log);
        }

        private SimpleRegression fit(DoubleUnaryOperator scale) {
            SimpleRegression fit = new SimpleRegression();
            points.forEach(point ->
                    fit.addData(point.number(), scale.applyAsDouble(point.cost().median())));
            return fit;
        }
    }

    List<Line> lines(List<Series> all) {
        return all.stream().filter(this::isPoint).collect(Collectors.groupingBy(this::under)).entrySet().stream()
                .map(line -> new Line(line.getKey(), points(line.getValue())))
                .sorted(Comparator.comparing(line -> line.under().label()))
                .toList();
    }

    private List<Point> points(List<Series> all) {
        return all.stream()
                .map(series -> new Point(Double.parseDouble(series.parameters().get(by)), series))
                .sorted(Comparator.comparingDouble(Point::number))
                .toList();
    }

    private boolean isPoint(Series series) {
        return series.matches(parameters)
                && series.measure().equals(measure)
                && series.parameters().containsKey(by);
    }

    private Conditions under(Series series) {
        Set<String> names = new HashSet<>(parameters.keySet());
        names.add(by);
        return new Conditions(series.without(names));
    }
}
