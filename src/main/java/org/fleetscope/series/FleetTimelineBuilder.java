package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeRange;

/** Cuts a fleet's runs into buckets of time. O(rows) and a selection a quantile. */
final class FleetTimelineBuilder {
    private final Frame frame;
    private final Buckets buckets;
    private final int[] bucketOf;
    private final double[] runs;
    private final double[] agents;

    /**
     * @param frame runs of the timeline; those outside the range are left out
     */
    FleetTimelineBuilder(Frame frame, TimeRange range, int wanted) {
        this.frame = frame;
        this.buckets = Buckets.of(range, wanted);
        this.bucketOf = new int[frame.rows()];
        this.runs = new double[buckets.count()];
        this.agents = new double[buckets.count()];
        long[] at = frame.recordedAt();
        for (int row = 0; row < bucketOf.length; row++) {
            int bucket = range.contains(at[row]) ? buckets.indexOf(at[row]) : -1;
            bucketOf[row] = bucket;
            if (bucket >= 0) {
                runs[bucket]++;
            }
        }
        countAgents();
    }

    FleetTimeline timeline(TimeRange range, FindingSet findings) {
        double[] p50 = new double[buckets.count()];
        double[] p95 = new double[buckets.count()];
        double[] p99 = new double[buckets.count()];
        int[] starts = new int[buckets.count() + 1];
        double[] latencies = grouped(frame.latencyMs(), starts);
        IntStream.range(0, buckets.count())
                .parallel()
                .forEach(b -> {
                    double[] quantiles =
                            Quantiles.of(latencies, starts[b], starts[b + 1], 0.50, 0.95, 0.99);
                    p50[b] = quantiles[0];
                    p95[b] = quantiles[1];
                    p99[b] = quantiles[2];
                });
        return new FleetTimeline(
                range,
                buckets.length(),
                buckets.starts(),
                runs,
                p50,
                p95,
                p99,
                means(frame.accuracy()),
                bands(findings));
    }

    /** Agents with a run, per bucket. */
    double[] agents() {
        return agents;
    }

    /** Share of successes among runs with a known outcome, per bucket; NaN without one. */
    double[] successRate(Success success) {
        double[] known = new double[buckets.count()];
        double[] succeeded = new double[buckets.count()];
        for (int row = 0; row < bucketOf.length; row++) {
            if (bucketOf[row] >= 0 && success.known(row)) {
                known[bucketOf[row]]++;
                succeeded[bucketOf[row]] += success.success(row) ? 1 : 0;
            }
        }
        Arrays.setAll(succeeded, b -> succeeded[b] / known[b]);
        return succeeded;
    }

    private void countAgents() {
        int[] lastSeen = new int[frame.agents().size()];
        int[] order = frame.agentOrder();
        Arrays.fill(lastSeen, -1);
        // Buckets ascend within an agent's runs, so a change of bucket is a bucket the agent is new
        // in.
        for (int row : order) {
            int bucket = bucketOf[row];
            int agent = frame.agent()[row];
            if (bucket >= 0 && lastSeen[agent] != bucket) {
                lastSeen[agent] = bucket;
                agents[bucket]++;
            }
        }
    }

    /**
     * Values without the missing ones, bucket after bucket; {@code starts} receives where each
     * begins.
     */
    private double[] grouped(double[] values, int[] starts) {
        for (int row = 0; row < bucketOf.length; row++) {
            if (bucketOf[row] >= 0 && !Double.isNaN(values[row])) {
                starts[bucketOf[row] + 1]++;
            }
        }
        for (int b = 0; b + 1 < starts.length; b++) {
            starts[b + 1] += starts[b];
        }
        double[] grouped = new double[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int row = 0; row < bucketOf.length; row++) {
            if (bucketOf[row] >= 0 && !Double.isNaN(values[row])) {
                grouped[next[bucketOf[row]]++] = values[row];
            }
        }
        return grouped;
    }

    private double[] means(double[] values) {
        double[] sum = new double[buckets.count()];
        double[] count = new double[buckets.count()];
        for (int row = 0; row < bucketOf.length; row++) {
            if (bucketOf[row] >= 0 && !Double.isNaN(values[row])) {
                sum[bucketOf[row]] += values[row];
                count[bucketOf[row]]++;
            }
        }
        Arrays.setAll(sum, b -> sum[b] / count[b]);
        return sum;
    }

    private List<int[]> bands(FindingSet findings) {
        List<int[]> bands = new ArrayList<>();
        for (int band = 0; band < Severity.values().length; band++) {
            bands.add(new int[buckets.count()]);
        }
        for (int i = 0; i < findings.size(); i++) {
            int bucket = bucketOf[findings.run(i)];
            if (bucket >= 0) {
                bands.get(findings.band(i).ordinal())[bucket]++;
            }
        }
        return List.copyOf(bands);
    }
}
