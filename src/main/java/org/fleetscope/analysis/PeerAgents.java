package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.MainTypes;
import org.fleetscope.frame.Quantiles;

/**
 * Whom an agent is compared with in a window: the agents of its type that have a value there, or
 * all agents when those are fewer than {@value #FEWEST}.
 */
final class PeerAgents {
    static final int FEWEST = 8;

    /**
     * Makes the spread of n peers wider by the factor 1 + c/n. Of normal samples one or two in 1000
     * or fewer then lie beyond 3.5, for 8 as for many peers; without it 23 would for 8.
     */
    private static final double FEW_PEERS = 10;

    private final int[] type;
    private final int types;

    PeerAgents(Frame frame) {
        type = MainTypes.of(frame);
        types = frame.types().size();
    }

    /**
     * Median and spread of each type's peers.
     *
     * @param median by type; NaN without enough peers
     * @param deviation by type, the median absolute deviation as that of a normal sample, wider for
     *     few peers, whose spread is itself uncertain
     */
    record Level(double[] median, double[] deviation) {}

    int type(int agent) {
        return type[agent];
    }

    /** Levels in one window of a series. O(agents). */
    Level level(double[][] values, int window) {
        double[][] byType = new double[types + 1][];
        int[] n = new int[types + 1];
        for (int agent = 0; agent < type.length; agent++) {
            if (type[agent] >= 0 && !Double.isNaN(values[agent][window])) {
                n[type[agent]]++;
                n[types]++;
            }
        }
        for (int t = 0; t <= types; t++) {
            byType[t] = new double[n[t]];
        }
        int[] next = new int[types + 1];
        for (int agent = 0; agent < type.length; agent++) {
            double value = values[agent][window];
            if (type[agent] >= 0 && !Double.isNaN(value)) {
                byType[type[agent]][next[type[agent]]++] = value;
                byType[types][next[types]++] = value;
            }
        }
        double[] median = new double[types];
        double[] deviation = new double[types];
        double[] all = centre(byType[types]);
        for (int t = 0; t < types; t++) {
            double[] own = n[t] >= FEWEST ? centre(byType[t]) : all;
            median[t] = own[0];
            deviation[t] = own[1];
        }
        return new Level(median, deviation);
    }

    private static double[] centre(double[] values) {
        if (values.length < FEWEST) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double median = Quantiles.median(values, 0, values.length);
        double[] distance = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        double mad = Quantiles.median(distance, 0, distance.length);
        double few = 1 + FEW_PEERS / values.length;
        return new double[] {median, few * mad / RobustBaseline.NORMAL};
    }
}
