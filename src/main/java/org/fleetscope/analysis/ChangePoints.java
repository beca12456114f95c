package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Where the level of a series changes: E-divisive (Matteson and James, JASA 109, 2014) with the
 * exponent 2, where the divergence is that of the means, by binary segmentation. A split counts
 * when Welch's t-test says so, corrected for the splits it was chosen from, and when the step is
 * large against the spread about both levels. O(n) a split.
 */
final class ChangePoints {
    /**
     * A change of level.
     *
     * @param at index of the first value after it
     * @param from index of the first value of the stretch before
     * @param to index behind the last value of the stretch after
     * @param p two-sided, corrected
     * @param effect Cohen's d: step over the pooled standard deviation
     */
    record Change(int at, int from, int to, double p, double effect) {}

    private final double[] sums;
    private final double[] squares;
    private final int shortest;
    private final double maxP;
    private final double minEffect;
    private final List<Integer> at = new ArrayList<>();

    private ChangePoints(double[] values, int shortest, double maxP, double minEffect) {
        this.shortest = shortest;
        this.maxP = maxP;
        this.minEffect = minEffect;
        sums = new double[values.length + 1];
        squares = new double[values.length + 1];
        double origin = values.length == 0 ? 0 : values[values.length / 2];
        for (int i = 0; i < values.length; i++) {
            double value = values[i] - origin;
            sums[i + 1] = sums[i] + value;
            squares[i + 1] = squares[i] + value * value;
        }
    }

    /**
     * The changes of a series without missing values, in order.
     *
     * @param shortest values that a level lasts, ≥ 2
     */
    static List<Change> of(double[] values, int shortest, double maxP, double minEffect) {
        ChangePoints points = new ChangePoints(values, shortest, maxP, minEffect);
        points.split(0, values.length);
        return points.pruned(values.length);
    }

    /** Steps that others hide, those of a bump for instance, are small here; so only p decides. */
    private void split(int from, int to) {
        Change change = strongest(from, to);
        if (change == null || change.p() > maxP) {
            change = hidden(from, to);
        }
        if (change != null) {
            split(from, change.at());
            at.add(change.at());
            split(change.at(), to);
        }
    }

    /** Takes out the weakest change between its neighbours until all that are left are strong. */
    private List<Change> pruned(int end) {
        while (true) {
            List<Change> changes = new ArrayList<>();
            Change weakest = null;
            for (int i = 0; i < at.size(); i++) {
                int from = i == 0 ? 0 : at.get(i - 1);
                int to = i + 1 == at.size() ? end : at.get(i + 1);
                Change change = judged(from, at.get(i), to);
                changes.add(change);
                boolean weak = change.p() > maxP || Math.abs(change.effect()) < minEffect;
                if (weak
                        && (weakest == null
                                || Math.abs(change.effect()) < Math.abs(weakest.effect()))) {
                    weakest = change;
                }
            }
            if (weakest == null) {
                return List.copyOf(changes);
            }
            at.remove(Integer.valueOf(weakest.at()));
        }
    }

    /**
     * A change that shows in a part of the stretch only, such as one side of a bump in a long
     * stretch: the most significant of the strongest changes of overlapping parts of half the
     * length, a quarter and so on (seeded binary segmentation, Kovács and others, Biometrika 110,
     * 2023), corrected for all splits tried; null when none is significant.
     */
    private @Nullable Change hidden(int from, int to) {
        List<int[]> parts = new ArrayList<>();
        long tried = splits(from, to);
        for (int length = (to - from) / 2; length >= 2 * shortest; length /= 2) {
            for (int start = from; start + length <= to; start += length / 2) {
                parts.add(new int[] {start, start + length});
                tried += splits(start, start + length);
            }
        }
        Change best = null;
        for (int[] part : parts) {
            int at = widest(part[0], part[1]);
            if (at < 0 || NormalTail.twoSided(t(part[0], at, part[1])) * tried > maxP) {
                // The tails of Student's distribution are heavier still.
                continue;
            }
            Change change = judged(part[0], at, part[1]);
            double p = change.p() / splits(part[0], part[1]) * tried;
            if (p <= maxP && (best == null || change.p() < best.p())) {
                best = change;
            }
        }
        return best;
    }

    private int splits(int from, int to) {
        return to - from - 2 * shortest + 1;
    }

    private @Nullable Change strongest(int from, int to) {
        int at = widest(from, to);
        return at < 0 ? null : judged(from, at, to);
    }

    /** Where the means of both sides diverge most; -1 where they don't. */
    private int widest(int from, int to) {
        int best = -1;
        double most = 0;
        for (int at = from + shortest; at <= to - shortest; at++) {
            double step = mean(at, to) - mean(from, at);
            double divergence = (double) (at - from) * (to - at) / (to - from) * step * step;
            if (divergence > most) {
                most = divergence;
                best = at;
            }
        }
        return best;
    }

    private Change judged(int from, int at, int to) {
        double before = variance(from, at) / (at - from);
        double after = variance(at, to) / (to - at);
        double step = mean(at, to) - mean(from, at);
        double pooled =
                ((at - from - 1) * variance(from, at) + (to - at - 1) * variance(at, to))
                        / (to - from - 2);
        if (!(before + after > 0)) {
            return new Change(at, from, to, 0, Math.copySign(Double.POSITIVE_INFINITY, step));
        }
        double freedom =
                (before + after)
                        * (before + after)
                        / (before * before / (at - from - 1) + after * after / (to - at - 1));
        double p = 2 * new TDistribution(null, freedom).cumulativeProbability(-t(from, at, to));
        return new Change(
                at, from, to, Math.min(1, p * splits(from, to)), step / Math.sqrt(pooled));
    }

    /** Welch's t, ≥ 0; infinite without any spread. */
    private double t(int from, int at, int to) {
        double before = variance(from, at) / (at - from);
        double after = variance(at, to) / (to - at);
        return Math.abs(mean(at, to) - mean(from, at)) / Math.sqrt(before + after);
    }

    private double mean(int from, int to) {
        return (sums[to] - sums[from]) / (to - from);
    }

    private double variance(int from, int to) {
        int n = to - from;
        double sum = sums[to] - sums[from];
        return Math.max(0, (squares[to] - squares[from] - sum * sum / n) / (n - 1));
    }
}
