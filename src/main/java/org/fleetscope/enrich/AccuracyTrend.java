package org.fleetscope.enrich;

import org.fleetscope.frame.Frame;

/** Whether the agent is getting less accurate. */
final class AccuracyTrend extends TrendFeature {
    AccuracyTrend() {
        super("accuracy_trend", "accuracy", "");
    }

    @Override
    double[] values(Frame frame) {
        return frame.accuracy();
    }

    @Override
    double[] slopes(EnrichInput input) {
        return input.accuracySlopes();
    }
}
