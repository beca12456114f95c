package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A host whose clock is off, so that its times are not taken for faults. Rows stand in a file in
 * the order in which they were written; a host whose recorded_at differs from that of the rows
 * around it, of other hosts, by the same offset all along has another clock. Nothing can be said of
 * files that were sorted by time, or are in no order.
 */
final class ClockSkewDetector implements Detector {
    static final String ID = "clock-skew";
    static final Threshold OFFSET =
            new Threshold("clock-skew.ms", "Smallest offset", Unit.MILLISECONDS, 2000);
    static final Threshold K =
            new Threshold("clock-skew.k", "Robust standard deviations", Unit.NONE, 6);

    private static final int AROUND = 16;
    private static final int FEWEST = 20;

    /** Usual distance between neighbours beyond which a file is in no order. */
    private static final double MOST_DISORDER_MS = 60_000;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Clock skew";
    }

    @Override
    public String description() {
        return "A host's clock runs ahead of or behind those of the others.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.AGENT, Columns.HOST, Columns.RECORDED_AT);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(OFFSET, K);
    }

    @Override
    public boolean judgesStretches() {
        return true;
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        FindingColumns found = new FindingColumns(frame, 0);
        job.progress(new Progress("Comparing clocks", 0, 0, "runs", frame.rows()));
        double[] offset = offsets(frame, job);
        double[] all = known(offset, null);
        if (all.length < FEWEST) {
            return new FindingSet(found);
        }
        double deviation = deviation(all);
        if (deviation > MOST_DISORDER_MS) {
            return new FindingSet(found);
        }
        List<List<Integer>> rows = rowsByHost(frame);
        for (List<Integer> ofHost : rows) {
            double[] own = known(offset, ofHost);
            if (own.length >= FEWEST) {
                double median = Quantiles.median(own, 0, own.length);
                judge(found, input, ofHost, median, Math.max(1, deviation));
            }
        }
        return new FindingSet(found);
    }

    private static void judge(
            FindingColumns found,
            DetectorInput input,
            List<Integer> rows,
            double offset,
            double deviation) {
        double k = input.value(K);
        double reach = Math.max(input.value(OFFSET), k * deviation);
        int first = rows.getFirst();
        if (Math.abs(offset) > reach
                && input.examinedRange().contains(input.frame().recordedAt()[first])) {
            int at =
                    found.add(
                            first,
                            found.detectorCode(ID),
                            found.metricCode(Metric.CLOCK_OFFSET.id()));
            found.actual[at] = offset;
            found.typical[at] = 0;
            found.lower[at] = -reach;
            found.upper[at] = reach;
            found.severity[at] = Severity.score(NormalTail.twoSided(offset / deviation));
            found.threshold[at] = k;
        }
    }

    /** ms between each row and the median of those around it that are of other hosts. */
    private static double[] offsets(Frame frame, JobContext job) {
        double[] offsets = new double[frame.rows()];
        Arrays.fill(offsets, Double.NaN);
        double[] others = new double[2 * AROUND];
        for (int row = AROUND; row < offsets.length - AROUND; row++) {
            if (row % 100_000 == 0) {
                job.checkCancelled();
            }
            int n = 0;
            for (int near = row - AROUND; near <= row + AROUND; near++) {
                if (frame.host()[near] != frame.host()[row]) {
                    others[n++] = (double) (frame.recordedAt()[near] - frame.recordedAt()[row]);
                }
            }
            if (n >= AROUND) {
                offsets[row] = -Quantiles.median(others, 0, n) / (Times.SECOND / 1000.0);
            }
        }
        return offsets;
    }

    private static List<List<Integer>> rowsByHost(Frame frame) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int host = 0; host < frame.hosts().size(); host++) {
            rows.add(new ArrayList<>());
        }
        for (int row = 0; row < frame.rows(); row++) {
            rows.get(frame.host()[row]).add(row);
        }
        return rows;
    }

    private static double[] known(double[] offsets, @Nullable List<Integer> rows) {
        return (rows == null
                        ? Arrays.stream(offsets)
                        : rows.stream().mapToDouble(row -> offsets[row]))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double deviation(double[] values) {
        double median = Quantiles.median(values, 0, values.length);
        double[] distance = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        return Quantiles.median(distance, 0, distance.length) / RobustBaseline.NORMAL;
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        return List.of();
    }
}
