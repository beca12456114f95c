package org.fleetscope.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Metric;

/**
 * A resource of the runs of one type, on the scale where it is compared, less what the complexity
 * of their tasks explains.
 *
 * @param explained by complexity, by position; 0 where it is unknown
 * @param rest what is left, by position; NaN where the run has no value
 */
record ResourceColumn(Metric metric, double[] explained, double[] rest) {
    /** Runs with a known complexity that a line is drawn through. */
    private static final int FEWEST = 30;

    /**
     * @param rows runs of the type
     */
    static ResourceColumn of(DetectorInput input, Metric metric, int[] rows) {
        double[] values = input.frame().metric(metric.id());
        double[] own = new double[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = values == null ? Double.NaN : values[rows[i]];
        }
        double[] scaled = SeriesMetrics.toScale(metric.id(), own);
        double[] explained = explained(input.complexity(), rows, scaled);
        double[] rest = new double[rows.length];
        Arrays.setAll(rest, i -> scaled[i] - explained[i]);
        return new ResourceColumn(metric, explained, rest);
    }

    private static double[] explained(double[] complexity, int[] rows, double[] scaled) {
        double[] explained = new double[rows.length];
        if (complexity.length == 0) {
            return explained;
        }
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < rows.length; i++) {
            double c = complexity[rows[i]];
            if (!Double.isNaN(c) && !Double.isNaN(scaled[i])) {
                line.addData(c, scaled[i]);
            }
        }
        double slope = line.getN() < FEWEST ? Double.NaN : line.getSlope();
        if (Double.isNaN(slope)) {
            return explained;
        }
        double mean = meanX(complexity, rows, scaled);
        for (int i = 0; i < rows.length; i++) {
            double c = complexity[rows[i]];
            explained[i] = Double.isNaN(c) ? 0 : slope * (c - mean);
        }
        return explained;
    }

    private static double meanX(double[] complexity, int[] rows, double[] scaled) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            double c = complexity[rows[i]];
            if (!Double.isNaN(c) && !Double.isNaN(scaled[i])) {
                sum += c;
                n++;
            }
        }
        return sum / n;
    }

    /**
     * True when enough runs have a value, and half of them are not one and the same, which would
     * leave no spread to measure by.
     *
     * @param counted which positions count
     */
    boolean isTelling(boolean[] counted, int fewest) {
        double[] known = new double[rest.length];
        int n = 0;
        for (int i = 0; i < rest.length; i++) {
            if (counted[i] && !Double.isNaN(rest[i])) {
                known[n++] = rest[i];
            }
        }
        double median = Quantiles.median(known, 0, n);
        for (int i = 0; i < n; i++) {
            known[i] = Math.abs(known[i] - median);
        }
        return n >= fewest && Quantiles.median(known, 0, n) > 0;
    }

    /** A rest as a value of the metric, at the complexity of a run. */
    double value(int position, double ofRest) {
        return SeriesMetrics.fromScale(metric.id(), explained[position] + ofRest);
    }
}
