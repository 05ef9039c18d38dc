package io.github.depends.benchmarks.report;

import io.github.depends.benchmarks.report.Comparison.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Writes tables in Markdown: medians, and quartiles in brackets. */
final class Tables {

    private Tables() {}

    static String of(Comparison comparison, List<Ratio> ratios) {
        return table(
                comparison.title(),
                "case|measure|conditions|ratio|value|%s|rounds"
                        .formatted(comparison.baseline().label()),
                ratios.stream()
                        .map(ratio -> "%s|%s|%s|**%s**|%s %s|%s|%d"
                                .formatted(
                                        ratio.of().label(),
                                        ratio.measure(),
                                        ratio.under().label(),
                                        text(ratio.spread()),
                                        text(ratio.series().spread()),
                                        ratio.series().unit(),
                                        text(ratio.baseline().spread()),
                                        ratio.series().rounds().size()))
                        .toList());
    }

    static String of(Growth growth, List<Growth.Line> lines) {
        return table(
                growth.title(),
                "conditions|%s by %s|fit|R²".formatted(growth.measure(), growth.by()),
                lines.stream().map(line -> row(growth, line)).toList());
    }

    static String of(Map<String, String> versions) {
        return versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String row(Growth growth, Growth.Line line) {
        String points = line.points().stream()
                .map(point -> "%s: %s"
                        .formatted(number(point.number()), number(point.cost().median())))
                .collect(Collectors.joining(", "));
        SimpleRegression fit = growth.logarithmic() ? line.exponentialFit() : line.fit();
        String formula = growth.logarithmic()
                ? "× %s each".formatted(number(Math.exp(fit.getSlope())))
                : "%s + %s × %s".formatted(number(fit.getIntercept()), number(fit.getSlope()), growth.by());
        return "%s|%s %s|%s|%s".formatted(line.under().label(), points, line.unit(), formula, number(fit.getRSquare()));
    }

    private static String table(String title, String head, List<String> rows) {
        String rule = head.replaceAll("[^|]+", "---");
        return "## " + title + "\n\n"
                + Stream.concat(Stream.of(head, rule), rows.stream())
                        .map(row -> "| " + row.replace("|", " | ") + " |\n")
                        .collect(Collectors.joining());
    }

    private static String text(Spread spread) {
        return "%s (%s–%s)".formatted(number(spread.median()), number(spread.low()), number(spread.high()));
    }

    /** Four digits, and never an exponent. */
    private static String number(double value) {
        BigDecimal digits = new BigDecimal(value).round(new MathContext(4));
        return new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(digits);
    }
}
