package org.fleetscope.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * Draws a difference with its confidence interval about a line for "no difference". All bars of a
 * column share one scale, in standard deviations; what lies beyond it is drawn at its edge.
 */
public final class IntervalBar extends Region {
    /** Half the width of the scale, in standard deviations: 0.8 counts as a large effect. */
    private static final double REACH = 1;

    private final Region track = part("range-track");
    private final Region band = part("range-band");
    private final Region none = part("interval-none");
    private final Region mark = part("interval-mark");
    private double low = Double.NaN;
    private double value = Double.NaN;
    private double high = Double.NaN;

    public IntervalBar() {
        getStyleClass().add("range-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(track, band, none, mark);
    }

    /** Shows an interval in standard deviations; NaN shows the line alone. */
    public void show(double newLow, double newValue, double newHigh) {
        low = newLow;
        value = newValue;
        high = newHigh;
        boolean known = !Double.isNaN(value);
        band.setVisible(known);
        mark.setVisible(known);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        track.resizeRelocate(0, height * 0.42, getWidth(), height * 0.16);
        place(none, 0, height);
        if (!Double.isNaN(value)) {
            double left = x(low);
            band.resizeRelocate(left, height * 0.28, Math.max(2, x(high) - left), height * 0.44);
            place(mark, value, height);
        }
    }

    private double x(double deviations) {
        return (Math.clamp(deviations, -REACH, REACH) + REACH) / (2 * REACH) * getWidth();
    }

    private void place(Region part, double deviations, double height) {
        double width = part.prefWidth(-1);
        double own = Math.min(height, part.prefHeight(-1));
        double left = Math.clamp(x(deviations) - width / 2, 0, Math.max(0, getWidth() - width));
        part.resizeRelocate(left, (height - own) / 2, width, own);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.setManaged(false);
        region.getStyleClass().add(style);
        return region;
    }
}
