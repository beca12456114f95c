package org.fleetscope.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round values for an axis: steps of 1, 2 or 5 times a power of ten, inside a range widened to half
 * steps.
 *
 * @param step distance of linear ticks; 0 on a logarithmic axis
 */
record NiceTicks(double low, double high, double step, List<Double> values) {
    private static final int LOG_LIMIT = 12;

    /**
     * Linear ticks, about {@code target} of them, that enclose the range; an empty range is widened
     * first.
     */
    static NiceTicks linear(double low, double high, int target) {
        double from = low;
        double to = high;
        if (!(to - from > Math.ulp(Math.max(Math.abs(from), Math.abs(to))) * 8)) {
            double margin = low == 0 ? 1 : Math.abs(low) * 0.1;
            from = low - margin;
            to = low + margin;
            if (low >= 0 && from < 0) {
                from = 0;
            }
        }
        double step = step((to - from) / Math.max(1, target));
        // Widening to whole steps would leave half of a low plot empty.
        long lowHalf = (long) Math.floor(2 * from / step + 1e-9);
        long highHalf = (long) Math.ceil(2 * to / step - 1e-9);
        List<Double> values = new ArrayList<>();
        for (long i = Math.ceilDiv(lowHalf, 2); i <= Math.floorDiv(highHalf, 2); i++) {
            values.add(multiple(i, step));
        }
        return new NiceTicks(
                multiple(lowHalf, step / 2),
                multiple(highHalf, step / 2),
                step,
                List.copyOf(values));
    }

    /**
     * Ticks at 1, 2, 5 in every decade, or at decades alone when the range holds many; both ends
     * above 0.
     */
    static NiceTicks log(double low, double high, int target) {
        int first = (int) Math.floor(Math.log10(low) + 1e-9);
        int last = (int) Math.ceil(Math.log10(high) - 1e-9);
        int decades = Math.max(1, last - first);
        int[] digits = decades * 3 <= Math.max(target, 4) ? new int[] {1, 2, 5} : new int[] {1};
        int stride = Math.max(1, decades / LOG_LIMIT);
        List<Double> all = new ArrayList<>();
        for (int e = first; e < first + decades; e += stride) {
            for (int digit : digits) {
                all.add(digit * Math.pow(10, e));
            }
        }
        all.add(Math.pow(10, first + decades));
        int from = 0;
        while (from + 2 < all.size() && all.get(from + 1) <= low * (1 + 1e-9)) {
            from++;
        }
        int to = all.size() - 1;
        while (to - 1 > from && all.get(to - 1) >= high * (1 - 1e-9)) {
            to--;
        }
        List<Double> values = List.copyOf(all.subList(from, to + 1));
        return new NiceTicks(values.getFirst(), values.getLast(), 0, values);
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below {@code rough}. */
    static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        double nice = digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10;
        return nice * power;
    }

    // Dividing by the inverse keeps 3 · 0.1 at 0.3 instead of 0.30000000000000004.
    private static double multiple(long i, double step) {
        return step < 1 ? i / (double) Math.round(1 / step) : i * step;
    }
}
