package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;

/**
 * Holds the distributions of an import's runs against those of earlier ones: log latency by agent
 * type (which has the same Kolmogorov–Smirnov distance as latency), mean accuracy by agent.
 */
final class Distributions {
    /** Means of equal values may differ by this much through rounding. */
    private static final double ROUNDING = 1e-9;

    private final Frame frame;
    private final int from;
    private final RuleSettings settings;
    private final int least;

    /**
     * @param from first of the import's rows; those before are the earlier ones
     */
    Distributions(Frame frame, int from, RuleSettings settings) {
        this.frame = frame;
        this.from = from;
        this.settings = settings;
        this.least = (int) settings.limit(RuleLimit.MIN_REFERENCE_RUNS);
    }

    /** A rule, the code of the type or agent that broke it, and the flag. */
    record Broken(int code, GroupFlag flag) {}

    List<Broken> latency() {
        List<Broken> broken = new ArrayList<>();
        if (from == 0 || !settings.isOn(Rule.LATENCY_DISTRIBUTION)) {
            return broken;
        }
        double p = settings.limit(RuleLimit.LATENCY_P);
        int types = frame.types().size();
        double[][] now = byType(from, frame.rows(), types);
        double[][] earlier = byType(0, from, types);
        for (int type = 0; type < types; type++) {
            if (!KolmogorovSmirnov.canReach(now[type].length, earlier[type].length, p)) {
                continue;
            }
            KolmogorovSmirnov test = KolmogorovSmirnov.of(now[type], earlier[type]);
            if (test.p() < p && test.d() > settings.limit(RuleLimit.LATENCY_D)) {
                String name = frame.types().get(type);
                String sentence =
                        String.format(
                                Locale.ROOT,
                                "latency of type %s: D = %.3f and p = %.2g against %d earlier runs,"
                                        + " expected D at most %s or p at least %s",
                                name,
                                test.d(),
                                test.p(),
                                earlier[type].length,
                                Found.plain(settings.limit(RuleLimit.LATENCY_D)),
                                Found.plain(p));
                broken.add(
                        new Broken(
                                type,
                                new GroupFlag(
                                        Rule.LATENCY_DISTRIBUTION,
                                        name,
                                        now[type].length,
                                        test.d(),
                                        sentence)));
            }
        }
        return broken;
    }

    private double[][] byType(int start, int end, int types) {
        int[] counts = new int[types];
        for (int row = start; row < end; row++) {
            if (!Double.isNaN(frame.latencyMs()[row])) {
                counts[frame.type()[row]]++;
            }
        }
        double[][] values = new double[types][];
        for (int type = 0; type < types; type++) {
            values[type] = new double[counts[type]];
        }
        for (int row = start; row < end; row++) {
            if (!Double.isNaN(frame.latencyMs()[row])) {
                int type = frame.type()[row];
                values[type][--counts[type]] = frame.latencyMs()[row];
            }
        }
        return values;
    }

    /**
     * The standard error is that of a mean of the import's n runs against one of the m earlier
     * runs: sd of the earlier runs times √(1/n + 1/m).
     */
    List<Broken> accuracy() {
        List<Broken> broken = new ArrayList<>();
        if (from == 0 || !settings.isOn(Rule.ACCURACY_DISTRIBUTION)) {
            return broken;
        }
        Means now = new Means(from, frame.rows());
        Means earlier = new Means(0, from);
        earlier.deviations();
        for (int agent = 0; agent < frame.agents().size(); agent++) {
            long n = now.counts[agent];
            long m = earlier.counts[agent];
            if (n == 0 || m < Math.max(2, least)) {
                continue;
            }
            double sd = Math.sqrt(earlier.squares[agent] / (m - 1));
            double difference = now.mean(agent) - earlier.mean(agent);
            double errors = difference / (sd * Math.sqrt(1.0 / n + 1.0 / m));
            if (Math.abs(difference) > ROUNDING
                    && Math.abs(errors) > settings.limit(RuleLimit.ACCURACY_ERRORS)) {
                String id = frame.agents().get(agent).toString();
                String sentence =
                        String.format(
                                Locale.ROOT,
                                "mean accuracy of agent %s is %.4f, %.1f standard errors from its earlier"
                                        + " %.4f of %d runs, expected at most %s",
                                id,
                                now.mean(agent),
                                errors,
                                earlier.mean(agent),
                                m,
                                Found.plain(settings.limit(RuleLimit.ACCURACY_ERRORS)));
                broken.add(
                        new Broken(
                                agent,
                                new GroupFlag(
                                        Rule.ACCURACY_DISTRIBUTION, id, n, errors, sentence)));
            }
        }
        return broken;
    }

    /** Counts, sums and squared deviations of accuracy by agent. */
    private final class Means {
        private final int start;
        private final int end;
        private final long[] counts = new long[frame.agents().size()];
        private final double[] sums = new double[counts.length];
        private final double[] squares = new double[counts.length];

        Means(int start, int end) {
            this.start = start;
            this.end = end;
            for (int row = start; row < end; row++) {
                double value = frame.accuracy()[row];
                if (!Double.isNaN(value)) {
                    counts[frame.agent()[row]]++;
                    sums[frame.agent()[row]] += value;
                }
            }
        }

        /** In a second pass: sums of squares would lose the digits of a small deviation. */
        void deviations() {
            for (int row = start; row < end; row++) {
                double value = frame.accuracy()[row];
                if (!Double.isNaN(value)) {
                    int agent = frame.agent()[row];
                    double off = value - mean(agent);
                    squares[agent] += off * off;
                }
            }
        }

        double mean(int agent) {
            return sums[agent] / counts[agent];
        }
    }
}
