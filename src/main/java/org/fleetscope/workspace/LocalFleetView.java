package org.fleetscope.workspace;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Success;
import org.fleetscope.analysis.compare.Comparison;
import org.fleetscope.analysis.compare.RunSet;
import org.fleetscope.analysis.incident.JudgedFindings;
import org.fleetscope.enrich.Explanation;
import org.fleetscope.enrich.FeatureColumn;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Lazy;
import org.fleetscope.model.Finding;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.model.Scope;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictEffect;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.AgentRowsBuilder;
import org.fleetscope.series.AgentTimeline;
import org.fleetscope.series.BrushBuilder;
import org.fleetscope.series.BrushStatistics;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.series.FlagSummary;
import org.fleetscope.series.FlagSummaryBuilder;
import org.fleetscope.series.Lanes;
import org.fleetscope.series.LanesBuilder;
import org.fleetscope.series.Overview;
import org.fleetscope.series.OverviewBuilder;
import org.fleetscope.series.OverviewInput;
import org.fleetscope.series.RunDetail;
import org.fleetscope.series.RunDetailBuilder;
import org.fleetscope.series.TableData;
import org.fleetscope.series.TableSink;
import org.fleetscope.series.TimelineBuilder;
import org.jspecify.annotations.Nullable;

/** Answers about one scope of one state of a workspace, each computed once. */
class LocalFleetView implements FleetView {
    static final int TOP_FINDINGS = 50;
    static final int SPARK_BUCKETS = 40;
    private static final String SCORE = "performance_score";

    private final long version;
    private final WorkspaceState state;
    private final Scope scope;
    private final AnalysisSettings settings;
    private final List<Verdict> verdicts;
    private final ScopedRuns runs;
    private final Lazy<List<AgentRow>> agents;
    private final Lazy<JudgedFindings> judged;
    private final Lazy<FindingSet> kept;
    private final Map<Double, Diagnosis> diagnoses = new HashMap<>();

    /**
     * @param verdicts those that hold
     */
    LocalFleetView(
            long version,
            WorkspaceState state,
            Scope scope,
            AnalysisSettings settings,
            List<Verdict> verdicts) {
        this.version = version;
        this.state = state;
        this.scope = scope;
        this.settings = settings;
        this.verdicts = List.copyOf(verdicts);
        this.runs = new ScopedRuns(state, scope, settings);
        this.agents = new Lazy<>();
        this.judged = new Lazy<>();
        this.kept = new Lazy<>();
    }

    /** A view that shares what another one has computed. */
    LocalFleetView(LocalFleetView same) {
        this.version = same.version;
        this.state = same.state;
        this.scope = same.scope;
        this.settings = same.settings;
        this.verdicts = same.verdicts;
        this.runs = same.runs;
        this.agents = same.agents;
        this.judged = same.judged;
        this.kept = same.kept;
    }

    WorkspaceState state() {
        return state;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public AnalysisSettings settings() {
        return settings;
    }

    @Override
    public long dataVersion() {
        return version;
    }

    @Override
    public long runs() {
        return runs.frame().rows();
    }

    @Override
    public long quarantined() {
        return state.quarantined();
    }

    @Override
    public DimensionValues dimensions() {
        return state.dimensions();
    }

    @Override
    public Overview overview(int buckets, JobContext job) {
        TimeRange range = runs.range();
        return OverviewBuilder.of(
                new OverviewInput(
                        runs.frame(),
                        range,
                        runs.success(),
                        kept(job),
                        previous(job),
                        state.quarantined(),
                        health(state, range)),
                buckets,
                TOP_FINDINGS);
    }

    @Override
    public Lanes lanes(Lanes.By by, int buckets, JobContext job) {
        return LanesBuilder.of(runs.findings(job), runs.range(), by, buckets, state.names());
    }

    static List<SystemHealth> health(WorkspaceState state, TimeRange range) {
        return state.entities().health().stream()
                .filter(record -> range.contains(record.recordedAt()))
                .toList();
    }

    /** What later live views tell of findings and scores. */
    Examined examined(boolean withAgents, JobContext job) {
        OverviewInput.Period before = previous(job);
        return new Examined(
                runs.frame(),
                runs.success().basis().equals(Success.RESULTS),
                kept(job),
                before == null ? Double.NaN : before.findings(),
                withAgents ? Examined.byId(allAgents(job)) : Map.of());
    }

    /** The equal period just before, when time is narrowed and there are runs in it. */
    private OverviewInput.@Nullable Period previous(JobContext job) {
        if (scope.time().equals(TimeRange.ALL)) {
            return null;
        }
        ScopedRuns before =
                new ScopedRuns(state, scope.withTime(scope.time().previous()), settings);
        return before.frame().rows() == 0
                ? null
                : new OverviewInput.Period(
                        before.frame(),
                        before.success(),
                        judged(before, verdicts, job).kept().size());
    }

    @Override
    public List<AgentRow> agents(JobContext job) {
        return allAgents(job);
    }

    private List<AgentRow> allAgents(JobContext job) {
        return agents.get(() -> {
            if (!(runs.enrichment().column(SCORE) instanceof FeatureColumn.Doubles scores)) {
                throw new IllegalStateException(SCORE + " is no column of real numbers");
            }
            return AgentRowsBuilder.of(
                    runs.frame(),
                    runs.range(),
                    runs.success(),
                    kept(job),
                    scores.values(),
                    state.names(),
                    SPARK_BUCKETS);
        });
    }

    private FindingSet kept(JobContext job) {
        return kept.get(() -> judged(job).kept());
    }

    private JudgedFindings judged(JobContext job) {
        return judged.get(() -> judged(runs, verdicts, job));
    }

    private static JudgedFindings judged(ScopedRuns runs, List<Verdict> verdicts, JobContext job) {
        return JudgedFindings.of(
                runs.findings(job),
                verdicts,
                verdict -> {
                    if (!(verdict.draft().effect() instanceof VerdictEffect.Retune tuned)) {
                        throw new IllegalArgumentException(
                                "verdict " + verdict.id() + " tunes nothing");
                    }
                    String detector = verdict.draft().pattern().detectors().iterator().next();
                    return runs.findings(detector, tuned.threshold(), tuned.value(), job);
                });
    }

    @Override
    public List<Finding> findings(JobContext job) {
        return kept(job).asList();
    }

    @Override
    public synchronized Diagnosis diagnosis(double leastSeverity, JobContext job) {
        return diagnoses.computeIfAbsent(
                leastSeverity,
                least ->
                        new LocalDiagnosis(
                                judged(job),
                                least,
                                verdicts,
                                (under, work) -> judged(runs, under, work)));
    }

    @Override
    public FlagSummary flags(int buckets, JobContext job) {
        return FlagSummaryBuilder.of(runs.frame(), runs.flags(), runs.range(), buckets);
    }

    @Override
    public AgentTimeline timeline(
            UUID agent, TimeRange range, int pixels, List<String> metrics, JobContext job) {
        return TimelineBuilder.of(
                runs.frame(),
                agent,
                range,
                pixels,
                metrics,
                kept(job),
                runs.expectations(agent),
                state.names());
    }

    @Override
    public BrushStatistics brush(UUID agent, TimeRange inside, int maxRuns, JobContext job) {
        return BrushBuilder.of(runs.frame(), agent, inside, maxRuns, kept(job));
    }

    @Override
    public RunDetail run(int runIndex, JobContext job) {
        List<RunDetail.Explained> features =
                runs.enrichment().columns().stream()
                        .map(id -> explained(runs.enrichment().explain(id, runIndex)))
                        .toList();
        return RunDetailBuilder.of(runs.frame(), runIndex, kept(job), state.names(), features);
    }

    private static RunDetail.Explained explained(Explanation of) {
        return new RunDetail.Explained(of.feature(), of.value(), of.formula(), of.why());
    }

    @Override
    public TableData aggregate(AggregateRequest request, JobContext job) {
        return new Cuts(
                        runs,
                        scope.time(),
                        range -> new ScopedRuns(state, scope.withTime(range), settings))
                .of(request, job);
    }

    @Override
    public List<MetricDifference> compare(FleetView b, JobContext job) {
        if (!(b instanceof LocalFleetView other)) {
            throw new IllegalArgumentException("a view of another kind can't be compared");
        }
        return Comparison.of(
                new RunSet(runs.frame(), comparable(other)),
                new RunSet(other.runs.frame(), other.comparable(this)),
                job);
    }

    /** Outcomes on a basis that both have: accuracy unless results are known on both sides. */
    private Success comparable(LocalFleetView other) {
        boolean same = runs.success().basis().equals(other.runs.success().basis());
        return same ? runs.success() : Success.of(runs.frame(), Map.of());
    }

    @Override
    public void enrich(JobContext job) {
        runs.enrichment().computeUsual(Runtime.getRuntime().availableProcessors(), job);
    }

    @Override
    public List<String> enrichedColumns() {
        return EnrichedRows.columns(runs.frame(), runs.enrichment());
    }

    @Override
    public void enriched(List<String> columns, TableSink sink, JobContext job) throws IOException {
        Frame frame = runs.frame();
        List<String> chosen = columns.isEmpty() ? enrichedColumns() : columns;
        List<String> features =
                runs.enrichment().columns().stream().filter(chosen::contains).toList();
        runs.enrichment().compute(features, Runtime.getRuntime().availableProcessors(), job);
        new EnrichedRows(frame, runs.enrichment(), chosen).write(sink, job);
    }
}
