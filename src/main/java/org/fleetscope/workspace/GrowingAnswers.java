package org.fleetscope.workspace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.fleetscope.series.GrowingOverview;
import org.fleetscope.series.Overview;
import org.jspecify.annotations.Nullable;

/** Live answers about a scope without limits of time. */
final class GrowingAnswers implements LiveAnswers {
    private final long resultChanges;
    private WorkspaceState state;
    private final @Nullable FrameAppender selected;
    private Frame runs;
    private TimeRange extent;
    private @Nullable GrowingOverview overview;
    private int overviewBuckets;
    private @Nullable RunsByAgent byAgent;
    private @Nullable Examined examinedBefore;
    private int answered;
    private Map<UUID, AgentRow> rows = new HashMap<>();

    GrowingAnswers(WorkspaceState state, Scope scope) {
        this.state = state;
        this.resultChanges = state.entities().resultChanges();
        this.runs = FrameFilter.select(state.frame(), scope);
        this.extent = runs.extent();
        this.selected = scope.isAll() ? null : new FrameAppender(runs);
    }

    @Override
    public void grow(WorkspaceState to, Scope scope) {
        boolean none = runs.rows() == 0;
        FrameAppender appender = selected;
        Frame added = FrameFilter.select(to.frame().from(state.frame().rows()), scope);
        runs = appender == null ? to.frame() : appender.add(added).frame();
        extent = none ? added.extent() : spanning(extent, added);
        state = to;
    }

    private static TimeRange spanning(TimeRange range, Frame added) {
        TimeRange more = added.extent();
        return added.rows() == 0
                ? range
                : new TimeRange(
                        Math.min(range.from(), more.from()), Math.max(range.to(), more.to()));
    }

    @Override
    public long runs() {
        return runs.rows();
    }

    @Override
    public boolean missesResults(WorkspaceState now) {
        return now.entities().resultChanges() != resultChanges;
    }

    @Override
    public Overview overview(Examined examined, int buckets) {
        GrowingOverview known = overview;
        if (known == null || overviewBuckets != buckets) {
            known = new GrowingOverview(buckets, LocalFleetView.TOP_FINDINGS);
            overview = known;
            overviewBuckets = buckets;
        }
        known.grow(runs, state.entities().results());
        return known.overview(
                examined.findings(), state.quarantined(), LocalFleetView.health(state, extent));
    }

    @Override
    public List<AgentRow> agents(Examined examined, AgentNames names) {
        RunsByAgent known = byAgent;
        if (known == null || !known.grow(runs)) {
            known = new RunsByAgent(runs);
            byAgent = known;
        }
        if (examined != examinedBefore) {
            examinedBefore = examined;
            answered = Math.min(examined.runs().rows(), runs.rows());
            rows = new HashMap<>(examined.agents());
        }
        Frame changed = known.ofAgentsSince(answered);
        answered = runs.rows();
        double[] scores = new double[changed.rows()];
        Arrays.fill(scores, Double.NaN);
        Success success = Success.of(changed, state.entities().results(), examined.byResults());
        AgentRowsBuilder.of(
                        changed,
                        extent,
                        success,
                        FindingSet.empty(changed),
                        scores,
                        names,
                        LocalFleetView.SPARK_BUCKETS)
                .forEach(row -> rows.put(row.id(), examined.completed(row)));
        return rows.values().stream().sorted(AgentRowsBuilder.WORST_FIRST).toList();
    }
}
