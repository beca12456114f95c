package org.fleetscope.workspace;

import java.util.List;
import java.util.UUID;
import org.fleetscope.ingest.RowsAgain;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;
import org.fleetscope.store.RepairedRow;
import org.jspecify.annotations.Nullable;

/**
 * An edited row, read and checked.
 *
 * @param alreadyThere whether what is stored says the same
 */
record JudgedRow(
        EditedRow edited,
        RowsAgain.Read read,
        List<RuleViolation> violations,
        boolean alreadyThere) {
    boolean isAdmissible() {
        return violations.stream().noneMatch(v -> v.severity() == RuleSeverity.ERROR)
                && (read.kpis() != null || read.entity() != null);
    }

    /** The record of its re-admission. */
    RepairedRow repaired() {
        KpiBatch batch = read.kpis();
        if (batch != null) {
            return record(
                    EntityKind.KPI_REPORT, batch.recordedAt[read.row()], batch.taskId(read.row()));
        }
        EntityBatch entity = read.entity();
        if (entity == null) {
            throw new IllegalStateException("a row that is nothing can't be re-admitted");
        }
        if (!entity.tasks().isEmpty()) {
            return record(EntityKind.TASK, Times.MISSING, entity.tasks().getFirst().id());
        }
        if (!entity.results().isEmpty()) {
            return record(
                    EntityKind.EXECUTION_RESULT,
                    Times.MISSING,
                    entity.results().getFirst().taskId());
        }
        return entity.agents().isEmpty()
                ? record(EntityKind.SYSTEM_HEALTH, entity.health().getFirst().recordedAt(), null)
                : record(EntityKind.AGENT, Times.MISSING, entity.agents().getFirst().id());
    }

    private RepairedRow record(EntityKind kind, long recordedAt, @Nullable UUID id) {
        return new RepairedRow(
                edited.row().id(), edited.text(), kind, recordedAt, id, !alreadyThere);
    }
}
