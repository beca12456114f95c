package org.fleetscope.series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/** The buckets of a timeline that runs are added to; all runs are within its range. */
final class GrowingTimeline {
    private final List<GrowingBucket> filled = new ArrayList<>();
    private Buckets buckets;

    GrowingTimeline(Buckets buckets) {
        this.buckets = buckets;
    }

    /** Whether other buckets are these, and perhaps some behind them. */
    boolean growsTo(Buckets other) {
        return other.first() == buckets.first()
                && other.length() == buckets.length()
                && other.count() >= buckets.count();
    }

    void add(Frame frame, Success success, Buckets now) {
        buckets = now;
        while (filled.size() < now.count()) {
            filled.add(new GrowingBucket());
        }
        long[] at = frame.recordedAt();
        for (int row = 0; row < at.length; row++) {
            filled.get(buckets.indexOf(at[row])).add(frame, success, row);
        }
    }

    Buckets buckets() {
        return buckets;
    }

    FleetTimeline timeline(TimeRange range, List<int[]> findings) {
        filled.parallelStream().forEach(GrowingBucket::quantiles);
        return new FleetTimeline(
                range,
                buckets.length(),
                buckets.starts(),
                course(bucket -> bucket.outcomes().runs()),
                course(bucket -> bucket.quantiles()[0]),
                course(bucket -> bucket.quantiles()[1]),
                course(bucket -> bucket.quantiles()[2]),
                course(bucket -> bucket.outcomes().accuracy()),
                findings);
    }

    double[] agents() {
        return course(bucket -> bucket.outcomes().agents());
    }

    double[] successRate() {
        return course(bucket -> bucket.outcomes().successRate());
    }

    private double[] course(ToDoubleFunction<GrowingBucket> of) {
        return filled.stream().mapToDouble(of).toArray();
    }
}
