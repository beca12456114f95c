package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.jspecify.annotations.Nullable;

/**
 * What features compute from: the runs in scope, the workspace they are part of, and what several
 * features share, each piece of it computed once when first asked for. Thread-safe; arrays are
 * shared and must not be written.
 */
public final class EnrichInput {
    private final Frame scope;
    private final Frame workspace;
    private final int @Nullable [] scopeRows;
    private final EnrichSettings settings;
    private final RunOutcomes outcomes;
    private final Map<Quantity, Memo<double[]>> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, Memo<double[]>> medians = new EnumMap<>(Quantity.class);
    private final Map<SigmaMetric, Memo<Baselines>> baselines = new EnumMap<>(SigmaMetric.class);
    private final Map<SigmaMetric, Memo<double[]>> sigmaValues = new EnumMap<>(SigmaMetric.class);
    private final Memo<PeerGroups> peers;
    private final Memo<double[]> resourceCost;
    private final Memo<LocalTimes> localTimes;
    private final Memo<PeakHours> peakHours;
    private final Memo<int[]> runsBefore;
    private final Memo<int[]> concurrent;
    private final Memo<List<Baselines>> peerLatency;
    private final Memo<List<Ranks>> accuracyRanks;
    private final Memo<double[]> latencySlopes;
    private final Memo<double[]> accuracySlopes;
    private final Memo<double[]> throughputSlopes;
    private final Memo<Ranks> taskRanks;
    private final Memo<List<FitnessParts>> fitness;

    EnrichInput(
            Frame scope,
            Frame workspace,
            int @Nullable [] scopeRows,
            RunOutcomes outcomes,
            EnrichSettings settings) {
        this.scope = scope;
        this.workspace = workspace;
        this.scopeRows = scopeRows;
        this.outcomes = outcomes;
        this.settings = settings;
        for (Quantity quantity : Quantity.values()) {
            values.put(quantity, new Memo<>(() -> quantity.of(scope)));
            medians.put(quantity, new Memo<>(() -> medians(quantity)));
        }
        for (SigmaMetric metric : SigmaMetric.values()) {
            sigmaValues.put(metric, new Memo<>(() -> metric.of(scope)));
            baselines.put(metric, new Memo<>(() -> baselineOf(metric)));
        }
        peers = new Memo<>(() -> new PeerGroups(scope, settings.minPeers()));
        resourceCost = new Memo<>(() -> new ResourceCost(this).compute());
        localTimes = new Memo<>(() -> new LocalTimes(scope.recordedAt(), settings.zone()));
        peakHours = new Memo<>(() -> PeakHours.of(this));
        runsBefore = new Memo<>(() -> ofScope(RunsBefore.compute(workspace)));
        concurrent = new Memo<>(() -> ofScope(new Concurrency(workspace).compute()));
        peerLatency = new Memo<>(() -> peers().each(scope.latencyMs(), Baselines::ofAll));
        accuracyRanks = new Memo<>(() -> peers().each(scope.accuracy(), Ranks::new));
        latencySlopes = new Memo<>(() -> slopes(workspace.latencyMs()));
        accuracySlopes = new Memo<>(() -> slopes(workspace.accuracy()));
        throughputSlopes = new Memo<>(() -> ofScope(ThroughputSlope.compute(workspace)));
        taskRanks = new Memo<>(() -> new Ranks(outcomes.taskComplexities().clone()));
        fitness = new Memo<>(() -> AgentFitness.of(this));
    }

    public Frame scope() {
        return scope;
    }

    public Frame workspace() {
        return workspace;
    }

    public EnrichSettings settings() {
        return settings;
    }

    public PeerGroups peers() {
        return peers.get();
    }

    /** Values of a quantity by row. */
    public double[] values(Quantity quantity) {
        return memo(values, quantity).get();
    }

    /** Peer median of a quantity for a run; NaN when no peer has a value. */
    public double median(Quantity quantity, int row) {
        return mediansByType(quantity)[scope.type()[row]];
    }

    /** Peer medians of a quantity by the runs' type code. */
    public double[] mediansByType(Quantity quantity) {
        return memo(medians, quantity).get();
    }

    /** resource_cost by row. */
    public double[] resourceCost() {
        return resourceCost.get();
    }

    LocalTimes localTimes() {
        return localTimes.get();
    }

    PeakHours peakHours() {
        return peakHours.get();
    }

    /** Runs of the agent in the workspace before each run in scope. */
    int[] runsBefore() {
        return runsBefore.get();
    }

    /** Runs of the agent in the workspace that overlap each run in scope, itself included. */
    int[] concurrent() {
        return concurrent.get();
    }

    /** Mean and sd of latency by peer group, each the group 0 of its own. */
    List<Baselines> peerLatency() {
        return peerLatency.get();
    }

    /** Ranks of accuracy by peer group. */
    List<Ranks> accuracyRanks() {
        return accuracyRanks.get();
    }

    /** latency_trend by row. */
    double[] latencySlopes() {
        return latencySlopes.get();
    }

    /** accuracy_trend by row. */
    double[] accuracySlopes() {
        return accuracySlopes.get();
    }

    /** throughput_trend by row. */
    double[] throughputSlopes() {
        return throughputSlopes.get();
    }

    /** What tasks and results say of the runs. */
    RunOutcomes outcomes() {
        return outcomes;
    }

    /** Ranks of complexity among all tasks. */
    Ranks taskRanks() {
        return taskRanks.get();
    }

    /** Fitness by agent code. */
    List<FitnessParts> fitness() {
        return fitness.get();
    }

    /** Row in the workspace of a row of the scope. */
    int workspaceRow(int row) {
        int[] rows = scopeRows;
        return rows == null ? row : rows[row];
    }

    /** Mean and sd of a metric by agent code, over the scope. */
    Baselines baseline(SigmaMetric metric) {
        return memo(baselines, metric).get();
    }

    /** Values of a metric as anomaly flags take it, by row. */
    double[] sigmaValues(SigmaMetric metric) {
        return memo(sigmaValues, metric).get();
    }

    /**
     * The costly pieces that several features share, as work that can be done in parallel, the
     * longest first, none of which waits for another.
     */
    List<Runnable> preparations() {
        List<Runnable> pieces = new ArrayList<>();
        pieces.add(concurrent::get);
        pieces.add(accuracyRanks::get);
        baselines.values().forEach(piece -> pieces.add(piece::get));
        medians.values().forEach(piece -> pieces.add(piece::get));
        pieces.add(localTimes::get);
        pieces.add(peerLatency::get);
        return pieces;
    }

    private Baselines baselineOf(SigmaMetric metric) {
        return new Baselines(sigmaValues(metric), scope.agent(), scope.agents().size());
    }

    private double[] medians(Quantity quantity) {
        List<Double> byGroup =
                peers().each(
                                values(quantity),
                                values -> Quantiles.median(values, 0, values.length));
        double[] byType = new double[scope.types().size()];
        for (int type = 0; type < byType.length; type++) {
            byType[type] = byGroup.get(peers().ofType(type));
        }
        return byType;
    }

    private double[] slopes(double[] values) {
        return ofScope(new TrailingSlope(workspace, values).compute());
    }

    private double[] ofScope(double[] ofWorkspace) {
        int[] rows = scopeRows;
        return rows == null
                ? ofWorkspace
                : Arrays.stream(rows).mapToDouble(row -> ofWorkspace[row]).toArray();
    }

    private int[] ofScope(int[] ofWorkspace) {
        int[] rows = scopeRows;
        if (rows == null) {
            return ofWorkspace;
        }
        int[] selected = new int[rows.length];
        for (int row = 0; row < selected.length; row++) {
            selected[row] = ofWorkspace[rows[row]];
        }
        return selected;
    }

    private static <K, V> Memo<V> memo(Map<K, Memo<V>> memos, K key) {
        Memo<V> memo = memos.get(key);
        if (memo == null) {
            throw new IllegalStateException("nothing is kept for " + key);
        }
        return memo;
    }
}
