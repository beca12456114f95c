package org.fleetscope.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis with round ends and ticks.
 *
 * @param from lowest value shown
 * @param to highest value shown, above {@code from}
 * @param step distance of the ticks, 1, 2 or 5 times a power of ten
 */
record AxisScale(double from, double to, double step) {
    /** An axis over a range of values with about the given number of steps. */
    static AxisScale over(double min, double max, int steps) {
        double span = max > min ? max - min : Math.max(Math.abs(max), 1);
        double rough = span / steps;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double factor = rough / power;
        double step = power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
        double from = Math.floor(min / step) * step;
        double to = Math.ceil((min + span) / step) * step;
        return new AxisScale(from, to, step);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((to - from) / step);
        for (long i = 0; i <= count; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /** Share of the axis below a value, 0 at its lower end. */
    double share(double value) {
        return (value - from) / (to - from);
    }
}
