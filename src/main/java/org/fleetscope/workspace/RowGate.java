package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.fleetscope.quality.BatchCheck;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.quality.RowRules;

/**
 * Judges every row a reader delivers and passes it on: row rules on the parser threads, repeated
 * and contradicting rows in the order of the files. Counts what it sees, so that no row is lost
 * unnoticed.
 */
final class RowGate implements Bundle.Sink {
    private final DuplicateIndex duplicates;
    private final EntityIndex entities;
    private final MetadataResolver metadata;
    private final RepairedKeys repaired;
    private final StoredValues stored;
    private final Landing landing;
    private final ImportCounts counts;
    private final Set<Long> days = new HashSet<>();
    private final List<RowFlag> noted = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals();
    private boolean runsCame;
    private RowRules rules;
    private String file = "";
    private final Map<KpiBatch, BatchCheck> checks = new ConcurrentHashMap<>();

    RowGate(RowRules rules, DuplicateIndex duplicates, EntityIndex entities, Landing landing) {
        this(rules, duplicates, entities, RepairedKeys.NONE, StoredValues.NONE, landing);
    }

    /**
     * @param repaired is told of rows that are there already because a repair stored them
     * @param stored knows the values of rows that are there already
     */
    RowGate(
            RowRules rules,
            DuplicateIndex duplicates,
            EntityIndex entities,
            RepairedKeys repaired,
            StoredValues stored,
            Landing landing) {
        this(rules, duplicates, entities, repaired, stored, landing, new ImportCounts());
    }

    /**
     * @param counts what was counted before and goes on
     */
    RowGate(
            RowRules rules,
            DuplicateIndex duplicates,
            EntityIndex entities,
            RepairedKeys repaired,
            StoredValues stored,
            Landing landing,
            ImportCounts counts) {
        this.counts = counts;
        this.repaired = repaired;
        this.stored = stored;
        this.rules = rules;
        this.duplicates = duplicates;
        this.entities = entities;
        this.metadata = new MetadataResolver(entities);
        this.landing = landing;
    }

    @Override
    public void reading(String path, RowRules fileRules) {
        file = path;
        rules = fileRules;
    }

    @Override
    public long rowsRead() {
        return counts.read();
    }

    ImportCounts counts() {
        return counts;
    }

    /** What rules about single rows noted of rows that were kept. */
    List<RowFlag> noted() {
        return noted;
    }

    /** Tasks, agents and results that came or changed. */
    Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void prepare(KpiBatch batch) {
        checks.put(batch, rules.check(batch));
    }

    @Override
    public void deliver(KpiBatch batch) {
        BatchCheck check = Objects.requireNonNull(checks.remove(batch), "batch was not prepared");
        List<RejectedRow> rejected = new ArrayList<>();
        for (int row : check.rejectedRows()) {
            List<RuleViolation> violations = check.violations(row);
            violations.forEach(violation -> counts.broke(violation.ruleId(), 1));
            rejected.add(
                    new RejectedRow(
                            batch.origin(row), batch.raw(row), violations, batch.recordedAt[row]));
        }
        try {
            int[] fresh = admit(batch, check.acceptedRows(), rejected);
            batch.releaseSource();
            counts.rejected(batch.file, rejected.size());
            if (!rejected.isEmpty()) {
                landing.rejected(rejected);
            }
            if (fresh.length > 0) {
                accept(batch, fresh);
                note(batch, fresh, check);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(KpiBatch batch, int[] rows) throws IOException {
        RunMetadata[] resolved = metadata.resolve(batch, rows);
        runsCame = true;
        counts.accepted(batch.file, EntityKind.KPI_REPORT, rows.length);
        landing.accepted(new AcceptedRows(batch, rows, resolved));
    }

    /** Remembers what rules that only warn say of rows that are kept. */
    private void note(KpiBatch batch, int[] rows, BatchCheck check) {
        if (!check.hasFlagged()) {
            return;
        }
        for (int row : rows) {
            if (check.isFlagged(row)) {
                UUID task = Objects.requireNonNull(batch.taskId(row));
                for (RuleViolation violation : check.violations(row)) {
                    noted.add(
                            new RowFlag(
                                    EntityKind.KPI_REPORT,
                                    batch.recordedAt[row],
                                    task,
                                    batch.agentId(row),
                                    batch.origin(row),
                                    violation));
                }
            }
        }
    }

    /** The rows whose key is new; contradicting ones are added to the rejected. */
    private int[] admit(KpiBatch batch, int[] rows, List<RejectedRow> rejected) throws IOException {
        int[] fresh = new int[rows.length];
        int kept = 0;
        long day = Long.MIN_VALUE;
        for (int row : rows) {
            long at = batch.recordedAt[row];
            if (Times.epochDay(at) != day) {
                day = Times.epochDay(at);
                if (days.add(day)) {
                    landing.dayBegins(day);
                }
            }
            switch (duplicates.admit(
                    at, batch.taskHi[row], batch.taskLo[row], batch.contentHash[row])) {
                case NEW -> fresh[kept++] = row;
                case IDENTICAL -> {
                    counts.skipped(batch.file, 1);
                    if (stored.differs(batch, row)) {
                        counts.differs();
                    }
                    repaired.runCame(at, batch.taskHi[row], batch.taskLo[row]);
                }
                case CONTRADICTS -> {
                    rejected.add(
                            new RejectedRow(
                                    batch.origin(row),
                                    batch.raw(row),
                                    List.of(contradiction(at, String.valueOf(batch.taskId(row)))),
                                    at));
                    counts.broke(Rule.DUPLICATE_RUN.id(), 1);
                }
            }
        }
        return kept == rows.length ? rows : Arrays.copyOf(fresh, kept);
    }

    static RuleViolation contradiction(long recordedAt, String taskId) {
        return new RuleViolation(
                Rule.DUPLICATE_RUN.id(),
                RuleSeverity.ERROR,
                "task_id",
                taskId,
                "another row with task_id "
                        + taskId
                        + " and recorded_at "
                        + Times.iso(recordedAt)
                        + " says something else, and nothing tells which of them is right");
    }

    @Override
    public void deliver(EntityBatch batch) {
        EntityBatch changed = entities.add(batch);
        arrivals.add(changed, runsCame);
        counts.accepted(file, EntityKind.TASK, changed.tasks().size());
        counts.accepted(file, EntityKind.EXECUTION_RESULT, changed.results().size());
        counts.accepted(file, EntityKind.AGENT, changed.agents().size());
        counts.accepted(file, EntityKind.SYSTEM_HEALTH, changed.health().size());
        counts.skipped(file, batch.size() - changed.size());
        if (changed.size() < batch.size()) {
            repaired.entitiesCame(batch);
        }
        try {
            landing.entities(changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void flag(UUID taskId, RejectedRow row) {
        List<RuleViolation> violations =
                row.violations().stream().filter(violation -> isOn(violation.ruleId())).toList();
        if (violations.isEmpty() || !arrivals.isNewResult(taskId)) {
            return;
        }
        for (RuleViolation violation : violations) {
            noted.add(
                    new RowFlag(
                            EntityKind.EXECUTION_RESULT,
                            Times.MISSING,
                            taskId,
                            null,
                            row.origin(),
                            violation));
        }
        landing.flagged(new RejectedRow(row.origin(), row.raw(), violations));
    }

    private boolean isOn(String ruleId) {
        return Rule.of(ruleId).filter(rules.settings()::isOn).isPresent();
    }

    @Override
    public void passedOver(long rows) {
        counts.passedOver(file, rows);
    }

    @Override
    public void reject(RejectedRow row) {
        counts.rejected(row.origin().file(), 1);
        row.violations().forEach(v -> counts.broke(v.ruleId(), 1));
        try {
            landing.rejected(List.of(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
