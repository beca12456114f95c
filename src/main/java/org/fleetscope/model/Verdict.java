package org.fleetscope.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of findings. Of several verdicts that cover a finding the latest counts.
 *
 * @param id 1, 2, … in the order they were made
 * @param madeAt µs UTC
 * @param madeBy name of the user
 * @param findings how many it covered when it was made
 * @param settings the settings that those were made with, JSON
 * @param evidence the most severe of those, as they were then
 * @param removedAt µs UTC, {@link Times#MISSING} while it holds
 * @param removedBy name of the user; null while it holds
 */
public record Verdict(
        long id,
        long madeAt,
        String madeBy,
        VerdictDraft draft,
        long findings,
        String settings,
        List<Evidence> evidence,
        long removedAt,
        @Nullable String removedBy) {
    public Verdict {
        evidence = List.copyOf(evidence);
    }

    /** A finding as it was when a verdict was given. */
    public record Evidence(
            String detector,
            UUID task,
            UUID agent,
            long recordedAt,
            String metric,
            double actual,
            double typical,
            double lower,
            double upper,
            double severity,
            double threshold,
            RowOrigin origin) {
        public static Evidence of(Finding finding) {
            return new Evidence(
                    finding.detector(),
                    finding.taskId(),
                    finding.agentId(),
                    finding.recordedAt(),
                    finding.metric(),
                    finding.actual(),
                    finding.typical(),
                    finding.lower(),
                    finding.upper(),
                    finding.severity(),
                    finding.threshold(),
                    finding.origin());
        }
    }

    /** False when it was taken back. */
    public boolean holds() {
        return removedAt == Times.MISSING;
    }
}
