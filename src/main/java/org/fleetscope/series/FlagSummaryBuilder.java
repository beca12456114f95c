package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Rule;
import org.fleetscope.model.TimeRange;

/** Counts flags of runs by rule and time, in one pass. */
public final class FlagSummaryBuilder {
    private static final int EXAMPLES = 100;

    private final Frame frame;
    private final Buckets buckets;
    private final long[] counts = new long[Rule.values().length];
    private final long[][] perBucket = new long[counts.length][];
    private final int[][] firstRuns = new int[counts.length][EXAMPLES];
    private final long[] runsPerBucket;
    private long flagged;

    private FlagSummaryBuilder(Frame frame, Buckets buckets) {
        this.frame = frame;
        this.buckets = buckets;
        this.runsPerBucket = new long[buckets.count()];
    }

    /**
     * @param bits flags of {@link Rule#flag()} by row of the frame
     * @param range stretch of time that the trends cover
     * @param wanted about how many buckets
     */
    public static FlagSummary of(Frame frame, int[] bits, TimeRange range, int wanted) {
        FlagSummaryBuilder builder = new FlagSummaryBuilder(frame, Buckets.of(range, wanted));
        for (int row = 0; row < frame.rows(); row++) {
            builder.add(row, bits[row]);
        }
        return builder.build();
    }

    private void add(int row, int flags) {
        int bucket = buckets.indexOf(frame.recordedAt()[row]);
        boolean inside = bucket >= 0 && bucket < buckets.count();
        if (inside) {
            runsPerBucket[bucket]++;
        }
        flagged += flags == 0 ? 0 : 1;
        for (int left = flags; left != 0; left &= left - 1) {
            int rule = Integer.numberOfTrailingZeros(left);
            if (perBucket[rule] == null) {
                perBucket[rule] = new long[buckets.count()];
            }
            if (counts[rule] < EXAMPLES) {
                firstRuns[rule][(int) counts[rule]] = row;
            }
            counts[rule]++;
            if (inside) {
                perBucket[rule][bucket]++;
            }
        }
    }

    private FlagSummary build() {
        List<FlagSummary.OfRule> rules = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            int i = rule.ordinal();
            if (counts[i] > 0) {
                int[] first = Arrays.copyOf(firstRuns[i], (int) Math.min(EXAMPLES, counts[i]));
                rules.add(new FlagSummary.OfRule(rule, counts[i], perBucket[i], first));
            }
        }
        return new FlagSummary(frame.rows(), flagged, buckets, runsPerBucket, rules);
    }
}
