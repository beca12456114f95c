package org.fleetscope.enrich;

/**
 * What an agent's fitness is made of. Each part is 0..1, NaN when it can't be told.
 *
 * @param success W, Wilson 95 % lower bound of the success rate
 * @param accuracy A, mean accuracy drawn towards the peers' by {@value #PRIOR_RUNS} runs
 * @param pace P, share of the peers' runs slower than the agent's median
 * @param steadiness S, 1/(1 + MAD/median of latency)
 * @param deadlines D, share of known deadlines met
 * @param group peer group of the agent's most frequent type
 * @param inputs what they were computed from
 */
record FitnessParts(
        double success,
        double accuracy,
        double pace,
        double steadiness,
        double deadlines,
        int group,
        FitnessInputs inputs) {
    static final int PRIOR_RUNS = 20;

    private static final double SUCCESS = 0.35;
    private static final double ACCURACY = 0.25;
    private static final double PACE = 0.2;
    private static final double STEADINESS = 0.1;
    private static final double DEADLINES = 0.1;

    /** 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * 0..100; missing when any part but the deadlines is. Where no deadline is known its weight is
     * spread over the other parts in their proportion.
     */
    double score() {
        double others =
                SUCCESS * success + ACCURACY * accuracy + PACE * pace + STEADINESS * steadiness;
        return 100
                * (Double.isNaN(deadlines)
                        ? others / (1 - DEADLINES)
                        : others + DEADLINES * deadlines);
    }

    /** Lower end of the score interval for a proportion (Wilson, JASA 22, 1927). */
    static double wilson(long successes, long n) {
        if (n == 0) {
            return Double.NaN;
        }
        double share = (double) successes / n;
        double zz = Z * Z / n;
        return (share + zz / 2 - Z * Math.sqrt((share * (1 - share) + zz / 4) / n)) / (1 + zz);
    }

    /** Every part with what it was computed from. */
    String text() {
        return "W "
                + Numbers.text(success)
                + " ("
                + inputs.successes()
                + " of "
                + inputs.known()
                + " runs succeeded), A "
                + Numbers.text(accuracy)
                + " (mean "
                + Numbers.text(inputs.meanAccuracy())
                + " of "
                + inputs.accurate()
                + ", peer mean "
                + Numbers.text(inputs.peerAccuracy())
                + "), P "
                + Numbers.text(pace)
                + " (slower than the agent's median "
                + Quantity.LATENCY.text(inputs.median())
                + "), S "
                + Numbers.text(steadiness)
                + " (MAD "
                + Quantity.LATENCY.text(inputs.deviation())
                + "), D "
                + (inputs.deadlines() == 0
                        ? "unknown, its weight spread"
                        : Numbers.text(deadlines)
                                + " ("
                                + inputs.met()
                                + " of "
                                + inputs.deadlines()
                                + " deadlines met)");
    }
}
