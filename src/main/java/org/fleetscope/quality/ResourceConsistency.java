package org.fleetscope.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Holds CPU seconds (cpu_usage times latency) of an import's runs against those of all runs of the
 * same agent type whose task is about as complex. On the natural logarithm, a run is off when it
 * lies more than k·1.4826·MAD from the median. Complexities are alike when they have the same whole
 * part; tasks without a payload, or unknown, are alike. With too few alike, all runs of the type
 * are the reference. Runs without CPU seconds above 0 are neither judged nor part of a reference.
 */
final class ResourceConsistency {
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final int UNKNOWN = 0;

    /** Classes of complexity; the last holds everything above. */
    private static final int CLASSES = 64;

    private final Frame frame;
    private final Facts facts;
    private final double sigmas;
    private final int least;
    private final Map<Integer, @Nullable Reference> references = new HashMap<>();

    /**
     * What is usual.
     *
     * @param median of the logarithm of CPU seconds
     * @param sigma robust, above 0
     */
    private record Reference(double median, double sigma, int runs) {
        static @Nullable Reference of(double[] values, int least) {
            if (values.length < least) {
                return null;
            }
            double median = Quantiles.median(values, 0, values.length);
            double[] off = Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
            double sigma = MAD_TO_SIGMA * Quantiles.median(off, 0, off.length);
            return sigma > 0 ? new Reference(median, sigma, values.length) : null;
        }
    }

    /**
     * @param from first of the import's rows
     */
    ResourceConsistency(Frame frame, int from, Facts facts, RuleSettings settings) {
        this.frame = frame;
        this.facts = facts;
        this.sigmas = settings.limit(RuleLimit.RESOURCE_SIGMAS);
        this.least = (int) settings.limit(RuleLimit.MIN_REFERENCE_RUNS);
        boolean[] wanted = new boolean[frame.types().size()];
        for (int row = from; row < frame.rows(); row++) {
            wanted[frame.type()[row]] = true;
        }
        refer(wanted);
    }

    /** Gathers the values of the types wanted, by type and class. */
    private void refer(boolean[] wanted) {
        int[] groups = new int[frame.rows()];
        int[] counts = new int[wanted.length * CLASSES];
        for (int row = 0; row < groups.length; row++) {
            groups[row] = wanted[frame.type()[row]] && cpuSeconds(row) > 0 ? group(row) : -1;
            if (groups[row] >= 0) {
                counts[groups[row]]++;
            }
        }
        double[][] values = new double[counts.length][];
        for (int group = 0; group < counts.length; group++) {
            values[group] = new double[counts[group]];
        }
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] >= 0) {
                values[groups[row]][--counts[groups[row]]] = Math.log(cpuSeconds(row));
            }
        }
        for (int type = 0; type < wanted.length; type++) {
            refer(Arrays.copyOfRange(values, type * CLASSES, (type + 1) * CLASSES), type);
        }
    }

    private void refer(double[][] ofType, int type) {
        Reference all = null;
        for (int i = 0; i < CLASSES; i++) {
            int runs = ofType[i].length;
            if (runs > 0 && runs < least && all == null) {
                all =
                        Reference.of(
                                Arrays.stream(ofType).flatMapToDouble(Arrays::stream).toArray(),
                                least);
            }
            if (runs > 0) {
                references.put(
                        type * CLASSES + i, runs < least ? all : Reference.of(ofType[i], least));
            }
        }
    }

    private double cpuSeconds(int row) {
        return frame.cpuUsage()[row] * frame.latencyMs()[row] / 1000;
    }

    private int group(int row) {
        int complexity = UNKNOWN;
        if (facts.hasTasks()) {
            TaskFacts task = facts.taskFacts(frame.taskId(row));
            if (task != null && !Double.isNaN(task.complexity())) {
                complexity = Math.clamp((long) Math.floor(task.complexity()) + 1, 1, CLASSES - 1);
            }
        }
        return frame.type()[row] * CLASSES + complexity;
    }

    boolean isBroken(int row) {
        return Math.abs(offset(row)) > sigmas;
    }

    /** Distance from the median in robust sigmas; NaN when there is nothing to compare with. */
    private double offset(int row) {
        double used = cpuSeconds(row);
        Reference reference = used > 0 ? references.get(group(row)) : null;
        return reference == null
                ? Double.NaN
                : (Math.log(used) - reference.median()) / reference.sigma();
    }

    RuleViolation describe(int row) {
        Reference reference = references.get(group(row));
        if (reference == null) {
            throw new IllegalArgumentException("row " + row + " was not judged");
        }
        String found = Found.plain(cpuSeconds(row));
        String sentence =
                String.format(
                        Locale.ROOT,
                        "cpu_usage times latency is %s s, %.1f robust sigmas from %.3g s, the median of %d runs"
                                + " of type %s and similar complexity, expected at most %s",
                        found,
                        offset(row),
                        Math.exp(reference.median()),
                        reference.runs(),
                        frame.types().get(frame.type()[row]),
                        Found.plain(sigmas));
        return new RuleViolation(
                Rule.RESOURCE_CONSISTENCY.id(), RuleSeverity.WARNING, "cpu_usage", found, sentence);
    }
}
