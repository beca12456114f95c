package org.fleetscope.ingest;

/**
 * Which of several gpu_utilization values of a row is kept: the one farthest outside 0..1, else the
 * largest.
 */
final class GpuUtilization {
    private GpuUtilization() {}

    /**
     * @param known the value so far, NaN for none
     */
    static double worse(double known, double other) {
        if (Double.isNaN(known)) {
            return other;
        }
        double a = outside(known);
        double b = outside(other);
        return a == b ? Math.max(known, other) : a > b ? known : other;
    }

    private static double outside(double value) {
        return Math.max(0, Math.max(-value, value - 1));
    }
}
