package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Times;
import org.fleetscope.store.StagedRepair;
import org.fleetscope.store.Store;

/**
 * One re-admission. All rows are judged in a first pass, so that of rows that contradict each other
 * none gets in; a second pass stores the good ones, which are then held against the rules that look
 * beyond a row. Holds the rows of one portion and the runs that come into memory anyway.
 */
final class RepairJob {
    /** Where the rows come from; asked once a pass. */
    interface Source {
        void rows(Consumer<List<EditedRow>> to) throws IOException;
    }

    /** What a repair came to: the outcome, and the state with it. */
    record Result(RepairOutcome outcome, WorkspaceState state) {}

    private final Store store;
    private final WorkspaceState before;
    private final Source source;
    private final JobContext job;
    private long readmitted;
    private long alreadyThere;
    private long refused;
    private final Map<String, Long> rules = new TreeMap<>();

    RepairJob(Store store, WorkspaceState before, Source source, JobContext job) {
        this.store = store;
        this.before = before;
        this.source = source;
        this.job = job;
    }

    /** The outcome, had the repair been done. */
    RepairOutcome tried(String description) throws IOException {
        judge();
        return outcome(0, description);
    }

    Result run(StagedRepair.Record record) throws IOException {
        Judged judged = judge();
        if (readmitted + alreadyThere == 0) {
            return new Result(outcome(0, record.description()), before);
        }
        try (StagedRepair staged = store.quarantine().begin()) {
            RepairJudge judge = judge(judged.contested());
            RepairAdmission admission = new RepairAdmission(staged, judged.entities());
            each("Re-admitting rows", rows -> admission.add(judge.judge(rows)));
            Refilled stored =
                    Refilled.of(
                            before.frame(),
                            new FrameBuilder().build(),
                            judge.entities(),
                            admission.arrivals());
            if (!stored.updates().isEmpty()) {
                staged.metadata(stored.updates());
            }
            RepairFlags flags =
                    RepairFlags.of(
                            stored.before(),
                            before,
                            admission.parts(),
                            judge.entities(),
                            new ImportChecks(store.quarantine()));
            flags.store(staged);
            WorkspaceState after =
                    new WorkspaceState(
                            flags.whole(),
                            judge.entities(),
                            before.quarantined() - readmitted - alreadyThere,
                            new RunJudgement(flags::flags));
            aggregate(staged, after, admission, stored);
            job.checkCancelled();
            long id = staged.commit(record);
            staged.index(JobContext.NONE);
            return new Result(outcome(id, record.description()), after);
        }
    }

    private void aggregate(
            StagedRepair staged, WorkspaceState after, RepairAdmission admission, Refilled stored)
            throws IOException {
        Set<Long> changed = admission.days(before.frame());
        stored.updates().forEach(update -> changed.add(Times.epochDay(update.recordedAt())));
        if (changed.isEmpty()) {
            return;
        }
        long[] days = changed.stream().mapToLong(Long::longValue).toArray();
        long[] scope = store.quarantine().relatedDays(days, admission.imports());
        staged.aggregates(
                Aggregates.ofDays(after.frame(), after.entities().results(), scope, days, job)
                        .rows(),
                days);
    }

    private RepairOutcome outcome(long id, String description) {
        return new RepairOutcome(id, description, readmitted, alreadyThere, refused, rules);
    }

    private RepairJudge judge(Set<RepairJudge.Key> contested) {
        return new RepairJudge(store, before, new ImportChecks(store.quarantine()), contested);
    }

    /** What the first pass found: keys that rows contradict each other about, and all entities. */
    private record Judged(Set<RepairJudge.Key> contested, EntityIndex entities) {}

    /** Counts what becomes of the rows. */
    private Judged judge() throws IOException {
        RepairJudge first = judge(Set.of());
        each("Checking rows", rows -> first.judge(rows).forEach(this::count));
        Set<RepairJudge.Key> contested = first.contested();
        if (!contested.isEmpty()) {
            readmitted = 0;
            alreadyThere = 0;
            refused = 0;
            rules.clear();
            RepairJudge second = judge(contested);
            each("Checking rows", rows -> second.judge(rows).forEach(this::count));
        }
        return new Judged(contested, first.entities());
    }

    private void count(JudgedRow row) {
        if (row.isAdmissible()) {
            readmitted += row.alreadyThere() ? 0 : 1;
            alreadyThere += row.alreadyThere() ? 1 : 0;
        } else {
            refused++;
            row.violations().forEach(v -> rules.merge(v.ruleId(), 1L, Long::sum));
        }
    }

    private interface Step {
        void take(List<EditedRow> rows) throws IOException;
    }

    private void each(String phase, Step step) throws IOException {
        long[] done = new long[1];
        try {
            source.rows(rows -> {
                job.checkCancelled();
                try {
                    step.take(rows);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                done[0] += rows.size();
                job.progress(new Progress(phase, done[0], -1, "rows", done[0]));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
