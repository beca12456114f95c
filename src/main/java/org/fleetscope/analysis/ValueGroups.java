package org.fleetscope.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Groups runs by the values of a column, or by bins of them. */
final class ValueGroups {
    /** Nearer to a bound than this share of its number, division may have rounded across it. */
    private static final double ROUNDING = 1e-12;

    private ValueGroups() {}

    /**
     * @param values one a run, NaN where missing
     * @param width of a bin; 0 for every value by itself
     */
    static GroupCodes of(double[] values, double width) {
        double[] keys = new double[values.length];
        int missing = 0;
        for (int row = 0; row < keys.length; row++) {
            keys[row] = width == 0 ? values[row] : Math.floor(values[row] / width);
            if (width != 0 && isNearBound(values[row] / width)) {
                keys[row] = exactBin(values[row], width);
            }
            // Adding 0 makes a negative zero a positive one, so that the two are one group.
            keys[row] += 0.0;
            missing += Double.isNaN(keys[row]) ? 1 : 0;
        }
        double[] sorted = keys.clone();
        Arrays.sort(sorted);
        double[] distinct = Arrays.stream(sorted, 0, sorted.length - missing).distinct().toArray();
        int[] codes = new int[keys.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] =
                    Double.isNaN(keys[row])
                            ? distinct.length
                            : Arrays.binarySearch(distinct, keys[row]);
        }
        return new GroupCodes(
                codes,
                Math.max(1, distinct.length + (missing > 0 ? 1 : 0)),
                code -> code == distinct.length ? null : (Object) start(distinct[code], width));
    }

    private static boolean isNearBound(double quotient) {
        double distance = Math.abs(quotient - Math.rint(quotient));
        return distance <= ROUNDING * Math.max(1, Math.abs(quotient));
    }

    /** In decimals, as both were written: 0.3 begins a bin of width 0.1. */
    private static double exactBin(double value, double width) {
        return BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(width), 0, RoundingMode.FLOOR)
                .doubleValue();
    }

    private static double start(double bin, double width) {
        return width == 0
                ? bin
                : new BigDecimal(bin).multiply(BigDecimal.valueOf(width)).doubleValue();
    }
}
