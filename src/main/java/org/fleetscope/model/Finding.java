package org.fleetscope.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One anomaly: what, where, when, how far and how we know.
 *
 * @param detector id of the detector
 * @param runIndex row of the run in the frame it was found in
 * @param host host of the run; null when unknown
 * @param metric id of the metric
 * @param actual what was measured, in the metric's unit
 * @param typical centre of the detector's expectation
 * @param lower lower end of what the detector expected
 * @param upper upper end of what the detector expected
 * @param severity 0..100, see {@link Severity}
 * @param threshold threshold used, k of k·sd for instance
 */
public record Finding(
        String detector,
        int runIndex,
        UUID taskId,
        UUID agentId,
        String agentType,
        @Nullable String host,
        long recordedAt,
        String metric,
        double actual,
        double typical,
        double lower,
        double upper,
        double severity,
        double threshold,
        RowOrigin origin) {
    public Severity band() {
        return Severity.of(severity);
    }
}
