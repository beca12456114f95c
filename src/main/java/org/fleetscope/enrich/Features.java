package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fleetscope.frame.Frame;

/** The list of features. */
public final class Features {
    /** Features that look at the history of an agent or at tasks, the costliest first. */
    private static final List<String> ADVANCED =
            List.of(
                    "resource_correlation",
                    "agent_fitness_score",
                    "task_complexity_score",
                    "latency_trend",
                    "accuracy_trend",
                    "throughput_trend");

    private static final List<Feature> ALWAYS =
            List.of(
                    new PerformanceScore(),
                    new EfficiencyRatio(),
                    new ResourceEfficiency(),
                    new HourOfDay(),
                    new DayOfWeek(),
                    new IsPeakHour(),
                    new AgentTypeCategory(),
                    new ExperienceLevel(),
                    new WorkloadLevel(),
                    new ConcurrentRuns(),
                    new LatencyTrend(),
                    new AccuracyTrend(),
                    new ThroughputTrend(),
                    new IsLatencyAnomaly(),
                    new IsAccuracyAnomaly(),
                    new IsResourceAnomaly(),
                    new TaskComplexityScore(),
                    new ResourceCorrelation(),
                    new AgentFitnessScore(),
                    new LatencyZscore(),
                    new AccuracyPercentile(),
                    new CpuEfficiency(),
                    new MemoryEfficiency(),
                    new NetworkEfficiency(),
                    new SourceLayerEncoded(),
                    new PriorityEncoded(),
                    new ExecutionHourEncoded(CyclicFeature.Part.SIN),
                    new ExecutionHourEncoded(CyclicFeature.Part.COS),
                    new ExecutionDayEncoded(CyclicFeature.Part.SIN),
                    new ExecutionDayEncoded(CyclicFeature.Part.COS));

    private Features() {}

    static boolean isAdvanced(String id) {
        return ADVANCED.contains(id);
    }

    /** The same ids, those that take longest first, so that threads end together. */
    static List<String> costliestFirst(List<String> ids) {
        List<String> ordered = new ArrayList<>(ids);
        ordered.sort(Comparator.comparingInt(id -> cost(id)));
        return List.copyOf(ordered);
    }

    private static int cost(String id) {
        int at = ADVANCED.indexOf(id);
        return at < 0 ? ADVANCED.size() : at;
    }

    /**
     * Every feature of a scope: those that always are, and one {@code agent_type_encoded.TYPE} a
     * type in it, sorted.
     */
    public static List<Feature> of(Frame scope) {
        List<Feature> features = new ArrayList<>(ALWAYS);
        for (String type : Present.sorted(scope.type(), scope.types())) {
            features.add(new AgentTypeEncoded(type));
        }
        return List.copyOf(features);
    }
}
