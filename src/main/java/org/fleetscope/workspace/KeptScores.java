package org.fleetscope.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.ingest.FileMappings;
import org.fleetscope.ingest.JoinedScores;
import org.fleetscope.ingest.SourceFile;
import org.fleetscope.model.RejectedRow;

/**
 * Gives rejected rows the scores that they have from another file of their import, which a repair
 * has not got. Not thread-safe.
 */
final class KeptScores {
    private final Map<String, JoinedScores> files = new HashMap<>();

    KeptScores(List<SourceFile> bundle, FileMappings mappings) {
        for (SourceFile file : bundle) {
            files.put(file.path().toString(), JoinedScores.of(file, mappings.of(file)));
        }
    }

    List<RejectedRow> with(List<RejectedRow> rows) {
        return rows.stream().map(this::with).toList();
    }

    private RejectedRow with(RejectedRow row) {
        JoinedScores scores = files.get(row.origin().file());
        return scores == null ? row : row.with(scores.of(row.raw()));
    }
}
