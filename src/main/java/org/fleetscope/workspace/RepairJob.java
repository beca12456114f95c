package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.fleetscope.store.StagedRepair;
import org.fleetscope.store.Store;

/**
 * One re-admission. All rows are judged in a first pass, so that of rows that contradict each other
 * none gets in; a second pass stores the good ones. Holds the rows of one portion and the runs that
 * come into memory anyway.
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
        Set<RepairJudge.Key> contested = judge();
        if (readmitted + alreadyThere == 0) {
            return new Result(outcome(0, record.description()), before);
        }
        try (StagedRepair staged = store.quarantine().begin()) {
            RepairJudge judge = judge(contested);
            Admission admission = new Admission(staged, judge.entities());
            each("Re-admitting rows", rows -> admission.add(judge.judge(rows)));
            Frame frame =
                    new FrameBuilder().add(before.frame()).add(admission.frame.build()).build();
            WorkspaceState after =
                    before.with(
                            frame,
                            judge.entities(),
                            before.quarantined() - readmitted - alreadyThere);
            long[] days = admission.days();
            if (days.length > 0) {
                staged.aggregates(
                        Aggregates.ofDays(
                                        frame,
                                        after.entities().results(),
                                        store.quarantine().relatedDays(days, admission.imports),
                                        days,
                                        job)
                                .rows(),
                        days);
            }
            job.checkCancelled();
            long id = staged.commit(record);
            staged.index(JobContext.NONE);
            return new Result(outcome(id, record.description()), after);
        }
    }

    private RepairOutcome outcome(long id, String description) {
        return new RepairOutcome(id, description, readmitted, alreadyThere, refused, rules);
    }

    private RepairJudge judge(Set<RepairJudge.Key> contested) {
        return new RepairJudge(store, before, new ImportChecks(store.quarantine()), contested);
    }

    /** Counts what becomes of the rows. */
    private Set<RepairJudge.Key> judge() throws IOException {
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
        return contested;
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

    /** Stores good rows and remembers what they touch. */
    private final class Admission {
        private final StagedRepair staged;
        private final EntityIndex entities;
        private final FrameBuilder frame = new FrameBuilder();
        private final Set<Long> days = new TreeSet<>();
        private final Set<Long> imports = new TreeSet<>();
        private final Set<UUID> results = new TreeSet<>();

        private Admission(StagedRepair staged, EntityIndex entities) {
            this.staged = staged;
            this.entities = entities;
        }

        private void add(List<JudgedRow> rows) throws IOException {
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
                    staged.entities(entity, row.edited().row().importId());
                    entity.results().stream().map(ExecutionResult::taskId).forEach(results::add);
                }
            }
            for (Map.Entry<KpiBatch, List<JudgedRow>> part : runs.entrySet()) {
                addRuns(part.getKey(), part.getValue());
            }
            staged.repaired(good.stream().map(JudgedRow::repaired).toList());
        }

        private void addRuns(KpiBatch batch, List<JudgedRow> rows) throws IOException {
            int[] indices = rows.stream().mapToInt(row -> row.read().row()).toArray();
            for (int row : indices) {
                batch.flags[row] |= KpiBatch.REPAIRED;
                days.add(Times.epochDay(batch.recordedAt[row]));
            }
            RunMetadata[] metadata = new MetadataResolver(entities).resolve(batch, indices);
            AcceptedRows accepted = new AcceptedRows(batch, indices, metadata);
            long importId = rows.getFirst().edited().row().importId();
            imports.add(importId);
            batch.importId(Math.toIntExact(importId));
            staged.rows(accepted, importId);
            frame.add(accepted);
        }

        /** UTC days whose aggregates change: those of the rows, and of runs whose result came. */
        private long[] days() {
            Frame all = before.frame();
            if (!results.isEmpty()) {
                for (int row = 0; row < all.rows(); row++) {
                    if (results.contains(all.taskId(row))) {
                        days.add(Times.epochDay(all.recordedAt()[row]));
                    }
                }
            }
            return days.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
