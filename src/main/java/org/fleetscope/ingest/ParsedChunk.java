package org.fleetscope.ingest;

import java.util.List;
import java.util.UUID;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What a chunk held. Its lines are counted from the chunk's first, 0.
 *
 * @param lines line ends in it
 * @param taken rows that are no runs, by the mapping: left out, or scores of other rows
 */
record ParsedChunk(
        List<KpiBatch> kpis, EntityBatch entities, List<Reject> rejects, long lines, long taken) {
    /**
     * A row that is no KPI report and could not be read, or an execution result with something to
     * be noted.
     *
     * @param flagged task of the result that was taken all the same; null for a row that was not
     */
    record Reject(
            int line,
            long offset,
            String raw,
            List<RuleViolation> violations,
            @Nullable UUID flagged) {
        RejectedRow at(String file, long firstLine) {
            return new RejectedRow(new RowOrigin(file, firstLine + line, offset), raw, violations);
        }
    }

    long kpiRows() {
        long rows = 0;
        for (KpiBatch batch : kpis) {
            rows += batch.rows;
        }
        return rows;
    }

    long rows() {
        long rejected = rejects.stream().filter(reject -> reject.flagged() == null).count();
        return kpiRows() + entities.size() + rejected;
    }
}
