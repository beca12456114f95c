package org.fleetscope.workspace;

import java.util.Arrays;
import java.util.List;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FrameFilter;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameAppender;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.AgentNames;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.AgentRowsBuilder;
import org.fleetscope.series.Overview;
import org.fleetscope.series.OverviewBuilder;
import org.fleetscope.series.OverviewInput;
import org.jspecify.annotations.Nullable;

/**
 * Live answers about a stretch of time that moves along: keeps the runs in it and in the period
 * before, among which everything is found quickly, and drops those that are past now and then.
 */
final class SlidingAnswers implements LiveAnswers {
    /** Runs of the past that may be kept beside those needed. */
    private static final int SPARE = 1 << 14;

    private WorkspaceState state;
    private Scope scope;
    private FrameAppender recent;
    private long horizon;
    private Frame runs;

    SlidingAnswers(WorkspaceState state, Scope scope) {
        this.state = state;
        this.scope = scope;
        this.horizon = scope.time().previous().from();
        this.recent = new FrameAppender(FrameFilter.select(state.frame(), sinceHorizon()));
        this.runs = selected();
    }

    private Scope sinceHorizon() {
        return scope.withTime(new TimeRange(horizon, Long.MAX_VALUE));
    }

    private Frame selected() {
        return FrameFilter.select(recent.frame(), scope);
    }

    @Override
    public void grow(WorkspaceState to, Scope now) {
        boolean same = to.frame() == state.frame() && now.equals(scope);
        if (same) {
            state = to;
            return;
        }
        scope = now;
        long needed = now.time().previous().from();
        if (needed < horizon) {
            horizon = needed;
            recent = new FrameAppender(FrameFilter.select(to.frame(), sinceHorizon()));
        } else {
            Frame added = to.frame().from(state.frame().rows());
            recent.add(FrameFilter.select(added, sinceHorizon()));
            prune(needed);
        }
        state = to;
        runs = selected();
    }

    private void prune(long needed) {
        Frame all = recent.frame();
        int past = 0;
        for (long at : all.recordedAt()) {
            past += at < needed ? 1 : 0;
        }
        if (past > all.rows() / 2 + SPARE) {
            horizon = needed;
            recent = new FrameAppender(FrameFilter.select(all, sinceHorizon()));
        }
    }

    @Override
    public long runs() {
        return runs.rows();
    }

    /** Never, since outcomes are looked up with every answer. */
    @Override
    public boolean missesResults(WorkspaceState now) {
        return false;
    }

    @Override
    public Overview overview(Examined examined, int buckets) {
        return OverviewBuilder.of(
                new OverviewInput(
                        runs,
                        scope.time(),
                        success(runs),
                        findings(examined),
                        previous(examined),
                        state.quarantined(),
                        LocalFleetView.health(state, scope.time())),
                buckets,
                LocalFleetView.TOP_FINDINGS);
    }

    private Success success(Frame of) {
        return Success.of(of, state.entities().results());
    }

    private OverviewInput.@Nullable Period previous(Examined examined) {
        Frame before = FrameFilter.select(recent.frame(), scope.withTime(scope.time().previous()));
        return before.rows() == 0
                ? null
                : new OverviewInput.Period(before, success(before), examined.before());
    }

    /**
     * The findings of runs that are still in scope. Rows come at the end only, so that runs which
     * are in both stretches of time stand in the same order in both.
     */
    private FindingSet findings(Examined examined) {
        Frame then = examined.runs();
        int[] rows = new int[then.rows()];
        int now = 0;
        long[] at = runs.recordedAt();
        long[] atThen = then.recordedAt();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = -1;
            if (!scope.time().contains(atThen[row])) {
                continue;
            }
            while (now < at.length && !isSame(then, row, runs, now)) {
                now++;
            }
            if (now < at.length) {
                rows[row] = now++;
            }
        }
        return examined.findings().on(runs, rows);
    }

    private static boolean isSame(Frame a, int rowOfA, Frame b, int rowOfB) {
        return a.recordedAt()[rowOfA] == b.recordedAt()[rowOfB]
                && a.taskHi()[rowOfA] == b.taskHi()[rowOfB]
                && a.taskLo()[rowOfA] == b.taskLo()[rowOfB];
    }

    @Override
    public List<AgentRow> agents(Examined examined, AgentNames names) {
        double[] scores = new double[runs.rows()];
        Arrays.fill(scores, Double.NaN);
        return AgentRowsBuilder.of(
                        runs,
                        scope.time(),
                        success(runs),
                        FindingSet.empty(runs),
                        scores,
                        names,
                        LocalFleetView.SPARK_BUCKETS)
                .stream()
                .map(examined::completed)
                .sorted(AgentRowsBuilder.WORST_FIRST)
                .toList();
    }
}
