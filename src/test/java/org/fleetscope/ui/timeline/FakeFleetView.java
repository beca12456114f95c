package org.fleetscope.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;
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
import org.fleetscope.series.RunSummary;
import org.fleetscope.series.TableData;
import org.fleetscope.series.TableSink;
import org.fleetscope.series.Track;
import org.fleetscope.workspace.AggregateRequest;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.Diagnosis;
import org.fleetscope.workspace.FleetView;

/**
 * An agent with one run a second for 1000 seconds from the epoch; latency is 100 ms plus the number
 * of the run, accuracy is missing, run 500 is a finding. Remembers what it was asked.
 */
final class FakeFleetView implements FleetView {
    static final UUID AGENT = new UUID(0, 7);
    static final int RUNS = 1000;
    static final long SECOND = 1_000_000;

    final List<TimeRange> asked = new ArrayList<>();
    final List<List<String>> askedMetrics = new ArrayList<>();
    boolean broken;

    @Override
    public FlagSummary flags(int buckets, JobContext job) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public AgentTimeline timeline(
            UUID agent, TimeRange range, int pixels, List<String> metrics, JobContext job) {
        if (broken) {
            throw new IllegalStateException("disk on fire");
        }
        if (!metrics.isEmpty()) {
            asked.add(range);
            askedMetrics.add(metrics);
        }
        TimeRange extent = new TimeRange(0, (RUNS - 1) * SECOND + 1);
        List<Track> tracks = metrics.stream().map(id -> track(id, range)).toList();
        return new AgentTimeline(
                agent,
                "planner-" + agent.getLeastSignificantBits(),
                "planning",
                range,
                extent,
                tracks);
    }

    private static Metric metric(String id) {
        List<Metric> known = new ArrayList<>(Metric.REPORTED);
        known.add(Metric.THROUGHPUT);
        return known.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseGet(() -> Metric.custom(id.substring(Metric.CUSTOM_PREFIX.length())));
    }

    private static Track track(String id, TimeRange range) {
        Metric metric = metric(id);
        long[] time = new long[RUNS];
        double[] value = new double[RUNS];
        int n = 0;
        for (int i = 0; i < RUNS; i++) {
            if (range.contains(i * SECOND)) {
                time[n] = i * SECOND;
                value[n++] = metric.equals(Metric.ACCURACY) ? Double.NaN : 100 + i;
            }
        }
        double[] values = Arrays.copyOf(value, n);
        List<Track.Band> bands =
                metric.equals(Metric.LATENCY)
                        ? List.of(
                                new Track.Band(
                                        "sigma",
                                        new long[] {0, RUNS * SECOND},
                                        new double[] {200, 200},
                                        new double[] {600, 600},
                                        new double[] {1000, 1000}))
                        : List.of();
        List<Track.Marker> markers =
                metric.equals(Metric.LATENCY) && range.contains(500 * SECOND)
                        ? List.of(new Track.Marker(500 * SECOND, 600, 80, "sigma", 500, 1))
                        : List.of();
        return new Track(
                metric, false, Arrays.copyOf(time, n), values, values, values, bands, markers, n);
    }

    @Override
    public BrushStatistics brush(UUID agent, TimeRange inside, int maxRuns, JobContext job) {
        List<RunSummary> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            if (inside.contains(i * SECOND)) {
                runs.add(
                        new RunSummary(
                                i,
                                new UUID(1, i),
                                i * SECOND,
                                100 + i,
                                Double.NaN,
                                0.5,
                                10,
                                1000,
                                "node-1",
                                i == 500 ? 80 : 0));
            }
        }
        return new BrushStatistics(
                inside,
                runs.size(),
                RUNS - runs.size(),
                List.of(new BrushStatistics.Row(Metric.LATENCY, 150, 300, 150, 300, 10, 20)),
                runs);
    }

    @Override
    public Scope scope() {
        return Scope.ALL;
    }

    @Override
    public DimensionValues dimensions() {
        return new DimensionValues(
                new TimeRange(0, 1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("tokens"));
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
    public long runs() {
        return RUNS;
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
    public Diagnosis diagnosis(double leastSeverity, JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> findings(JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunDetail run(int runIndex, JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableData aggregate(AggregateRequest request, JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MetricDifference> compare(FleetView b, JobContext job) {
        return List.of();
    }

    @Override
    public void enrich(JobContext job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> enrichedColumns() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enriched(List<String> columns, TableSink sink, JobContext job) {
        throw new UnsupportedOperationException();
    }
}
