package org.fleetscope.ui.chart;

/** A rectangle in the chart's own pixels; y grows downwards. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /** The box, moved up until it ends at or above a line. */
    Box within(double lowest) {
        return bottom() <= lowest ? this : new Box(x, Math.max(0, lowest - height), width, height);
    }

    boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }
}
