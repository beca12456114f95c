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
import org.fleetscope.series.Overview;
import org.fleetscope.series.RunDetail;
import org.fleetscope.series.TableData;
import org.fleetscope.series.TableSink;

/** A view whose frequent answers are kept up with the rows that come, see {@link Live}. */
final class LiveFleetView implements FleetView {
    private final Live live;
    private final LocalFleetView exact;

    LiveFleetView(Live live, LocalFleetView exact) {
        this.live = live;
        this.exact = exact;
    }

    /** The view behind a live one; any other itself. */
    static FleetView exact(FleetView view) {
        return view instanceof LiveFleetView of ? of.exact : view;
    }

    @Override
    public long runs() {
        Long runs = live.runs(exact);
        return runs == null ? exact.runs() : runs;
    }

    @Override
    public DimensionValues dimensions() {
        DimensionValues values = live.dimensions(exact);
        return values == null ? exact.dimensions() : values;
    }

    @Override
    public Overview overview(int buckets, JobContext job) {
        Overview overview = live.overview(exact, buckets, job);
        return overview == null ? exact.overview(buckets, job) : overview;
    }

    @Override
    public List<AgentRow> agents(JobContext job) {
        List<AgentRow> agents = live.agents(exact, job);
        return agents == null ? exact.agents(job) : agents;
    }

    @Override
    public void examine(JobContext job) {
        live.examine(exact, job);
    }

    @Override
    public List<MetricDifference> compare(FleetView b, JobContext job) {
        return exact.compare(b, job);
    }

    @Override
    public Scope scope() {
        return exact.scope();
    }

    @Override
    public AnalysisSettings settings() {
        return exact.settings();
    }

    @Override
    public long dataVersion() {
        return exact.dataVersion();
    }

    @Override
    public long quarantined() {
        return exact.quarantined();
    }

    @Override
    public List<Finding> findings(JobContext job) {
        return exact.findings(job);
    }

    @Override
    public Diagnosis diagnosis(double leastSeverity, JobContext job) {
        return exact.diagnosis(leastSeverity, job);
    }

    @Override
    public FlagSummary flags(int buckets, JobContext job) {
        return exact.flags(buckets, job);
    }

    @Override
    public AgentTimeline timeline(
            UUID agent, TimeRange range, int pixels, List<String> metrics, JobContext job) {
        return exact.timeline(agent, range, pixels, metrics, job);
    }

    @Override
    public BrushStatistics brush(UUID agent, TimeRange inside, int maxRuns, JobContext job) {
        return exact.brush(agent, inside, maxRuns, job);
    }

    @Override
    public RunDetail run(int runIndex, JobContext job) {
        return exact.run(runIndex, job);
    }

    @Override
    public TableData aggregate(AggregateRequest request, JobContext job) {
        return exact.aggregate(request, job);
    }

    @Override
    public void enrich(JobContext job) {
        exact.enrich(job);
    }

    @Override
    public List<String> enrichedColumns() {
        return exact.enrichedColumns();
    }

    @Override
    public void enriched(List<String> columns, TableSink sink, JobContext job) throws IOException {
        exact.enriched(columns, sink, job);
    }
}
