package org.fleetscope.enrich;

/**
 * Mean and sample standard deviation of a quantity by group, two passes over the rows. The first
 * value of a group is subtracted before summing, so that equal values have exactly no spread.
 * Missing for groups with too few values.
 */
final class Baselines {
    private final double[] mean;
    private final double[] sd;
    private final int[] count;

    /**
     * Of one value and one group a row.
     *
     * @param group of each row, 0 ≤ group &lt; groups
     */
    Baselines(double[] values, int[] group, int groups) {
        mean = new double[groups];
        sd = new double[groups];
        count = new int[groups];
        double[] first = new double[groups];
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                int g = group[row];
                if (count[g]++ == 0) {
                    first[g] = value;
                }
                mean[g] += value - first[g];
            }
        }
        for (int g = 0; g < groups; g++) {
            mean[g] = count[g] == 0 ? Double.NaN : first[g] + mean[g] / count[g];
        }
        for (int row = 0; row < values.length; row++) {
            double distance = values[row] - mean[group[row]];
            if (!Double.isNaN(distance)) {
                sd[group[row]] += distance * distance;
            }
        }
        for (int g = 0; g < groups; g++) {
            sd[g] = count[g] < 2 ? Double.NaN : Math.sqrt(sd[g] / (count[g] - 1));
        }
    }

    /** All values in one group, 0. */
    static Baselines ofAll(double[] values) {
        return new Baselines(values, new int[values.length], 1);
    }

    double mean(int group) {
        return mean[group];
    }

    double sd(int group) {
        return sd[group];
    }

    /** Values that are not missing. */
    int count(int group) {
        return count[group];
    }
}
