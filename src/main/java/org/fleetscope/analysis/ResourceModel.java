package org.fleetscope.analysis;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.fleetscope.frame.Quantiles;

/**
 * What the runs of a group consume together: robust centre, spread and correlation of up to three
 * scaled quantities, from which the distance of a run is measured as one number. Medians and ranks,
 * so that the odd runs don't shape what they are held against. Immutable.
 */
final class ResourceModel {
    /** Runs a correlation is taken from, evenly spread over the group. */
    private static final int SAMPLE = 20_000;

    private static final double SHRINKAGE = 1e-3;

    /** Median of the χ² distribution with 1, 2 and 3 degrees of freedom. */
    private static final double[] CHI2_MEDIAN = {
        0.454936423119572, 1.386294361119891, 2.365973884375338
    };

    private final double[] centre;
    private final double[] spread;
    private final double[][] inverse;
    private final double scale;

    private ResourceModel(double[] centre, double[] spread, double[][] inverse, double scale) {
        this.centre = centre;
        this.spread = spread;
        this.inverse = inverse;
        this.scale = scale;
    }

    /**
     * Learns from runs.
     *
     * @param columns one array a quantity, 1 to 3 of them, none with a spread of 0, no NaN
     */
    static ResourceModel of(double[][] columns) {
        int d = columns.length;
        int n = columns[0].length;
        double[] centre = new double[d];
        double[] spread = new double[d];
        for (int j = 0; j < d; j++) {
            double[] copy = columns[j].clone();
            double median = Quantiles.median(copy, 0, n);
            centre[j] = median;
            for (int i = 0; i < n; i++) {
                copy[i] = Math.abs(columns[j][i] - median);
            }
            spread[j] = Quantiles.median(copy, 0, n) / RobustBaseline.NORMAL;
        }
        ResourceModel rough = new ResourceModel(centre, spread, inverseCorrelation(columns), 1);
        double[] distance = new double[n];
        double[] run = new double[d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                run[j] = columns[j][i];
            }
            distance[i] = rough.distance(run);
        }
        double scale = Quantiles.median(distance, 0, n) / CHI2_MEDIAN[d - 1];
        return new ResourceModel(centre, spread, rough.inverse, scale > 0 ? scale : 1);
    }

    /**
     * Inverse of the correlations by ranks, turned into those of a normal distribution, 2 sin(π ρ /
     * 6), and shrunk a little, so that two quantities may be one and the same.
     */
    private static double[][] inverseCorrelation(double[][] columns) {
        int d = columns.length;
        if (d == 1) {
            return new double[][] {{1}};
        }
        int step = Math.max(1, columns[0].length / SAMPLE);
        double[][] sample = new double[(columns[0].length + step - 1) / step][d];
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < d; j++) {
                sample[i][j] = columns[j][i * step];
            }
        }
        RealMatrix matrix =
                new SpearmansCorrelation(new Array2DRowRealMatrix(sample, false))
                        .getCorrelationMatrix();
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < d; k++) {
                double rho = matrix.getEntry(j, k);
                double normal = Double.isNaN(rho) ? 0 : 2 * Math.sin(Math.PI / 6 * rho);
                matrix.setEntry(j, k, j == k ? 1 : (1 - SHRINKAGE) * normal);
            }
        }
        return new LUDecomposition(matrix).getSolver().getInverse().getData();
    }

    /** Squared distance from the centre, χ² distributed for normal quantities. */
    double distance(double[] run) {
        double[] scores = new double[run.length];
        for (int j = 0; j < run.length; j++) {
            scores[j] = score(run, j);
        }
        double sum = 0;
        for (int j = 0; j < run.length; j++) {
            for (int k = 0; k < run.length; k++) {
                sum += scores[j] * inverse[j][k] * scores[k];
            }
        }
        return sum / scale;
    }

    /** Distance of one quantity from its centre in robust standard deviations. */
    double score(double[] run, int j) {
        return (run[j] - centre[j]) / spread[j];
    }

    double centre(int j) {
        return centre[j];
    }

    double spread(int j) {
        return spread[j];
    }

    /**
     * A distance that surely has a larger tail probability than {@code p}, and so has every smaller
     * one; little below the one that has exactly that.
     */
    static double within(double p, int d) {
        double low = 0;
        double high = 1;
        while (tail(high, d) > p) {
            high *= 2;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (tail(middle, d) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low * (1 - 1e-6);
    }

    /** P(χ² with {@code d} degrees of freedom &gt; x), d from 1 to 3. */
    static double tail(double x, int d) {
        double normal = NormalTail.twoSided(Math.sqrt(x));
        return switch (d) {
            case 1 -> normal;
            case 2 -> Math.exp(-x / 2);
            case 3 -> normal + Math.sqrt(2 * x / Math.PI) * Math.exp(-x / 2);
            default -> throw new IllegalArgumentException(d + " degrees of freedom");
        };
    }
}
