package org.fleetscope.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.model.RowOrigin;
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
import org.fleetscope.workspace.AggregateRequest;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.Diagnosis;
import org.fleetscope.workspace.FakeDiagnosis;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/** A view with two runs, one cut and two findings; the questions no command asks have no answer. */
final class FakeView implements FleetView {
    @Nullable AggregateRequest request;
    @Nullable IOException failure;

    @Override
    public TableData aggregate(AggregateRequest wanted, JobContext job) {
        request = wanted;
        if (wanted.by().contains("moon")) {
            throw new IllegalArgumentException("unknown dimension 'moon': known are agent, hour");
        }
        return new TableData(
                List.of("agent", "hour", "count", "mean(latency_ms)"),
                List.of(
                        Arrays.asList("a\"1", "2026-03-04T00:00:00.000000Z", 2L, 0.1 + 0.2),
                        Arrays.asList("b,2", "2026-03-04T01:00:00.000000Z", 1L, null)));
    }

    @Override
    public List<String> enrichedColumns() {
        return List.of("task_id", "latency_ms", "is_peak_hour");
    }

    @Override
    public List<MetricDifference> compare(FleetView b, JobContext job) {
        return List.of();
    }

    @Override
    public void enrich(JobContext job) {}

    @Override
    public void enriched(List<String> columns, TableSink sink, JobContext job) throws IOException {
        sink.columns(columns);
        @Nullable Object[] row = new Object[columns.size()];
        List<List<@Nullable Object>> runs =
                List.of(Arrays.asList("t1", 12.5, true), Arrays.asList("t2", Double.NaN, null));
        for (List<@Nullable Object> run : runs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = run.get(enrichedColumns().indexOf(columns.get(i)));
            }
            sink.row(row);
            if (failure != null) {
                throw failure;
            }
        }
    }

    @Override
    public List<Finding> findings(JobContext job) {
        return List.of(finding(62.5, 1_772_582_400_000_001L), finding(12, 1_772_586_000_000_000L));
    }

    @Override
    public Diagnosis diagnosis(double leastSeverity, JobContext job) {
        return new FakeDiagnosis(findings(job), leastSeverity);
    }

    private static Finding finding(double severity, long recordedAt) {
        return new Finding(
                "sigma",
                0,
                UUID.fromString("7D3F0B52-6C1E-4F6A-9A53-0F5F5B1F2C11"),
                UUID.fromString("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"),
                "language",
                null,
                recordedAt,
                "latency_ms",
                900.25,
                100,
                50,
                150,
                severity,
                2,
                new RowOrigin("/data/kpi.ndjson", 5, 2048));
    }

    @Override
    public long runs() {
        return 2;
    }

    @Override
    public Scope scope() {
        return Scope.ALL;
    }

    @Override
    public AnalysisSettings settings() {
        return AnalysisSettings.DEFAULTS;
    }

    @Override
    public long quarantined() {
        return 0;
    }

    @Override
    public long dataVersion() {
        return 1;
    }

    @Override
    public DimensionValues dimensions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Overview overview(int buckets, JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Lanes lanes(Lanes.By by, int buckets, JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AgentRow> agents(JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FlagSummary flags(int buckets, JobContext job) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public AgentTimeline timeline(
            UUID agent, TimeRange range, int pixels, List<String> metrics, JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BrushStatistics brush(UUID agent, TimeRange inside, int maxRuns, JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunDetail run(int runIndex, JobContext job) {
        throw new UnsupportedOperationException();
    }
}
