package org.fleetscope.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * A small course of values without axes; gaps stay gaps. Styled by {@code sparkline} and {@code
 * spark-path}.
 */
public final class Sparkline extends Region {
    private static final double INSET = 2;

    private final Path path = new Path();
    private double[] values = {};

    public Sparkline() {
        getStyleClass().add("sparkline");
        path.getStyleClass().add("spark-path");
        path.setManaged(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(path);
    }

    /** Values in equal steps; NaN for gaps. */
    public void setValues(double[] course) {
        values = course.clone();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        path.getElements().clear();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high || values.length < 2) {
            return;
        }
        double width = getWidth() - 2 * INSET;
        double height = getHeight() - 2 * INSET;
        boolean pen = false;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                pen = false;
                continue;
            }
            double x = INSET + width * i / (values.length - 1);
            double y =
                    INSET + (high == low ? height / 2 : height * (high - values[i]) / (high - low));
            path.getElements().add(pen ? new LineTo(x, y) : new MoveTo(x, y));
            pen = true;
        }
    }
}
