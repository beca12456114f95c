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
import java.util.concurrent.ConcurrentHashMap;
import org.fleetscope.ingest.RowSink;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
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
final class RowGate implements RowSink {
    private final DuplicateIndex duplicates;
    private final EntityIndex entities;
    private final MetadataResolver metadata;
    private final Landing landing;
    private final ImportCounts counts;
    private final Set<Long> days = new HashSet<>();
    private RowRules rules;
    private String file = "";
    private final Map<KpiBatch, BatchCheck> checks = new ConcurrentHashMap<>();

    RowGate(RowRules rules, DuplicateIndex duplicates, EntityIndex entities, Landing landing) {
        this(rules, duplicates, entities, landing, new ImportCounts());
    }

    /**
     * @param counts what was counted before and goes on
     */
    RowGate(
            RowRules rules,
            DuplicateIndex duplicates,
            EntityIndex entities,
            Landing landing,
            ImportCounts counts) {
        this.counts = counts;
        this.rules = rules;
        this.duplicates = duplicates;
        this.entities = entities;
        this.metadata = new MetadataResolver(entities);
        this.landing = landing;
    }

    /** Names the file that the next calls deliver from, and the rules that its rows obey. */
    void reading(String path, RowRules fileRules) {
        file = path;
        rules = fileRules;
    }

    ImportCounts counts() {
        return counts;
    }

    @Override
    public void prepare(KpiBatch batch) {
        checks.put(batch, rules.check(batch));
    }

    @Override
    public void deliver(KpiBatch batch) {
        BatchCheck check = Objects.requireNonNull(checks.remove(batch), "batch was not prepared");
        check.counts().forEach(counts::broke);
        List<RejectedRow> rejected = new ArrayList<>();
        for (int row : check.rejectedRows()) {
            rejected.add(new RejectedRow(batch.origin(row), batch.raw(row), check.violations(row)));
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
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(KpiBatch batch, int[] rows) throws IOException {
        RunMetadata[] resolved = metadata.resolve(batch, rows);
        long missing = Arrays.stream(resolved).filter(RunMetadata::missing).count();
        counts.broke(Rule.METADATA_MISSING.id(), missing);
        counts.accepted(batch.file, EntityKind.KPI_REPORT, rows.length);
        landing.accepted(new AcceptedRows(batch, rows, resolved));
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
                case IDENTICAL -> counts.skipped(batch.file, 1);
                case CONTRADICTS -> {
                    rejected.add(
                            new RejectedRow(
                                    batch.origin(row),
                                    batch.raw(row),
                                    List.of(contradiction(at, String.valueOf(batch.taskId(row))))));
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
        counts.accepted(file, EntityKind.TASK, changed.tasks().size());
        counts.accepted(file, EntityKind.EXECUTION_RESULT, changed.results().size());
        counts.accepted(file, EntityKind.AGENT, changed.agents().size());
        counts.accepted(file, EntityKind.SYSTEM_HEALTH, changed.health().size());
        counts.skipped(file, batch.size() - changed.size());
        try {
            landing.entities(changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
