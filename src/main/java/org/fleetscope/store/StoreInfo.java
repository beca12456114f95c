package org.fleetscope.store;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.EntityKind;

/**
 * What a store holds.
 *
 * @param sizeBytes what its files take on disk
 * @param quarantined rows in quarantine
 * @param repaired rows that were in quarantine and are re-admitted
 */
public record StoreInfo(
        String schemaVersion,
        long sizeBytes,
        Map<EntityKind, Long> rows,
        long quarantined,
        long repaired,
        List<ImportEntry> imports) {
    /** A committed import. */
    public record ImportEntry(
            long importId,
            long startedAt,
            List<String> files,
            long accepted,
            long rejected,
            long skippedExisting) {}
}
