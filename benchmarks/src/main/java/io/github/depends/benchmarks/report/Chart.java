package io.github.depends.benchmarks.report;

import io.github.depends.benchmarks.report.Comparison.Ratio;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DefaultDrawingSupplier;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws ratios as bars and growth as lines, with the spread of their values. */
final class Chart {

    private static final Color[] TOLD_APART_BY_ALL = {
        new Color(0x4477aa), new Color(0xee6677), new Color(0x228833), new Color(0xccbb44), new Color(0x66ccee)
    };

    private Chart() {}

    /** Draws the ratios of one measure, with half of their interquartile range to either side; the baseline is a line. */
    static JFreeChart of(Comparison comparison, List<Ratio> ratios) {
        DefaultStatisticalCategoryDataset bars = new DefaultStatisticalCategoryDataset();
        ratios.forEach(ratio -> bars.add(
                ratio.spread().median(),
                ratio.spread().halfWidth(),
                ratio.under().label(),
                ratio.of().label()));
        NumberAxis axis = new NumberAxis(ratios.get(0).measure() + ", ratio");
        CategoryPlot plot = new CategoryPlot(bars, new CategoryAxis(), axis, barRenderer());
        plot.addRangeMarker(new ValueMarker(1, Color.DARK_GRAY, new BasicStroke(1.5f)));
        return styled(comparison.title(), plot);
    }

    static JFreeChart of(Growth growth, List<Growth.Line> lines) {
        XYIntervalSeriesCollection points = new XYIntervalSeriesCollection();
        lines.forEach(line -> points.addSeries(points(line)));
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(true);
        NumberAxis numbers = new NumberAxis(growth.by());
        numbers.setAutoRangeIncludesZero(false);
        numbers.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        ValueAxis costs = costs(growth, growth.measure() + ", " + lines.get(0).unit());
        return styled(growth.title(), new XYPlot(points, numbers, costs, renderer));
    }

    private static ValueAxis costs(Growth growth, String label) {
        if (!growth.logarithmic()) {
            return new NumberAxis(label);
        }
        LogAxis axis = new LogAxis(label);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("0.###"));
        return axis;
    }

    private static XYIntervalSeries points(Growth.Line line) {
        XYIntervalSeries series = new XYIntervalSeries(line.under().label());
        for (Growth.Point point : line.points()) {
            Spread cost = point.cost();
            series.add(point.number(), point.number(), point.number(), cost.median(), cost.low(), cost.high());
        }
        return series;
    }

    private static StatisticalBarRenderer barRenderer() {
        StatisticalBarRenderer renderer = new StatisticalBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setErrorIndicatorPaint(Color.DARK_GRAY);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", new DecimalFormat("0.00")));
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.INSIDE6, TextAnchor.BOTTOM_CENTER));
        renderer.setDefaultItemLabelPaint(Color.WHITE);
        renderer.setDefaultItemLabelsVisible(true);
        return renderer;
    }

    private static JFreeChart styled(String title, Plot plot) {
        plot.setDrawingSupplier(new DefaultDrawingSupplier(
                TOLD_APART_BY_ALL,
                DefaultDrawingSupplier.DEFAULT_OUTLINE_PAINT_SEQUENCE,
                DefaultDrawingSupplier.DEFAULT_STROKE_SEQUENCE,
                DefaultDrawingSupplier.DEFAULT_OUTLINE_STROKE_SEQUENCE,
                DefaultDrawingSupplier.DEFAULT_SHAPE_SEQUENCE));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(title, new Font(Font.SANS_SERIF, Font.BOLD, 14), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        return chart;
    }
}
