package org.fleetscope.ui.chart;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * A line of values at equal distances, without axes, for table cells and tiles. NaN is a gap. Style
 * class {@code sparkline}, the line itself {@code sparkline-line}. UI thread only.
 */
public final class Sparkline extends Region {
    private final Path line = new Path();
    private double[] values = {};

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        line.setManaged(false);
        getChildren().add(line);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
    }

    /** Shows values from left to right; the array is copied. */
    public void setValues(double... values) {
        this.values = values.clone();
        setAccessibleText("Sparkline of " + values.length + " values");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double top = snappedTopInset();
        double height = getHeight() - top - snappedBottomInset();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        line.getElements().clear();
        boolean pen = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                pen = false;
                continue;
            }
            double x = left + (values.length == 1 ? 0.5 : (double) i / (values.length - 1)) * width;
            // A constant series lies in the middle.
            double share = high > low ? (values[i] - low) / (high - low) : 0.5;
            double y = top + height * (1 - share);
            if (!pen) {
                line.getElements().add(new MoveTo(x, y));
            }
            // A value between two gaps gets a line of no length, which a round cap turns into a
            // dot.
            line.getElements().add(new LineTo(x, y));
            pen = true;
        }
    }
}
