package org.fleetscope.analysis.compare;

import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Difference of means within equal task mixes: direct standardisation to the mixes of both sets
 * together, Welch's variance within each mix, degrees of freedom by Satterthwaite (Biometrics 2,
 * 1946). Mixes with fewer than two values on a side don't take part.
 *
 * @param value mean of B less mean of A
 * @param error its standard error
 * @param freedom degrees of freedom
 * @param spread pooled standard deviation within mixes
 * @param compared share of all values that lie in mixes that take part
 */
record AdjustedDifference(
        double value, double error, double freedom, double spread, double compared) {
    private static final double CONFIDENCE = 0.95;

    static AdjustedDifference of(Map<Mix, Moments> a, Map<Mix, Moments> b) {
        long all = count(a) + count(b);
        long shared = 0;
        for (Map.Entry<Mix, Moments> entry : a.entrySet()) {
            Moments other = b.get(entry.getKey());
            shared += takesPart(entry.getValue(), other) ? both(entry.getValue(), other) : 0;
        }
        double value = 0;
        double variance = 0;
        double satterthwaite = 0;
        double spread = 0;
        for (Map.Entry<Mix, Moments> entry : a.entrySet()) {
            Moments from = entry.getValue();
            Moments to = b.get(entry.getKey());
            if (to == null || !takesPart(from, to)) {
                continue;
            }
            double weight = (double) both(from, to) / shared;
            double ofA = weight * weight * from.variance() / from.count();
            double ofB = weight * weight * to.variance() / to.count();
            value += weight * (to.mean() - from.mean());
            variance += ofA + ofB;
            satterthwaite += ofA * ofA / (from.count() - 1) + ofB * ofB / (to.count() - 1);
            spread +=
                    weight
                            * ((from.count() - 1) * from.variance()
                                    + (to.count() - 1) * to.variance())
                            / (both(from, to) - 2);
        }
        return shared == 0
                ? new AdjustedDifference(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0)
                : new AdjustedDifference(
                        value,
                        Math.sqrt(variance),
                        variance * variance / satterthwaite,
                        Math.sqrt(spread),
                        (double) shared / all);
    }

    private static boolean takesPart(Moments a, @Nullable Moments b) {
        return b != null && a.count() > 1 && b.count() > 1;
    }

    private static long both(Moments a, @Nullable Moments b) {
        return a.count() + (b == null ? 0 : b.count());
    }

    private static long count(Map<Mix, Moments> side) {
        return side.values().stream().mapToLong(Moments::count).sum();
    }

    /** Cohen's d; 0 when nothing differs, infinite when sets without any spread do. */
    double effect() {
        return value == 0 ? 0 : value / spread;
    }

    /** Two-sided probability by chance. */
    double p() {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (!(error > 0)) {
            return value == 0 ? 1 : 0;
        }
        return 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(value) / error);
    }

    /** Half the width of the 95 % confidence interval. */
    double reach() {
        return error > 0
                ? error
                        * new TDistribution(null, freedom)
                                .inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                : error;
    }
}
