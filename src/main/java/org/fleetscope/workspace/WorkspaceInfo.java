package org.fleetscope.workspace;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.EntityKind;

/** What a workspace holds. Sizes in bytes, times in µs UTC. */
public record WorkspaceInfo(
        String folder,
        String schemaVersion,
        long sizeBytes,
        Map<EntityKind, Long> rows,
        long quarantined,
        List<Day> days,
        List<ImportRecord> imports) {
    /** A UTC day with runs, date as ISO text. */
    public record Day(String date, long rows) {}

    /** An import as it was recorded. */
    public record ImportRecord(
            long importId,
            long startedAt,
            List<String> files,
            long accepted,
            long rejected,
            long skippedExisting) {}
}
