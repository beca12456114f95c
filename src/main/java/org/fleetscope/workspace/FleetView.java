package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.AgentTimeline;
import org.fleetscope.series.BrushStatistics;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.series.FlagSummary;
import org.fleetscope.series.Lanes;
import org.fleetscope.series.Overview;
import org.fleetscope.series.RunDetail;
import org.fleetscope.series.TableData;
import org.fleetscope.series.TableSink;

/**
 * The answers about one scope of one state of a workspace: immutable, safe to ask from any thread,
 * never from the UI thread (calls compute). Made by {@link Workspace#view}.
 */
public interface FleetView {
    Scope scope();

    /** Settings the findings were made with. */
    AnalysisSettings settings();

    /** Number of the workspace's state; a newer state has a higher one. */
    long dataVersion();

    /** Runs in scope. */
    long runs();

    /** Rows in quarantine, whatever the scope. */
    long quarantined();

    DimensionValues dimensions();

    /** Tiles, timeline of about the given number of buckets, and the worst findings. */
    Overview overview(int buckets, JobContext job);

    /**
     * Findings in scope over time, lane by lane; those of the last {@link #examine} in a live view.
     *
     * @param buckets about how many cells a lane
     */
    Lanes lanes(Lanes.By by, int buckets, JobContext job);

    /** Agents in scope, worst finding first. */
    List<AgentRow> agents(JobContext job);

    /**
     * Findings in scope that no verdict suppresses, most severe first; entries are made when asked
     * for.
     */
    List<Finding> findings(JobContext job);

    /**
     * What the findings in scope add up to: agreement, incidents and what drives them.
     *
     * @param leastSeverity severity from which on a finding is part of an incident, 0..100
     */
    Diagnosis diagnosis(double leastSeverity, JobContext job);

    /**
     * Rule by rule, how many runs in scope broke it although they were kept, over about the given
     * number of stretches of time. Judges the rules of the last import when nobody did before.
     */
    FlagSummary flags(int buckets, JobContext job);

    /**
     * Tracks of an agent.
     *
     * @param range stretch shown
     * @param pixels width of the plot
     * @param metrics ids of the metrics wanted; unknown ones are left out
     */
    AgentTimeline timeline(
            UUID agent, TimeRange range, int pixels, List<String> metrics, JobContext job);

    /**
     * Statistics of an agent's runs inside a range against outside, with at most {@code maxRuns} of
     * the inside.
     */
    BrushStatistics brush(UUID agent, TimeRange inside, int maxRuns, JobContext job);

    /** A run by its index, as in {@link Finding#runIndex()}. */
    RunDetail run(int runIndex, JobContext job);

    /**
     * Any cut, sorted by its grouping columns.
     *
     * @throws IllegalArgumentException for a dimension or measure that is not known; the message
     *     lists the known ones
     */
    TableData aggregate(AggregateRequest request, JobContext job);

    /**
     * What differs between the runs of this view, A, and those of another, B, of any workspace:
     * metric by metric, all runs and each agent in both, worst first.
     *
     * @param b a view that a workspace of this program made
     */
    List<MetricDifference> compare(FleetView b, JobContext job);

    /**
     * Looks at all runs of a live view, see {@link Workspace#liveView}, so that later ones tell its
     * findings and scores. Nothing to do for other views.
     */
    default void examine(JobContext job) {}

    /**
     * Computes the basic and standardised features of the runs in scope, so that later answers
     * about them are immediate. The advanced ones follow when they are asked for.
     */
    void enrich(JobContext job);

    /**
     * Columns that {@link #enriched} can give, in their usual order: those of the run, then the
     * features.
     */
    List<String> enrichedColumns();

    /**
     * Every run in scope with its features, in the order they were imported.
     *
     * @param columns names out of {@link #enrichedColumns()}; empty for all
     * @throws IllegalArgumentException for a column that is not known; the message lists the known
     *     ones
     */
    void enriched(List<String> columns, TableSink sink, JobContext job) throws IOException;
}
