package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Metric;

/**
 * A metric of every agent as one value a window: the median of its runs, or its runs a minute. NaN
 * where a window has too few runs with a value; windows that the frame does not cover whole have no
 * throughput.
 *
 * @param values by agent code, then window
 */
record AgentSeries(Frame frame, Windows windows, String metric, double[][] values) {
    /** Runs with a value that a median needs. */
    static final int FEWEST = 3;

    /** Whether the frame has such a metric. */
    static boolean isKnown(Frame frame, String metric) {
        return metric.equals(Metric.THROUGHPUT.id()) || frame.metric(metric) != null;
    }

    /**
     * The series of a metric. O(runs + agents × windows).
     *
     * @throws IllegalArgumentException when the frame has no such metric
     */
    static AgentSeries of(AgentSlots slots, String metric) {
        if (metric.equals(Metric.THROUGHPUT.id())) {
            return new AgentSeries(slots.frame(), slots.windows(), metric, rates(slots));
        }
        double[] values = slots.frame().metric(metric);
        if (values == null) {
            throw new IllegalArgumentException("no metric " + metric);
        }
        double[][] medians =
                IntStream.range(0, slots.starts().length)
                        .parallel()
                        .mapToObj(agent -> medians(slots, values, agent))
                        .toArray(double[][]::new);
        return new AgentSeries(slots.frame(), slots.windows(), metric, medians);
    }

    private static double[] medians(AgentSlots slots, double[] values, int agent) {
        int[] order = slots.frame().agentOrder();
        int[] starts = slots.starts()[agent];
        double[] medians = new double[slots.windows().count()];
        double[] held = new double[16];
        for (int window = 0; window < medians.length; window++) {
            int runs = starts[window + 1] - starts[window];
            if (runs > held.length) {
                held = new double[runs * 2];
            }
            int n = 0;
            for (int i = starts[window]; i < starts[window + 1]; i++) {
                double value = values[order[i]];
                if (!Double.isNaN(value)) {
                    held[n++] = value;
                }
            }
            medians[window] = n < FEWEST ? Double.NaN : Quantiles.median(held, 0, n);
        }
        return medians;
    }

    private static double[][] rates(AgentSlots slots) {
        Windows windows = slots.windows();
        int last = windows.count() - 1;
        double[][] rates = new double[slots.starts().length][windows.count()];
        for (int agent = 0; agent < rates.length; agent++) {
            for (int window = 0; window <= last; window++) {
                rates[agent][window] = slots.runs(agent, window) / windows.minutes();
            }
            if (last >= 0 && windows.first() < slots.frame().extent().from()) {
                rates[agent][0] = Double.NaN;
            }
            if (last >= 0 && windows.start(last) + windows.length() > slots.frame().extent().to()) {
                rates[agent][last] = Double.NaN;
            }
        }
        return rates;
    }

    /** The values on the scale where they are compared. */
    double[][] scaled() {
        return Arrays.stream(values)
                .map(agent -> SeriesMetrics.toScale(metric, agent))
                .toArray(double[][]::new);
    }

    /**
     * The run that stands for a window of an agent: the one nearest to its value; without a run in
     * it the last one before, else the first after.
     */
    int runAt(int agent, int window) {
        int from = AgentRuns.firstAt(frame, agent, windows.start(window));
        int to = AgentRuns.firstAt(frame, agent, windows.start(window) + windows.length());
        int[] order = frame.agentOrder();
        if (from == to) {
            return from > frame.agentStarts()[agent] ? order[from - 1] : order[from];
        }
        double[] own = frame.metric(metric);
        int nearest = order[from];
        for (int i = from; i < to && own != null; i++) {
            double distance = Math.abs(own[order[i]] - values[agent][window]);
            if (distance < Math.abs(own[nearest] - values[agent][window])
                    || Double.isNaN(own[nearest])) {
                nearest = order[i];
            }
        }
        return nearest;
    }
}
