package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Times;

/**
 * Runs of the whole fleet a window, against the median of the windows around: square roots, whose
 * spread does not grow with the count, and a robust deviation over all windows.
 */
final class FleetCounts {
    /** Windows to each side that tell what is usual: long against a hole, short against a day. */
    private static final int AROUND = 18;

    /** Windows that are looked at together, so that a small loss shows when it lasts. */
    private static final int[] SPANS = {1, 3, 9};

    private static final long LENGTH = 5 * Times.MINUTE;

    /** Deviation of the square root of a Poisson count. */
    private static final double LEAST_DEVIATION = 0.5;

    private final Frame frame;
    private final Windows windows;
    private final double[] root;
    private final double[] usual;
    private final double[] deviation = new double[SPANS.length];

    /**
     * Windows in a row with far fewer runs than usual.
     *
     * @param from first window
     * @param to window behind the last
     * @param score standard deviations from usual, &lt; 0
     */
    record Dip(int from, int to, double score) {
        boolean touches(Dip other) {
            return from <= other.to && other.from <= to;
        }
    }

    private FleetCounts(Frame frame) {
        this.frame = frame;
        windows = Windows.covering(frame.extent(), LENGTH);
        root = new double[windows.count()];
        for (long at : frame.recordedAt()) {
            root[windows.indexOf(at)]++;
        }
        Arrays.setAll(root, w -> Math.sqrt(root[w]));
        usual = new double[root.length];
        for (int w = 0; w < root.length; w++) {
            double[] around =
                    Arrays.copyOfRange(
                            root, Math.max(0, w - AROUND), Math.min(root.length, w + AROUND + 1));
            usual[w] = Quantiles.median(around, 0, around.length);
        }
        for (int s = 0; s < SPANS.length; s++) {
            int span = SPANS[s];
            double[] distance =
                    IntStream.rangeClosed(1, root.length - 1 - span)
                            .mapToDouble(w -> Math.abs(missing(w, span)))
                            .toArray();
            double spread = Quantiles.median(distance, 0, distance.length);
            deviation[s] =
                    Math.max(
                            LEAST_DEVIATION * Math.sqrt(span),
                            Double.isNaN(spread) ? 0 : spread / RobustBaseline.NORMAL);
        }
    }

    static FleetCounts of(Frame frame) {
        return new FleetCounts(frame);
    }

    /**
     * Stretches that are more than k deviations below usual, alone or some windows together, the
     * worst first; each with the windows beside it where half as many are missing. The first and
     * the last window, which are cut, are left out.
     */
    List<Dip> dips(double k) {
        List<Dip> found = new ArrayList<>();
        for (int s = 0; s < SPANS.length; s++) {
            for (int w = 1; w + SPANS[s] < root.length; w++) {
                double score = missing(w, SPANS[s]) / deviation[s];
                if (score < -k) {
                    found.add(new Dip(w, w + SPANS[s], score));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Dip::score).thenComparingInt(Dip::from));
        List<Dip> dips = new ArrayList<>();
        for (Dip next : found) {
            if (dips.stream().noneMatch(next::touches)) {
                dips.add(fitted(next));
            }
        }
        return dips;
    }

    /**
     * Moves both ends to where less than half of what the windows miss on the average is missing.
     */
    private Dip fitted(Dip core) {
        double half = missing(core.from(), core.to() - core.from()) / (core.to() - core.from()) / 2;
        int from = core.from();
        int to = core.to();
        while (missing(from, 1) >= half) {
            from++;
        }
        while (missing(to - 1, 1) >= half) {
            to--;
        }
        while (from > 1 && missing(from - 1, 1) < half) {
            from--;
        }
        while (to < root.length - 1 && missing(to, 1) < half) {
            to++;
        }
        return new Dip(from, to, core.score());
    }

    long start(int window) {
        return windows.start(window);
    }

    /** Square roots of the counts less the usual ones, summed over windows in a row. */
    private double missing(int from, int span) {
        double sum = 0;
        for (int w = from; w < from + span; w++) {
            sum += root[w] - usual[w];
        }
        return sum;
    }

    /** Runs a minute. */
    double rate(Dip dip) {
        return rate(root, dip);
    }

    /** Runs a minute of the windows around. */
    double usualRate(Dip dip) {
        return rate(usual, dip);
    }

    private double rate(double[] roots, Dip dip) {
        double runs =
                IntStream.range(dip.from(), dip.to()).mapToDouble(w -> roots[w] * roots[w]).sum();
        return runs / (dip.to() - dip.from()) / windows.minutes();
    }

    /** The last run before a window; the first of all when there is none. */
    int runBefore(int window) {
        int last = 0;
        long[] at = frame.recordedAt();
        for (int row = 0; row < at.length; row++) {
            boolean better =
                    at[row] < start(window) && (at[last] >= start(window) || at[row] > at[last]);
            last = better ? row : last;
        }
        return last;
    }
}
