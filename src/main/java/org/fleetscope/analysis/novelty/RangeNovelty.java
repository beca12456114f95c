package org.fleetscope.analysis.novelty;

import org.jspecify.annotations.Nullable;

/**
 * How far a value lies outside everything seen before, in units of four standard deviations of what
 * was seen: about its range, were it normal. Mean and variance by Welford's recurrence
 * (Technometrics 4, 1962). One thread.
 */
final class RangeNovelty {
    /** Excess at which the score is 1 for all purposes; also that of the first change ever. */
    static final double MOST = 10;

    private static final double RANGE_IN_SD = 4;

    /** Smaller steps, relative to the value, are rounding of a rolling sum. */
    private static final double ROUNDING = 1e-9;

    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private @Nullable Seen seen;

    /**
     * Judges a value by those before it, then learns it.
     *
     * @param value NaN is neither judged nor learnt
     * @param learning true while the value is only learnt
     * @return 0 within the range so far, else the excess, at most {@value #MOST}
     */
    double next(double value, boolean learning) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double novelty = learning || count == 0 ? 0 : novelty(value);
        learn(value);
        return novelty;
    }

    private double novelty(double value) {
        double excess = Math.max(value - max, min - value);
        if (excess <= ROUNDING * Math.abs(value)) {
            return 0;
        }
        double sd = Math.sqrt(squares / count);
        seen = new Seen(value, mean, sd, min, max);
        return sd > 0 ? Math.min(MOST, excess / (RANGE_IN_SD * sd)) : MOST;
    }

    /** What the latest value that was novel was held against; null before the first. */
    @Nullable Seen seen() {
        return seen;
    }

    private void learn(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }
}
