package org.fleetscope.analysis.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Correction for many comparisons (Holm, Scandinavian Journal of Statistics 6, 1979). */
final class Holm {
    private Holm() {}

    /** Corrected probabilities in the order given; NaN stays NaN and is not counted. O(n log n). */
    static double[] corrected(double[] p) {
        int[] order =
                IntStream.range(0, p.length)
                        .filter(i -> !Double.isNaN(p[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> p[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] corrected = new double[p.length];
        Arrays.fill(corrected, Double.NaN);
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, p[order[i]] * (order.length - i)));
            corrected[order[i]] = largest;
        }
        return corrected;
    }
}
