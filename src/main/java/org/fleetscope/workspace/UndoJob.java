package org.fleetscope.workspace;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.RepairEntry;
import org.fleetscope.model.Times;
import org.fleetscope.store.RepairedRow;
import org.fleetscope.store.StagedUndo;
import org.fleetscope.store.Store;

/** Takes one repair back. */
final class UndoJob {
    private final Store store;
    private final WorkspaceState before;
    private final RepairEntry repair;
    private final JobContext job;
    private final Set<RepairJudge.Key> runs = new HashSet<>();
    private final Set<UUID> results = new HashSet<>();
    private boolean entitiesGo;

    UndoJob(Store store, WorkspaceState before, RepairEntry repair, JobContext job) {
        this.store = store;
        this.before = before;
        this.repair = repair;
        this.job = job;
    }

    /** The state without the repair. */
    WorkspaceState run(long at, String by) throws IOException {
        try (StagedUndo staged = store.quarantine().beginUndo(repair.id())) {
            staged.rows(this::note);
            Set<UUID> tasks = entitiesGo ? staged.leaving(EntityKind.TASK) : Set.of();
            Set<UUID> agents = entitiesGo ? staged.leaving(EntityKind.AGENT) : Set.of();
            EntityIndex entities =
                    entitiesGo ? before.entities().without(tasks, agents) : before.entities();
            Refilled runs = Refilled.without(remaining(before.frame()), entities, tasks, agents);
            Frame frame = runs.whole();
            long[] days = daysToAggregate(staged, runs);
            if (!runs.updates().isEmpty()) {
                staged.metadata(runs.updates());
            }
            if (days.length > 0) {
                long[] scope = store.quarantine().relatedDays(days, Set.of());
                staged.aggregates(
                        Aggregates.ofDays(frame, remainingResults(), scope, days, job).rows(),
                        days);
            }
            job.checkCancelled();
            staged.commit(at, by);
            if (entitiesGo) {
                entities = new EntityIndex();
                store.readEntities(entities::add);
            }
            return new WorkspaceState(
                    frame,
                    entities,
                    before.quarantined() + repair.rows(),
                    StoredFlags.of(store, frame));
        }
    }

    /** Days without windows of before, and days of other runs that lose what they inherited. */
    private static long[] daysToAggregate(StagedUndo staged, Refilled runs) throws IOException {
        Set<Long> days = new TreeSet<>();
        runs.updates().forEach(update -> days.add(Times.epochDay(update.recordedAt())));
        LongStream.of(staged.daysToRestore()).forEach(days::remove);
        LongStream.of(staged.daysToAggregate()).forEach(days::add);
        return days.stream().mapToLong(Long::longValue).toArray();
    }

    private void note(List<RepairedRow> rows) {
        for (RepairedRow row : rows) {
            UUID id = row.id();
            if (row.entity() != EntityKind.KPI_REPORT) {
                entitiesGo = true;
                if (row.entity() == EntityKind.EXECUTION_RESULT && id != null) {
                    results.add(id);
                }
            } else if (id != null) {
                runs.add(
                        new RepairJudge.Key(
                                row.recordedAt(),
                                id.getMostSignificantBits(),
                                id.getLeastSignificantBits()));
            }
        }
    }

    private Map<UUID, Boolean> remainingResults() {
        Map<UUID, Boolean> left = new HashMap<>(before.entities().results());
        left.keySet().removeAll(results);
        return left;
    }

    /** Built anew, so that no agent or host stays known that only went with the rows. */
    private Frame remaining(Frame all) {
        if (runs.isEmpty()) {
            return all;
        }
        int[] kept =
                IntStream.range(0, all.rows())
                        .filter(row ->
                                (all.flags()[row] & Frame.REPAIRED) == 0
                                        || !runs.contains(
                                                new RepairJudge.Key(
                                                        all.recordedAt()[row],
                                                        all.taskHi()[row],
                                                        all.taskLo()[row])))
                        .toArray();
        return new FrameBuilder().add(all.select(kept)).build();
    }
}
