package org.fleetscope.enrich;

import java.util.List;

/** Rank of accuracy among peers. */
final class AccuracyPercentile extends DoubleFeature {
    AccuracyPercentile() {
        super(
                "accuracy_percentile",
                "100·(below + half the ties)/n within the peers, the run itself among the ties",
                "0..100",
                "accuracy");
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        PeerGroups peers = input.peers();
        List<Ranks> byGroup = input.accuracyRanks();
        double[] accuracy = input.scope().accuracy();
        for (int row = 0; row < to.length; row++) {
            double value = accuracy[row];
            to[row] =
                    Double.isNaN(value) ? Double.NaN : byGroup.get(peers.of(row)).percentile(value);
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        double value = input.scope().accuracy()[row];
        if (Double.isNaN(value)) {
            return "accuracy missing";
        }
        Ranks ranks = input.accuracyRanks().get(input.peers().of(row));
        int below = ranks.below(value);
        return "accuracy "
                + Numbers.text(value)
                + ": "
                + below
                + " of "
                + ranks.size()
                + " values below, "
                + (ranks.notAbove(value) - below)
                + " equal, itself included; peers: "
                + input.peers().describe(row);
    }
}
