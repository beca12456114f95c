package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fleetscope.analysis.AgentRuns;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Metric;
import org.fleetscope.model.TimeRange;

/** Sets the runs of an agent inside a brushed range against those outside it. */
public final class BrushBuilder {
    private BrushBuilder() {}

    /**
     * Statistics of every metric the agent has values of, and the first {@code maxRuns} runs
     * inside. All is empty for an agent without runs in the frame.
     */
    public static BrushStatistics of(
            Frame frame, UUID agent, TimeRange inside, int maxRuns, FindingSet findings) {
        int code = frame.agents().find(agent);
        if (code < 0) {
            return new BrushStatistics(inside, 0, 0, List.of(), List.of());
        }
        int start = frame.agentStarts()[code];
        int end = frame.agentStarts()[code + 1];
        int from = AgentRuns.firstAt(frame, code, inside.from());
        int to = AgentRuns.firstAt(frame, code, inside.to());
        List<BrushStatistics.Row> rows = new ArrayList<>();
        for (Metric metric : metrics(frame)) {
            double[] values = frame.metric(metric.id());
            if (values != null) {
                Side in = new Side(end - start);
                Side out = new Side(end - start);
                in.add(frame, values, from, to);
                out.add(frame, values, start, from);
                out.add(frame, values, to, end);
                if (in.size + out.size > 0) {
                    rows.add(
                            new BrushStatistics.Row(
                                    metric,
                                    in.mean(),
                                    out.mean(),
                                    in.median(),
                                    out.median(),
                                    in.sd(),
                                    out.sd()));
                }
            }
        }
        int[] shown = Arrays.copyOfRange(frame.agentOrder(), from, Math.min(to, from + maxRuns));
        return new BrushStatistics(
                inside,
                to - from,
                (long) (end - start) - (to - from),
                rows,
                RunSummaries.of(frame, shown, findings));
    }

    private static List<Metric> metrics(Frame frame) {
        List<Metric> metrics = new ArrayList<>(Metric.REPORTED);
        frame.customNames().forEach(name -> metrics.add(Metric.custom(name)));
        return metrics;
    }

    /** The values of one side. */
    private static final class Side {
        private final double[] values;
        private int size;

        Side(int capacity) {
            values = new double[capacity];
        }

        /** Adds the values at positions [from, to) of the agent order, without the missing ones. */
        void add(Frame frame, double[] column, int from, int to) {
            int[] order = frame.agentOrder();
            for (int i = from; i < to; i++) {
                double value = column[order[i]];
                if (!Double.isNaN(value)) {
                    values[size++] = value;
                }
            }
        }

        double mean() {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += values[i] - values[0];
            }
            return size == 0 ? Double.NaN : values[0] + sum / size;
        }

        double sd() {
            double mean = mean();
            double squares = 0;
            for (int i = 0; i < size; i++) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
            return size < 2 ? Double.NaN : Math.sqrt(squares / (size - 1));
        }

        /** Reorders the values. */
        double median() {
            return Quantiles.median(values, 0, size);
        }
    }
}
