package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.ingest.RowsAgain;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.quality.BatchCheck;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Checks edited rows as their imports did, and holds their keys against what is stored and against
 * each other. Two rows of one repair that contradict each other are refused both. Not thread-safe.
 */
final class RepairJudge {
    /** Key of a run. */
    record Key(long recordedAt, long taskHigh, long taskLow) {}

    private final Store store;
    private final Frame frame;
    private final EntityIndex entities;
    private final ImportChecks checks;
    private final DuplicateIndex duplicates = new DuplicateIndex(1024);
    private final Set<Key> contested;
    private final Map<KpiBatch, BatchCheck> checked = new HashMap<>();

    /**
     * @param state what is stored
     * @param contested keys that rows of this repair contradict each other about, as {@link
     *     #contested()} of a first pass told
     */
    RepairJudge(Store store, WorkspaceState state, ImportChecks checks, Set<Key> contested) {
        this.store = store;
        this.frame = state.frame();
        this.entities = state.entities().copy();
        this.checks = checks;
        this.contested = contested;
    }

    /** What is stored, with the entities admitted so far. */
    EntityIndex entities() {
        return entities;
    }

    /** Keys that the rows judged so far contradict each other about. */
    Set<Key> contested() {
        Set<Key> keys = new HashSet<>();
        duplicates.retracted().forEach(key -> keys.add(new Key(key[0], key[1], key[2])));
        return keys;
    }

    List<JudgedRow> judge(List<EditedRow> rows) throws IOException {
        List<RowsAgain.Read> reads = read(rows);
        knowStored(rows, reads);
        List<JudgedRow> judged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            judged.add(judge(rows.get(i), reads.get(i)));
        }
        checked.clear();
        return judged;
    }

    private List<RowsAgain.Read> read(List<EditedRow> rows) throws IOException {
        List<RowsAgain.Read> reads = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !isSameFile(rows.get(from), rows.get(i))) {
                List<EditedRow> part = rows.subList(from, i);
                RowsAgain file =
                        checks.file(
                                part.getFirst().row().importId(),
                                part.getFirst().row().origin().file());
                reads.addAll(
                        file.read(
                                part.stream()
                                        .map(row ->
                                                new RowsAgain.Text(
                                                        row.text(),
                                                        row.row().origin(),
                                                        row.row().joinedScores()))
                                        .toList()));
                from = i;
            }
        }
        return reads;
    }

    private static boolean isSameFile(EditedRow a, EditedRow b) {
        return a.row().importId() == b.row().importId()
                && a.row().origin().file().equals(b.row().origin().file());
    }

    private List<RuleViolation> violations(EditedRow row, RowsAgain.Read read) throws IOException {
        KpiBatch batch = read.kpis();
        if (batch == null) {
            return read.violations().isEmpty() ? List.of() : on(row, read.violations());
        }
        BatchCheck check = checked.get(batch);
        if (check == null) {
            check = checks.rules(row.row().importId(), row.row().origin().file()).check(batch);
            checked.put(batch, check);
        }
        return check.violations(read.row());
    }

    /** Without rules that warn and are off. */
    private List<RuleViolation> on(EditedRow row, List<RuleViolation> violations)
            throws IOException {
        RuleSettings settings =
                checks.rules(row.row().importId(), row.row().origin().file()).settings();
        return violations.stream()
                .filter(violation ->
                        violation.severity() == RuleSeverity.ERROR
                                || Rule.of(violation.ruleId()).filter(settings::isOn).isPresent())
                .toList();
    }

    /** Enters the stored runs that have a key of these rows. */
    private void knowStored(List<EditedRow> rows, List<RowsAgain.Read> reads) throws IOException {
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            RowsAgain.Read read = reads.get(i);
            if (read.kpis() != null && isGood(violations(rows.get(i), read))) {
                keys.add(key(read.kpis(), read.row()));
            }
        }
        for (Key key : keys.isEmpty() ? keys : present(keys)) {
            OptionalLong hash =
                    store.contentHash(key.recordedAt, new UUID(key.taskHigh, key.taskLow));
            if (hash.isPresent()) {
                duplicates.stored(key.recordedAt, key.taskHigh, key.taskLow, hash.getAsLong());
            }
        }
    }

    private Set<Key> present(Set<Key> keys) {
        long first = keys.stream().mapToLong(Key::recordedAt).min().orElse(0);
        long last = keys.stream().mapToLong(Key::recordedAt).max().orElse(0);
        Set<Key> present = new HashSet<>();
        long[] at = frame.recordedAt();
        for (int row = 0; row < frame.rows(); row++) {
            if (at[row] >= first && at[row] <= last) {
                Key key = new Key(at[row], frame.taskHi()[row], frame.taskLo()[row]);
                if (keys.contains(key)) {
                    present.add(key);
                }
            }
        }
        return present;
    }

    private static Key key(KpiBatch batch, int row) {
        return new Key(batch.recordedAt[row], batch.taskHi[row], batch.taskLo[row]);
    }

    private JudgedRow judge(EditedRow row, RowsAgain.Read read) throws IOException {
        List<RuleViolation> violations = new ArrayList<>(violations(row, read));
        boolean there = false;
        if (isGood(violations)) {
            there =
                    read.kpis() == null
                            ? isEntityThere(read.entity(), violations)
                            : isRunThere(read.kpis(), read.row(), violations);
        }
        return new JudgedRow(row, read, List.copyOf(violations), there);
    }

    private static boolean isGood(List<RuleViolation> violations) {
        return violations.stream().noneMatch(v -> v.severity() == RuleSeverity.ERROR);
    }

    private boolean isRunThere(KpiBatch batch, int row, List<RuleViolation> violations) {
        Key key = key(batch, row);
        DuplicateIndex.Verdict verdict =
                contested.contains(key)
                        ? DuplicateIndex.Verdict.CONTRADICTS
                        : duplicates.admit(
                                key.recordedAt, key.taskHigh, key.taskLow, batch.contentHash[row]);
        if (verdict == DuplicateIndex.Verdict.CONTRADICTS) {
            violations.add(
                    RowGate.contradiction(key.recordedAt, String.valueOf(batch.taskId(row))));
        }
        return verdict == DuplicateIndex.Verdict.IDENTICAL;
    }

    private boolean isEntityThere(@Nullable EntityBatch entity, List<RuleViolation> violations) {
        if (entity == null || entity.size() != 1) {
            violations.add(
                    new RuleViolation(
                            Rule.MALFORMED_ROW.id(),
                            RuleSeverity.ERROR,
                            "",
                            null,
                            "the row is no run, task, execution result, agent or record of system"
                                    + " health; expected exactly one of these"));
            return false;
        }
        return switch (entities.verdict(entity)) {
            case NEW -> {
                entities.add(entity);
                yield false;
            }
            case IDENTICAL -> true;
            case CONTRADICTS -> {
                violations.add(
                        new RuleViolation(
                                Rule.DUPLICATE_RUN.id(),
                                RuleSeverity.ERROR,
                                "",
                                null,
                                "another row about the same task, result, agent or time of health is"
                                        + " stored and says something else, and a repair changes no"
                                        + " stored row"));
                yield false;
            }
        };
    }
}
