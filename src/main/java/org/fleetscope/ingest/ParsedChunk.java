package org.fleetscope.ingest;

import java.util.List;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleViolation;

/**
 * What a chunk held. Its lines are counted from the chunk's first, 0.
 *
 * @param lines line ends in it
 * @param taken rows that are no runs, by the mapping: left out, or scores of other rows
 */
record ParsedChunk(
        List<KpiBatch> kpis, EntityBatch entities, List<Reject> rejects, long lines, long taken) {
    /** A row that is no KPI report and could not be read. */
    record Reject(int line, long offset, String raw, List<RuleViolation> violations) {
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
        return kpiRows() + entities.size() + rejects.size();
    }
}
