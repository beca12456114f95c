package org.fleetscope.enrich;

import org.fleetscope.frame.Frame;

/** Whether the agent is getting slower. */
final class LatencyTrend extends TrendFeature {
    LatencyTrend() {
        super("latency_trend", "latency_ms", "ms");
    }

    @Override
    double[] values(Frame frame) {
        return frame.latencyMs();
    }

    @Override
    double[] slopes(EnrichInput input) {
        return input.latencySlopes();
    }
}
