package org.fleetscope.ui.chart;

import org.fleetscope.model.Unit;

/**
 * Lowest and highest value of all layers of a track. Mutable while it collects; NaN values are left
 * out.
 */
final class ValueExtent {
    private static final double NEAR_ZERO = 0.4;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double lowAboveZero = Double.POSITIVE_INFINITY;
    private boolean fromZero;

    static ValueExtent of(ChartTrack track) {
        ValueExtent extent = new ValueExtent();
        for (ChartLayer layer : track.layers()) {
            extent.add(layer);
        }
        return extent;
    }

    private void add(ChartLayer layer) {
        switch (layer) {
            case ChartLayer.Envelope e -> {
                add(e.min());
                add(e.max());
            }
            case ChartLayer.Band b -> {
                add(b.lower());
                add(b.upper());
            }
            case ChartLayer.Bars b -> {
                add(b.value());
                fromZero = true;
            }
            case ChartLayer.Line l -> add(l.value());
            case ChartLayer.Markers m -> m.markers().forEach(marker -> add(marker.value()));
            case ChartLayer.Shade _ -> {}
        }
    }

    private void add(double[] values) {
        for (double value : values) {
            add(value);
        }
    }

    private void add(double value) {
        // Comparisons with NaN are false, so that a missing value changes nothing.
        if (value < low) {
            low = value;
        }
        if (value > high) {
            high = value;
        }
        if (value > 0 && value < lowAboveZero) {
            lowAboveZero = value;
        }
    }

    /**
     * Ticks that enclose the values: from zero when they come near it, a fraction never beyond
     * 0..1.
     */
    NiceTicks ticks(Unit unit, boolean log, int target) {
        if (low > high) {
            return NiceTicks.linear(0, 1, target);
        }
        if (log && lowAboveZero <= high) {
            return NiceTicks.log(lowAboveZero, high, target);
        }
        double from = low;
        double to = high;
        if (unit == Unit.FRACTION && from >= -1 && to <= 2) {
            from = Math.max(0, from);
            to = Math.min(1, to);
        }
        if (from > 0 && (fromZero || from < NEAR_ZERO * to)) {
            from = 0;
        }
        // Expected ranges may reach below zero where no measured value can.
        if (from < 0 && unit != Unit.NONE && unit != Unit.SCORE) {
            from = 0;
        }
        return NiceTicks.linear(Math.min(from, to), Math.max(from, to), target);
    }
}
