package org.fleetscope.workspace;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.EntityKind;

/**
 * What a workspace holds. Sizes in bytes, times in µs UTC.
 *
 * @param quarantined rows in quarantine
 * @param repaired rows that were in quarantine and are re-admitted; their originals are kept
 */
public record WorkspaceInfo(
        String folder,
        String schemaVersion,
        long sizeBytes,
        Map<EntityKind, Long> rows,
        long quarantined,
        long repaired,
        List<Day> days,
        List<ImportRecord> imports) {
    /** A UTC day with runs, date as ISO text. */
    public record Day(String date, long rows) {}

    /**
     * An import as it was recorded.
     *
     * @param rejected as it ended, repaired rows included
     * @param repaired of the rejected ones
     */
    public record ImportRecord(
            long importId,
            long startedAt,
            List<String> files,
            long accepted,
            long rejected,
            long skippedExisting,
            long repaired) {}
}
