package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.fleetscope.store.StagedRepair;
import org.jspecify.annotations.Nullable;

/** Stores the good rows of a repair and remembers what they touch. Not thread-safe. */
final class RepairAdmission {
    private final StagedRepair staged;
    private final MetadataResolver metadata;
    private final SortedMap<Long, RepairFlags.Part> parts = new TreeMap<>();
    private final Arrivals arrivals = new Arrivals();
    private final Set<Long> days = new TreeSet<>();
    private final Set<UUID> results = new TreeSet<>();

    /**
     * @param known entities stored and of the repair, whatever comes first
     */
    RepairAdmission(StagedRepair staged, EntityIndex known) {
        this.staged = staged;
        this.metadata = new MetadataResolver(known);
    }

    void add(List<JudgedRow> rows) throws IOException {
        List<JudgedRow> good = rows.stream().filter(JudgedRow::isAdmissible).toList();
        Map<KpiBatch, List<JudgedRow>> runs = new LinkedHashMap<>();
        for (JudgedRow row : good) {
            KpiBatch batch = row.read().kpis();
            EntityBatch entity = row.read().entity();
            if (row.alreadyThere()) {
                continue;
            }
            if (batch != null) {
                runs.computeIfAbsent(batch, b -> new ArrayList<>()).add(row);
            } else if (entity != null) {
                addEntity(entity, row);
            }
        }
        for (Map.Entry<KpiBatch, List<JudgedRow>> part : runs.entrySet()) {
            addRuns(part.getKey(), part.getValue());
        }
        staged.repaired(good.stream().map(JudgedRow::repaired).toList());
    }

    private RepairFlags.Part part(JudgedRow row) {
        return parts.computeIfAbsent(
                row.edited().row().importId(), importId -> new RepairFlags.Part());
    }

    private void addEntity(EntityBatch entity, JudgedRow row) throws IOException {
        staged.entities(entity, row.edited().row().importId());
        arrivals.add(entity, false);
        part(row).arrivals.add(entity, false);
        for (ExecutionResult result : entity.results()) {
            results.add(result.taskId());
            note(row, EntityKind.EXECUTION_RESULT, Times.MISSING, result.taskId(), null);
        }
    }

    private void addRuns(KpiBatch batch, List<JudgedRow> rows) throws IOException {
        int[] indices = rows.stream().mapToInt(row -> row.read().row()).toArray();
        for (int row : indices) {
            batch.flags[row] |= KpiBatch.REPAIRED;
            days.add(Times.epochDay(batch.recordedAt[row]));
        }
        RunMetadata[] resolved = metadata.resolve(batch, indices);
        AcceptedRows accepted = new AcceptedRows(batch, indices, resolved);
        JudgedRow first = rows.getFirst();
        long importId = first.edited().row().importId();
        batch.importId(Math.toIntExact(importId));
        staged.rows(accepted, importId);
        part(first).runs.add(accepted);
        for (JudgedRow row : rows) {
            int at = row.read().row();
            UUID task = batch.taskId(at);
            if (task != null) {
                note(row, EntityKind.KPI_REPORT, batch.recordedAt[at], task, batch.agentId(at));
            }
        }
    }

    /** Remembers what rules that only warn say of the row itself. */
    private void note(
            JudgedRow row, EntityKind kind, long recordedAt, UUID task, @Nullable UUID agent) {
        RowOrigin origin = row.edited().row().origin();
        for (RuleViolation violation : row.violations()) {
            part(row).noted.add(new RowFlag(kind, recordedAt, task, agent, origin, violation));
        }
    }

    /** What is admitted, by the import that had rejected it. */
    SortedMap<Long, RepairFlags.Part> parts() {
        return parts;
    }

    /** Tasks, agents and results that came. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** Imports that get rows. */
    Set<Long> imports() {
        return parts.keySet();
    }

    /** UTC days whose aggregates change: those of the rows, and of runs whose result came. */
    Set<Long> days(Frame before) {
        Set<Long> all = new TreeSet<>(days);
        if (!results.isEmpty()) {
            for (int row = 0; row < before.rows(); row++) {
                if (results.contains(before.taskId(row))) {
                    all.add(Times.epochDay(before.recordedAt()[row]));
                }
            }
        }
        return all;
    }
}
