package org.fleetscope.series;

import java.util.List;
import java.util.Optional;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;

/**
 * Findings of agents, types or hosts over time: a lane each, cut into equal buckets. Immutable,
 * safe for any thread; arrays are shared and must not be written.
 *
 * @param buckets the cells' stretches of time, the same for all lanes
 * @param lanes everything with a run in scope: most severe first, then most findings, then by name
 * @param findings the findings that {@link Lane#worst()} counts in
 */
public record Lanes(By by, Buckets buckets, List<Lane> lanes, List<Finding> findings) {
    /** What has a lane of its own. */
    public enum By {
        AGENT("Agents", "agent"),
        TYPE("Types", "type"),
        HOST("Hosts", "host");

        private final String label;
        private final String one;

        By(String label, String one) {
            this.label = label;
            this.one = one;
        }

        /** In the plural, as a choice. */
        public String label() {
            return label;
        }

        /** In the singular, within a sentence. */
        public String one() {
            return one;
        }
    }

    /**
     * A lane; every array has one entry a bucket.
     *
     * @param key the agent's id as text, or the type or host itself
     * @param severity worst of the lane, 0..100; NaN without a finding
     * @param count findings of the lane
     * @param runs runs a bucket
     * @param counts findings a bucket
     * @param severities worst severity a bucket, 0..100; NaN without a finding
     * @param worst index of the worst finding a bucket; −1 without a finding
     */
    public record Lane(
            String key,
            String name,
            double severity,
            int count,
            int[] runs,
            int[] counts,
            double[] severities,
            int[] worst) {}

    /** The worst finding in a cell. */
    public Optional<Finding> worst(int lane, int bucket) {
        int finding = lanes.get(lane).worst()[bucket];
        return finding < 0 ? Optional.empty() : Optional.of(findings.get(finding));
    }

    /** The stretch of time of a cell. */
    public TimeRange stretch(int bucket) {
        return stretch(bucket, bucket);
    }

    /** From the start of a cell to the end of another one, which may be the same. */
    public TimeRange stretch(int first, int last) {
        return new TimeRange(buckets.start(first), buckets.start(last + 1));
    }
}
