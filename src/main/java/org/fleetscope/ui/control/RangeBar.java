package org.fleetscope.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * Draws a value against the range expected of it: a band, a tick for what is typical, a mark for
 * what was.
 */
public final class RangeBar extends Region {
    private static final double MARGIN = 0.12;

    private final Region track = part("range-track");
    private final Region band = part("range-band");
    private final Region tick = part("range-typical");
    private final Region mark = part("range-actual");
    private double lower;
    private double typical;
    private double upper;
    private double actual;

    public RangeBar() {
        getStyleClass().add("range-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(track, band, tick, mark);
    }

    public void show(double newLower, double newTypical, double newUpper, double newActual) {
        lower = newLower;
        typical = newTypical;
        upper = newUpper;
        actual = newActual;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double low = Math.min(lower, actual);
        double high = Math.max(upper, actual);
        double span = high - low;
        if (!(span > 0)) {
            return;
        }
        double from = low - MARGIN * span;
        double scale = getWidth() / (span * (1 + 2 * MARGIN));
        double height = getHeight();
        track.resizeRelocate(0, height * 0.4, getWidth(), height * 0.2);
        band.resizeRelocate(
                (lower - from) * scale, height * 0.25, (upper - lower) * scale, height * 0.5);
        place(tick, (typical - from) * scale, height);
        place(mark, (actual - from) * scale, height);
    }

    private static void place(Region part, double x, double height) {
        double width = part.prefWidth(-1);
        double own = Math.min(height, part.prefHeight(-1));
        part.resizeRelocate(x - width / 2, (height - own) / 2, width, own);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.setManaged(false);
        region.getStyleClass().add(style);
        return region;
    }
}
