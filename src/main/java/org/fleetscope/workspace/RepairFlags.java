package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.Times;
import org.fleetscope.quality.FlagIndex;
import org.fleetscope.quality.RunCheck;
import org.fleetscope.quality.RunFlags;
import org.fleetscope.store.StagedRepair;

/**
 * What the rules that look beyond a row say of the rows of a repair, as they would had these come
 * with an import: held against all runs stored and against the repair's own, by the settings of the
 * import that had rejected them, import by import. Not thread-safe.
 */
final class RepairFlags {
    private static final int PORTION = 10_000;

    /** What a repair admits of one import. */
    static final class Part {
        final FrameBuilder runs = new FrameBuilder();
        final Arrivals arrivals = new Arrivals();
        final List<RowFlag> noted = new ArrayList<>();
    }

    private record Step(long importId, RunCheck check, List<RowFlag> noted) {}

    private final List<Step> steps = new ArrayList<>();
    private final RunFlags earlier;
    private RunFlags flags;
    private Frame whole;

    private RepairFlags(RunFlags earlier, Frame before) {
        this.earlier = earlier;
        this.flags = earlier;
        this.whole = before;
    }

    /**
     * @param before runs stored, with the metadata that the repair gives them
     * @param state what was stored before
     * @param known entities of the state and of the repair
     */
    static RepairFlags of(
            Frame before,
            WorkspaceState state,
            SortedMap<Long, Part> parts,
            EntityIndex known,
            ImportChecks checks)
            throws IOException {
        RepairFlags all = new RepairFlags(state.flags(), before);
        for (Map.Entry<Long, Part> part : parts.entrySet()) {
            all.judge(part.getKey(), part.getValue(), state, known, checks);
        }
        return all;
    }

    private void judge(
            long importId, Part part, WorkspaceState state, EntityIndex known, ImportChecks checks)
            throws IOException {
        int from = whole.rows();
        whole = new FrameBuilder().add(whole).add(part.runs.build()).build();
        RunCheck check =
                RunCheck.of(
                        new RunCheck.Input(
                                whole,
                                from,
                                Math.toIntExact(importId),
                                flags,
                                index(part.noted),
                                known,
                                part.arrivals.touched(state.entities()),
                                checks.together(importId)));
        flags = check.flags().withGroups(earlier);
        steps.add(new Step(importId, check, part.noted));
    }

    private static FlagIndex index(List<RowFlag> noted) {
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
        return index;
    }

    /** Runs stored before, and behind them those of the repair. */
    Frame whole() {
        return whole;
    }

    /** Flags of all these runs. */
    RunFlags flags() {
        return flags;
    }

    void store(StagedRepair staged) throws IOException {
        for (Step step : steps) {
            staged.flags(new FlagChanges(List.of(), step.check.lifted(), List.of()), step.importId);
            List<RowFlag> pending = new ArrayList<>(step.noted);
            try {
                step.check.raisedEach(flag -> {
                    pending.add(flag);
                    if (pending.size() >= PORTION) {
                        write(staged, pending, step.importId);
                    }
                });
                write(staged, pending, step.importId);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private static void write(StagedRepair staged, List<RowFlag> pending, long importId) {
        if (pending.isEmpty()) {
            return;
        }
        try {
            staged.flags(FlagChanges.raised(pending), importId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pending.clear();
    }
}
