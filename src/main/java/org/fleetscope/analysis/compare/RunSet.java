package org.fleetscope.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Metric;
import org.fleetscope.model.MetricDifference.Side;

/** One of the sets that are compared: runs and what became of them. */
public final class RunSet {
    /** Share of runs that succeeded. */
    public static final String SUCCESS = "success_rate";

    private final Frame frame;
    private final Success success;
    private final Mix[] mixes;
    private final int[] mixOfRow;

    public RunSet(Frame frame, Success success) {
        this.frame = frame;
        this.success = success;
        Map<Mix, Integer> codes = new HashMap<>();
        List<Mix> known = new ArrayList<>();
        mixOfRow = new int[frame.rows()];
        long lastKey = -1;
        int last = 0;
        for (int row = 0; row < mixOfRow.length; row++) {
            long key = ((long) frame.type()[row] << 32) | frame.priority()[row];
            if (key != lastKey) {
                Mix mix = new Mix(frame.types().get(frame.type()[row]), frame.priority()[row]);
                last =
                        codes.computeIfAbsent(
                                mix,
                                added -> {
                                    known.add(added);
                                    return known.size() - 1;
                                });
                lastKey = key;
            }
            mixOfRow[row] = last;
        }
        mixes = known.toArray(Mix[]::new);
    }

    /** Agents with runs, by id with their code. */
    Map<UUID, Integer> agents() {
        Map<UUID, Integer> agents = new HashMap<>();
        for (int agent = 0; agent < frame.agents().size(); agent++) {
            if (frame.agentStarts()[agent + 1] > frame.agentStarts()[agent]) {
                agents.put(frame.agents().get(agent), agent);
            }
        }
        return agents;
    }

    int[] rowsOf(int agent) {
        return IntStream.range(frame.agentStarts()[agent], frame.agentStarts()[agent + 1])
                .map(i -> frame.agentOrder()[i])
                .toArray();
    }

    int[] allRows() {
        return IntStream.range(0, frame.rows()).toArray();
    }

    /** Ids of what can be compared: the reported metrics, success, and custom metrics. */
    List<String> metrics() {
        List<String> metrics = new ArrayList<>();
        Metric.REPORTED.forEach(metric -> metrics.add(metric.id()));
        metrics.add(SUCCESS);
        frame.customNames().forEach(name -> metrics.add(Metric.custom(name).id()));
        return metrics;
    }

    /** Value of each row; NaN where it is missing. */
    double[] values(String metric) {
        if (metric.equals(SUCCESS)) {
            double[] values = new double[frame.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = !success.known(row) ? Double.NaN : success.success(row) ? 1 : 0;
            }
            return values;
        }
        double[] values = frame.metric(metric);
        return values == null ? new double[0] : values;
    }

    Map<Mix, Moments> byMix(double[] values, int[] rows) {
        Moments[] moments = new Moments[mixes.length];
        for (int row : rows) {
            if (values.length > 0 && !Double.isNaN(values[row])) {
                int mix = mixOfRow[row];
                if (moments[mix] == null) {
                    moments[mix] = new Moments();
                }
                moments[mix].add(values[row]);
            }
        }
        Map<Mix, Moments> byMix = new HashMap<>();
        for (int mix = 0; mix < mixes.length; mix++) {
            if (moments[mix] != null) {
                byMix.put(mixes[mix], moments[mix]);
            }
        }
        return byMix;
    }

    static Side side(double[] values, int[] rows) {
        double[] known =
                values.length == 0
                        ? values
                        : IntStream.of(rows)
                                .mapToDouble(row -> values[row])
                                .filter(value -> !Double.isNaN(value))
                                .toArray();
        Moments moments = new Moments();
        for (double value : known) {
            moments.add(value);
        }
        return new Side(
                known.length, moments.mean(), Quantiles.median(known.clone(), 0, known.length));
    }
}
