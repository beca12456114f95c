package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Unit;

/** How many runs the agent had under way. */
final class ConcurrentRuns extends DeclaredFeature {
    ConcurrentRuns() {
        super(
                "concurrent_runs",
                "runs of the same agent in the workspace whose [recorded_at − latency, recorded_at) overlaps this run's,"
                        + " itself included",
                "≥ 1",
                List.of("agent_id", "recorded_at", "latency_ms"));
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public FeatureColumn compute(EnrichInput input) {
        return new FeatureColumn.Ints(input.concurrent(), List.of());
    }

    @Override
    public String why(int row, EnrichInput input) {
        return why(input, row);
    }

    static String why(EnrichInput input, int row) {
        int concurrent = input.concurrent()[row];
        String latency = Quantity.LATENCY.text(input.scope().latencyMs()[row]);
        return concurrent == FeatureColumn.MISSING_INT
                ? "latency_ms missing"
                : concurrent
                        + " runs of the agent, itself included, overlap the latency_ms "
                        + latency
                        + " before "
                        + HourOfDay.when(row, input);
    }
}
