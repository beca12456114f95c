package org.fleetscope.ui.aggregations;

import java.util.stream.IntStream;

/**
 * Steps of a heat map: from the 5th to the 95th percentile of the groups' cells, so that one
 * outlier does not make all others pale. Totals are no part of it.
 */
final class HeatScale {
    /** Steps beside the plain one, 0. */
    static final int STEPS = 6;

    private final double low;
    private final double high;

    private HeatScale(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** Scale of one measure. */
    static HeatScale of(PivotGrid grid, int measure) {
        int columns = Math.max(1, grid.columns().size());
        double[] sorted =
                IntStream.range(0, grid.lines().size())
                        .filter(line -> grid.lines().get(line).kind() == PivotGrid.Kind.GROUP)
                        .boxed()
                        .flatMapToDouble(line ->
                                IntStream.range(0, columns)
                                        .mapToDouble(c -> grid.value(line, c, measure)))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (sorted.length < 2) {
            return new HeatScale(Double.NaN, Double.NaN);
        }
        int cut = (int) (0.05 * (sorted.length - 1));
        return new HeatScale(sorted[cut], sorted[sorted.length - 1 - cut]);
    }

    /** 1, the palest, to {@value #STEPS}; 0 for a missing value or where all are alike. */
    int step(double value) {
        if (!Double.isFinite(value) || !(high > low)) {
            return 0;
        }
        double share = (value - low) / (high - low);
        return (int) Math.clamp(1 + Math.floor(share * STEPS), 1, STEPS);
    }
}
