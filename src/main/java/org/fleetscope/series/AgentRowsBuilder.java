package org.fleetscope.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Quantiles;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/**
 * Makes the table of agents: one row for each that has runs in the frame. Uses the cores there are.
 */
public final class AgentRowsBuilder {
    private static final int FEWEST_TO_COMPARE = 5;

    private final Frame frame;
    private final TimeRange range;
    private final Success success;
    private final double[] scores;
    private final AgentNames names;
    private final Buckets buckets;
    private final long[] findings;
    private final double[] worst;

    private AgentRowsBuilder(
            Frame frame,
            TimeRange range,
            Success success,
            FindingSet found,
            double[] scores,
            AgentNames names,
            int buckets) {
        this.frame = frame;
        this.range = range;
        this.success = success;
        this.scores = scores;
        this.names = names;
        this.buckets = Buckets.of(range, buckets);
        this.findings = new long[frame.agents().size()];
        this.worst = new double[frame.agents().size()];
        for (int i = 0; i < found.size(); i++) {
            findings[found.agent(i)]++;
            worst[found.agent(i)] = Math.max(worst[found.agent(i)], found.severity(i));
        }
    }

    /**
     * Agents, worst finding first, then most findings, then by name. Host and type are those of
     * most of the agent's runs.
     *
     * @param range stretch the runs are of: its middle parts the halves that are compared
     * @param scores performance_score of every run, NaN where missing
     * @param buckets wanted points of the small course
     */
    public static List<AgentRow> of(
            Frame frame,
            TimeRange range,
            Success success,
            FindingSet findings,
            double[] scores,
            AgentNames names,
            int buckets) {
        AgentRowsBuilder builder =
                new AgentRowsBuilder(frame, range, success, findings, scores, names, buckets);
        frame.agentOrder();
        return IntStream.range(0, frame.agents().size())
                .parallel()
                .mapToObj(builder::row)
                .filter(row -> row.runs() > 0)
                .sorted(
                        Comparator.comparingDouble(AgentRow::worst)
                                .thenComparingLong(AgentRow::findings)
                                .reversed()
                                .thenComparing(AgentRow::name))
                .toList();
    }

    private AgentRow row(int agent) {
        int[] rows =
                Arrays.copyOfRange(
                        frame.agentOrder(),
                        frame.agentStarts()[agent],
                        frame.agentStarts()[agent + 1]);
        double known = 0;
        double succeeded = 0;
        for (int row : rows) {
            known += success.known(row) ? 1 : 0;
            succeeded += success.success(row) ? 1 : 0;
        }
        Latencies latencies = new Latencies(rows);
        double change = latencies.change();
        double[] spark = latencies.medians();
        double[] quantiles = latencies.quantiles();
        UUID id = frame.agents().get(agent);
        return new AgentRow(
                id,
                names.name(id),
                mostFrequent(rows, frame.type(), frame.types()),
                mostFrequent(rows, frame.host(), frame.hosts()),
                rows.length,
                quantiles[0],
                quantiles[1],
                mean(rows, frame.accuracy()),
                succeeded / known,
                change,
                mean(rows, scores),
                findings[agent],
                worst[agent],
                spark);
    }

    private static double mean(int[] rows, double[] values) {
        double sum = 0;
        double count = 0;
        for (int row : rows) {
            if (!Double.isNaN(values[row])) {
                sum += values[row];
                count++;
            }
        }
        return sum / count;
    }

    private static String mostFrequent(int[] rows, int[] codes, Dictionary<String> values) {
        int[] counts = new int[values.size()];
        int best = -1;
        for (int row : rows) {
            counts[codes[row]]++;
        }
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0 && (best < 0 || counts[code] > counts[best])) {
                best = code;
            }
        }
        return best < 0 ? Frame.UNKNOWN : values.get(best);
    }

    /**
     * One agent's latencies in the order of its runs, until a quantile reorders the stretch it was
     * asked of.
     */
    private final class Latencies {
        private final double[] values;
        private final long[] at;
        private final int size;

        Latencies(int[] rows) {
            values = new double[rows.length];
            at = new long[rows.length];
            int n = 0;
            for (int row : rows) {
                if (!Double.isNaN(frame.latencyMs()[row])) {
                    values[n] = frame.latencyMs()[row];
                    at[n++] = frame.recordedAt()[row];
                }
            }
            size = n;
        }

        /** Per bucket; reorders within buckets only. */
        double[] medians() {
            double[] medians = new double[buckets.count()];
            Arrays.fill(medians, Double.NaN);
            int from = 0;
            while (from < size) {
                int bucket = buckets.indexOf(at[from]);
                long end = buckets.start(bucket + 1);
                int to = from + 1;
                while (to < size && at[to] < end) {
                    to++;
                }
                if (bucket >= 0 && bucket < medians.length) {
                    medians[bucket] = Quantiles.median(values, from, to);
                }
                from = to;
            }
            return medians;
        }

        /**
         * Of the median between the halves, NaN when one has too few runs. Must come after {@link
         * #medians}.
         */
        double change() {
            long middle = range.from() + range.length() / 2;
            double[] first = new double[size];
            double[] second = new double[size];
            int early = 0;
            int late = 0;
            for (int i = 0; i < size; i++) {
                if (at[i] < middle) {
                    first[early++] = values[i];
                } else {
                    second[late++] = values[i];
                }
            }
            if (early < FEWEST_TO_COMPARE || late < FEWEST_TO_COMPARE) {
                return Double.NaN;
            }
            return Quantiles.median(second, 0, late) / Quantiles.median(first, 0, early) - 1;
        }

        double[] quantiles() {
            return Quantiles.of(values, 0, size, 0.50, 0.95);
        }
    }
}
