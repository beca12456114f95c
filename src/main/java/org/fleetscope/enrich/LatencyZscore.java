package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.frame.Frame;

/** Latency in standard deviations from the mean of peers. */
final class LatencyZscore extends DoubleFeature {
    LatencyZscore() {
        super(
                "latency_zscore",
                "(latency − peer mean)/peer sd",
                "any number, 0 = mean of peers",
                "latency_ms");
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        Frame frame = input.scope();
        PeerGroups peers = input.peers();
        List<Baselines> byGroup = input.peerLatency();
        double[] mean = new double[frame.types().size()];
        double[] sd = new double[mean.length];
        for (int type = 0; type < mean.length; type++) {
            Baselines group = byGroup.get(peers.ofType(type));
            mean[type] = group.mean(0);
            sd[type] = group.sd(0) == 0 ? Double.NaN : group.sd(0);
        }
        double[] latency = frame.latencyMs();
        int[] type = frame.type();
        for (int row = 0; row < to.length; row++) {
            to[row] = (latency[row] - mean[type[row]]) / sd[type[row]];
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        Baselines group = input.peerLatency().get(input.peers().of(row));
        return "latency_ms "
                + Quantity.LATENCY.text(input.scope().latencyMs()[row])
                + ", peer mean "
                + Quantity.LATENCY.text(group.mean(0))
                + ", peer sd "
                + Quantity.LATENCY.text(group.sd(0))
                + " over "
                + group.count(0)
                + " values; peers: "
                + input.peers().describe(row);
    }
}
