package org.fleetscope.series;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.frame.GrowingQuantiles;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * The overview of a scope without an end, kept up with runs that are added: what {@link
 * OverviewBuilder} says of all of them, for the cost of the new ones. All are gone through again
 * only when the buckets take another length or the first result comes. The outcome of a run is what
 * its result said when the run was added. Not thread-safe.
 */
public final class GrowingOverview {
    private final int wanted;
    private final int top;
    private final KnownFindings known = new KnownFindings();
    private Frame frame = new FrameBuilder().build();
    private boolean byResults;
    private GrowingOutcomes totals = new GrowingOutcomes();
    private GrowingQuantiles latencies = new GrowingQuantiles(new double[0]);
    private @Nullable GrowingTimeline timeline;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * @param wanted number of buckets, as {@link OverviewBuilder} takes it
     * @param top at most so many findings
     */
    public GrowingOverview(int wanted, int top) {
        this.wanted = wanted;
        this.top = top;
    }

    /** Adds the runs that came since; the same frame or one that continues it. */
    public void grow(Frame to, Map<UUID, Boolean> results) {
        if (!to.continues(frame) || frame.rows() == 0) {
            restart(to, results);
            return;
        }
        Frame added = to.from(frame.rows());
        Success success = Success.of(added, results, byResults);
        if (!byResults && success.basis().equals(Success.RESULTS)) {
            restart(to, results);
            return;
        }
        count(added, success);
        for (double latency : added.latencyMs()) {
            if (!Double.isNaN(latency)) {
                latencies.add(latency);
            }
        }
        Buckets buckets = Buckets.of(range(), wanted);
        GrowingTimeline before = timeline;
        if (before != null && before.growsTo(buckets)) {
            before.add(added, success, buckets);
        } else {
            timeline = whole(to, Success.of(to, results, byResults), buckets);
        }
        frame = to;
    }

    private void restart(Frame to, Map<UUID, Boolean> results) {
        Success success = Success.of(to, results);
        byResults = success.basis().equals(Success.RESULTS);
        totals = new GrowingOutcomes();
        first = Long.MAX_VALUE;
        last = Long.MIN_VALUE;
        count(to, success);
        double[] present = new double[to.rows()];
        int n = 0;
        for (double latency : to.latencyMs()) {
            if (!Double.isNaN(latency)) {
                present[n++] = latency;
            }
        }
        latencies = new GrowingQuantiles(Arrays.copyOf(present, n));
        timeline = whole(to, success, Buckets.of(range(), wanted));
        frame = to;
    }

    private void count(Frame part, Success success) {
        long[] at = part.recordedAt();
        for (int row = 0; row < at.length; row++) {
            totals.add(part, success, row);
            first = Math.min(first, at[row]);
            last = Math.max(last, at[row]);
        }
    }

    private static GrowingTimeline whole(Frame frame, Success success, Buckets buckets) {
        GrowingTimeline timeline = new GrowingTimeline(buckets);
        timeline.add(frame, success, buckets);
        return timeline;
    }

    /** From the first run to just after the last; empty at 0 without runs. */
    public TimeRange range() {
        return last < first ? new TimeRange(0, 0) : new TimeRange(first, last + 1);
    }

    /**
     * The overview of the runs added.
     *
     * @param findings of these runs or of the first of them
     */
    public Overview overview(FindingSet findings, long quarantined, List<SystemHealth> health) {
        GrowingTimeline now = timeline;
        if (now == null) {
            now = new GrowingTimeline(Buckets.of(range(), wanted));
        }
        known.know(findings, now.buckets(), top);
        FleetTimeline course = now.timeline(range(), known.perBucket());
        Headlines numbers =
                new Headlines(
                        frame.rows(),
                        totals.agents(),
                        totals.successRate(),
                        latencies.of(0.50),
                        latencies.of(0.95),
                        latencies.of(0.99),
                        totals.accuracy());
        return new Overview(
                Tiles.of(
                        new TileInput(
                                numbers,
                                Headlines.NONE,
                                Double.NaN,
                                byResults ? Success.RESULTS : Success.ACCURACY,
                                now.agents(),
                                now.successRate(),
                                course,
                                findings.size(),
                                known.bands(),
                                quarantined,
                                health)),
                course,
                known.top(),
                findings.size());
    }
}
