package org.fleetscope.enrich;

import java.util.List;

/** Accuracy far from what the agent reaches. */
final class IsAccuracyAnomaly extends SigmaFlag {
    IsAccuracyAnomaly() {
        super(
                "is_accuracy_anomaly",
                "|accuracy − mean| > k·sd of the agent in scope, k = 2",
                List.of(SigmaMetric.ACCURACY),
                "accuracy",
                "agent_id");
    }
}
