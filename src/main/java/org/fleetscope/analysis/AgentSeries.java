package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Metric;
import org.jspecify.annotations.Nullable;

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

    /**
     * The series of a metric; null when the frame has no such metric. O(runs + agents × windows).
     */
    static @Nullable AgentSeries of(Frame frame, Windows windows, String metric) {
        if (metric.equals(Metric.THROUGHPUT.id())) {
            return new AgentSeries(frame, windows, metric, rates(frame, windows));
        }
        double[] values = frame.metric(metric);
        return values == null
                ? null
                : new AgentSeries(frame, windows, metric, medians(frame, windows, values));
    }

    private static double[][] medians(Frame frame, Windows windows, double[] values) {
        frame.agentOrder();
        return IntStream.range(0, frame.agents().size())
                .parallel()
                .mapToObj(agent -> medians(frame, windows, values, agent))
                .toArray(double[][]::new);
    }

    private static double[] medians(Frame frame, Windows windows, double[] values, int agent) {
        double[] medians = new double[windows.count()];
        Arrays.fill(medians, Double.NaN);
        int to = frame.agentStarts()[agent + 1];
        double[] held = new double[16];
        int n = 0;
        for (int i = frame.agentStarts()[agent]; i < to; i++) {
            int row = frame.agentOrder()[i];
            int window = windows.indexOf(frame.recordedAt()[row]);
            if (!Double.isNaN(values[row])) {
                if (n == held.length) {
                    held = Arrays.copyOf(held, n * 2);
                }
                held[n++] = values[row];
            }
            boolean last =
                    i + 1 == to
                            || windows.indexOf(frame.recordedAt()[frame.agentOrder()[i + 1]])
                                    != window;
            if (last) {
                medians[window] = n < FEWEST ? Double.NaN : Quantiles.median(held, 0, n);
                n = 0;
            }
        }
        return medians;
    }

    private static double[][] rates(Frame frame, Windows windows) {
        double[][] rates = new double[frame.agents().size()][windows.count()];
        for (int row = 0; row < frame.rows(); row++) {
            rates[frame.agent()[row]][windows.indexOf(frame.recordedAt()[row])] +=
                    1 / windows.minutes();
        }
        int last = windows.count() - 1;
        for (double[] agent : rates) {
            if (last >= 0 && windows.first() < frame.extent().from()) {
                agent[0] = Double.NaN;
            }
            if (last >= 0 && windows.start(last) + windows.length() > frame.extent().to()) {
                agent[last] = Double.NaN;
            }
        }
        return rates;
    }

    /** The values on the scale where they are compared. */
    double[][] scaled() {
        return Arrays.stream(values)
                .map(agent ->
                        Arrays.stream(agent)
                                .map(value -> SeriesMetrics.toScale(metric, value))
                                .toArray())
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
