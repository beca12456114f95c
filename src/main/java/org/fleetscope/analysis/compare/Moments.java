package org.fleetscope.analysis.compare;

/** Count, mean and sum of squares of values, by Welford's recurrence (Technometrics 4, 1962). */
final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    long count() {
        return count;
    }

    /** NaN without values. */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Sample variance; NaN with fewer than two values. */
    double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }
}
