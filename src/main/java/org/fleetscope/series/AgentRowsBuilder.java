package org.fleetscope.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/**
 * Makes the table of agents: one row for each that has runs in the frame. Uses the cores there are.
 */
public final class AgentRowsBuilder {
    /** Worst finding first, then most findings, then by name. */
    public static final Comparator<AgentRow> WORST_FIRST =
            Comparator.comparingDouble(AgentRow::worst)
                    .thenComparingLong(AgentRow::findings)
                    .reversed()
                    .thenComparing(AgentRow::name);

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
                .sorted(WORST_FIRST)
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
        AgentLatencies latencies = new AgentLatencies(frame, rows);
        double change = latencies.change(range);
        double[] spark = latencies.medians(buckets);
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
}
