package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.Lazy;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;
import org.fleetscope.quality.FlagIndex;
import org.fleetscope.quality.RunCheck;
import org.fleetscope.quality.Touched;

/**
 * The rules of one import that look beyond a row. Computed once, when the import comes to it or a
 * view asks first; then counted and stored.
 */
final class Judging {
    private static final int PORTION = 10_000;
    private static final long FLAG_BYTES = 400;

    /** A write to the import in the store. */
    @FunctionalInterface
    interface Submit {
        void write(long bytes, StoreWriter.Write write) throws IOException;
    }

    private final WorkspaceState before;
    private final Frame whole;
    private final int importId;
    private final EntityIndex entities;
    private final Touched touched;
    private final RuleSettings settings;
    private final List<RowFlag> noted;
    private final Set<UUID> results;
    private final Lazy<RunCheck> check = new Lazy<>();

    /**
     * @param whole runs of before, and behind them those of the import
     * @param gate what came with the import
     * @param retracted keys of rows that were taken back
     */
    Judging(
            WorkspaceState before,
            Frame whole,
            int importId,
            EntityIndex entities,
            RowGate gate,
            List<long[]> retracted,
            RuleSettings settings) {
        this.before = before;
        this.whole = whole;
        this.importId = importId;
        this.entities = entities;
        this.touched = gate.arrivals().touched(before.entities());
        this.settings = settings;
        this.noted = without(gate.noted(), retracted);
        this.results = gate.arrivals().results();
    }

    private static List<RowFlag> without(List<RowFlag> noted, List<long[]> retracted) {
        Set<List<Long>> gone =
                retracted.stream()
                        .map(key -> List.of(key[0], key[1], key[2]))
                        .collect(Collectors.toCollection(HashSet::new));
        return gone.isEmpty()
                ? noted
                : noted.stream()
                        .filter(flag ->
                                !gone.contains(
                                        List.of(
                                                flag.recordedAt(),
                                                flag.taskId().getMostSignificantBits(),
                                                flag.taskId().getLeastSignificantBits())))
                        .toList();
    }

    RunJudgement judgement() {
        return new RunJudgement(() -> check().flags());
    }

    RunCheck check() {
        return check.get(() -> {
            FlagIndex index = new FlagIndex();
            for (RowFlag flag : noted) {
                if (flag.recordedAt() != Times.MISSING) {
                    index.add(
                            flag.recordedAt(),
                            flag.taskId().getMostSignificantBits(),
                            flag.taskId().getLeastSignificantBits(),
                            Rule.of(flag.violation().ruleId()).orElseThrow());
                }
            }
            return RunCheck.of(
                    new RunCheck.Input(
                            whole,
                            before.frame().rows(),
                            importId,
                            before.flags(),
                            index,
                            entities,
                            touched,
                            settings));
        });
    }

    /** Adds to the counts how many rows of the import broke which of the rules that only warn. */
    void count(ImportCounts counts) {
        noted.forEach(flag -> counts.broke(flag.violation().ruleId(), 1));
        check().counts().forEach((rule, rows) -> counts.broke(rule.id(), rows));
    }

    /**
     * Has all changes of flags written, in portions, so that a million of them need not be in
     * memory at once.
     */
    void store(Submit submit) throws IOException {
        List<FlagChanges.Lifted> lifted = new ArrayList<>(check().lifted());
        // What an earlier result of the task was noted for does not hold of the one that came.
        for (UUID task : results) {
            if (before.entities().resultFacts(task) != null) {
                lifted.add(new FlagChanges.Lifted(Rule.ERROR_DETAILS, Times.MISSING, task));
            }
        }
        FlagChanges changes = new FlagChanges(List.of(), lifted, check().groups());
        submit.write(0, staged -> staged.flags(changes));
        Portions portions = new Portions(submit);
        noted.forEach(portions::add);
        check().raised(portions::add);
        portions.flush();
    }

    private static final class Portions {
        private final Submit submit;
        private final List<RowFlag> pending = new ArrayList<>();

        Portions(Submit submit) {
            this.submit = submit;
        }

        void add(RowFlag flag) {
            pending.add(flag);
            if (pending.size() == PORTION) {
                flush();
            }
        }

        void flush() {
            if (pending.isEmpty()) {
                return;
            }
            FlagChanges raised = FlagChanges.raised(pending);
            pending.clear();
            try {
                submit.write(raised.raised().size() * FLAG_BYTES, staged -> staged.flags(raised));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
