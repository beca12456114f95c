package org.fleetscope.ui.aggregations;

import java.awt.image.BufferedImage;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/**
 * Draws lines of a pivot: over time as lines, told apart by the shape of their points as well, over
 * anything else as bars. Without a column dimension each line is a bar.
 */
public final class PivotChart extends StackPane {
    /** Lines that colours and shapes still tell apart. */
    static final int MOST_LINES = 6;

    private static final int MOST_BARS = 40;

    /** Characters of "2026-01-31 ". */
    private static final int DATE = 11;

    public PivotChart() {
        getStyleClass().add("pivot-chart");
    }

    void show(PivotGrid grid, PivotColumns columns, List<Integer> lines, int measure) {
        boolean byColumn = !grid.layout().column().isNone();
        boolean overTime =
                byColumn
                        ? grid.layout().column().isTime()
                        : grid.layout().rows().size() == 1
                                && grid.layout().rows().getFirst().isTime();
        CategoryAxis x = new CategoryAxis();
        NumberAxis y = new NumberAxis();
        y.setForceZeroInRange(!overTime);
        y.setLabel(grid.layout().measures().get(measure).label());
        XYChart<String, Number> chart = overTime ? new LineChart<>(x, y) : new BarChart<>(x, y);
        chart.setAnimated(false);
        chart.setLegendVisible(byColumn);
        chart.setLegendSide(Side.RIGHT);
        int prefix = byColumn ? sharedDate(grid, columns) : 0;
        if (byColumn) {
            for (int line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
                XYChart.Series<String, Number> series = new XYChart.Series<>();
                series.setName(name(grid, columns, line));
                for (int c = 0; c < grid.total(); c++) {
                    add(
                            series,
                            columns.columnText(c).substring(prefix),
                            grid.value(line, c, measure));
                }
                chart.getData().add(series);
            }
        } else {
            XYChart.Series<String, Number> series = new XYChart.Series<>();
            int most = overTime ? PivotGrid.MOST_COLUMNS : MOST_BARS;
            for (int line : lines.subList(0, Math.min(most, lines.size()))) {
                add(series, name(grid, columns, line), grid.value(line, grid.total(), measure));
            }
            chart.getData().add(series);
        }
        chart.setAccessibleText(
                grid.layout().measures().get(measure).label()
                        + " of "
                        + lines.size()
                        + " lines of the table above");
        getChildren().setAll(chart);
    }

    /** Length of the date that all columns begin with, which the axis need not repeat. */
    private static int sharedDate(PivotGrid grid, PivotColumns columns) {
        if (!grid.layout().column().isTime() || grid.total() < 2) {
            return 0;
        }
        String date = columns.columnText(0).substring(0, DATE);
        return columns.columnText(grid.total() - 1).startsWith(date) ? DATE : 0;
    }

    private static void add(XYChart.Series<String, Number> series, String name, double value) {
        if (Double.isFinite(value)) {
            series.getData().add(new XYChart.Data<>(name, value));
        }
    }

    static String name(PivotGrid grid, PivotColumns columns, int line) {
        int deepest = Math.max(0, grid.lines().get(line).key().size() - 1);
        return columns.headerText(line, deepest);
    }

    /** A picture of what is drawn, to be written on any thread. */
    PivotExport.Picture picture() {
        WritableImage image = snapshot(null, null);
        PixelReader pixels = image.getPixelReader();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                copy.setRGB(column, row, pixels.getArgb(column, row));
            }
        }
        return to -> ImageIO.write(copy, "png", to);
    }
}
