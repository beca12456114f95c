package org.fleetscope.store;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.EntityKind;

/** What a store holds. {@code sizeBytes} is what its files take on disk. */
public record StoreInfo(
        String schemaVersion,
        long sizeBytes,
        Map<EntityKind, Long> rows,
        long quarantined,
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
