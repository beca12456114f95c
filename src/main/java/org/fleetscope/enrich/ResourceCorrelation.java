package org.fleetscope.enrich;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;

/** Whether the agent is slow when it consumes much. */
final class ResourceCorrelation extends DoubleFeature {
    static final int WINDOW = 100;
    static final int FEWEST = 20;

    ResourceCorrelation() {
        super(
                "resource_correlation",
                "Spearman correlation of latency_ms with resource_cost over the agent's last "
                        + WINDOW
                        + " runs in scope, this one included, at least "
                        + FEWEST,
                "−1..1",
                "latency_ms",
                "cpu_usage",
                "memory_mb",
                "network_bytes",
                "recorded_at",
                "agent_id");
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        Frame frame = input.scope();
        int[] order = frame.agentOrder();
        int[] starts = frame.agentStarts();
        double[] latency = frame.latencyMs();
        double[] cost = input.resourceCost();
        IntStream.range(0, starts.length - 1)
                .parallel()
                .forEach(agent -> {
                    int[] rows = Arrays.copyOfRange(order, starts[agent], starts[agent + 1]);
                    int[] x = OrderCodes.of(of(rows, latency));
                    int[] y = OrderCodes.of(of(rows, cost));
                    SlidingSpearman window = new SlidingSpearman(WINDOW, FEWEST);
                    for (int i = 0; i < rows.length; i++) {
                        to[rows[i]] = window.next(x[i], y[i]);
                    }
                });
    }

    private static double[] of(int[] rows, double[] column) {
        double[] own = new double[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = column[rows[i]];
        }
        return own;
    }

    @Override
    public String why(int row, EnrichInput input) {
        Frame frame = input.scope();
        int[] order = frame.agentOrder();
        int first = frame.agentStarts()[frame.agent()[row]];
        int own = first;
        while (order[own] != row) {
            own++;
        }
        RankSums ranks =
                RankSums.of(
                        Arrays.copyOfRange(order, Math.max(first, own - WINDOW + 1), own + 1),
                        frame.latencyMs(),
                        input.resourceCost());
        return ranks.pairs()
                + " of the agent's last "
                + Math.min(WINDOW, own - first + 1)
                + " runs in scope have latency_ms and resource_cost"
                + (ranks.pairs() < FEWEST
                        ? ", " + FEWEST + " are needed"
                        : "; sums over deviations of their ranks: products "
                                + Numbers.text(ranks.products())
                                + ", squares of latency's "
                                + Numbers.text(ranks.squaresX())
                                + " and of cost's "
                                + Numbers.text(ranks.squaresY()))
                + "; this run: latency_ms "
                + Quantity.LATENCY.text(frame.latencyMs()[row])
                + ", "
                + new ResourceCost(input).why(row);
    }
}
