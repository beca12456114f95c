package org.fleetscope.enrich;

import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;

/**
 * Whether a run lies beyond k standard deviations of its agent's mean in scope, in any of some
 * metrics. A metric says nothing where its value is missing or the agent has fewer than two;
 * without any that says something the answer is missing.
 */
abstract class SigmaFlag extends FlagFeature {
    private final List<SigmaMetric> metrics;

    SigmaFlag(String id, String formula, List<SigmaMetric> metrics, String... inputs) {
        super(id, formula, "true, false", inputs);
        this.metrics = List.copyOf(metrics);
    }

    @Override
    final void fill(BitSet set, BitSet missing, EnrichInput input) {
        missing.set(0, input.scope().rows());
        int[] agent = input.scope().agent();
        double k = input.settings().sigmaK();
        for (SigmaMetric metric : metrics) {
            Baselines baseline = input.baseline(metric);
            double[] values = input.sigmaValues(metric);
            for (int row = 0; row < values.length; row++) {
                double distance = Math.abs(values[row] - baseline.mean(agent[row]));
                double limit = k * baseline.sd(agent[row]);
                if (distance > limit) {
                    set.set(row);
                    missing.clear(row);
                } else if (distance <= limit) {
                    missing.clear(row);
                }
            }
        }
    }

    @Override
    public final String why(int row, EnrichInput input) {
        StringJoiner parts = new StringJoiner("; ");
        int agent = input.scope().agent()[row];
        for (SigmaMetric metric : metrics) {
            Baselines baseline = input.baseline(metric);
            double value = input.sigmaValues(metric)[row];
            parts.add(
                    metric.label()
                            + " "
                            + metric.text(value)
                            + ", agent's mean "
                            + metric.text(baseline.mean(agent))
                            + ", sd "
                            + metric.text(baseline.sd(agent))
                            + " over "
                            + baseline.count(agent)
                            + " runs in scope");
        }
        return parts + "; k = " + Numbers.text(input.settings().sigmaK());
    }
}
