package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;

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

    /** Rows that a thread looks at before it takes the next. */
    private static final int BLOCK = 1 << 14;

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
        double[] all = Arrays.stream(offset).filter(value -> !Double.isNaN(value)).toArray();
        if (all.length < FEWEST) {
            return new FindingSet(found);
        }
        double deviation = deviation(all);
        if (deviation > MOST_DISORDER_MS) {
            return new FindingSet(found);
        }
        for (int[] ofHost : RowsByCode.of(frame.host(), frame.hosts().size())) {
            double[] own = known(offset, ofHost);
            if (own.length >= FEWEST) {
                double median = Quantiles.median(own, 0, own.length);
                judge(found, input, ofHost[0], median, Math.max(1, deviation));
            }
        }
        return new FindingSet(found);
    }

    private static void judge(
            FindingColumns found, DetectorInput input, int first, double offset, double deviation) {
        double k = input.value(K);
        double reach = Math.max(input.value(OFFSET), k * deviation);
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
        int blocks = (offsets.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks)
                .parallel()
                .forEach(block -> {
                    job.checkCancelled();
                    int from = Math.max(AROUND, block * BLOCK);
                    int to = Math.min(offsets.length - AROUND, (block + 1) * BLOCK);
                    double[] others = new double[2 * AROUND];
                    for (int row = from; row < to; row++) {
                        offsets[row] = offset(frame.host(), frame.recordedAt(), row, others);
                    }
                });
        return offsets;
    }

    private static double offset(int[] host, long[] at, int row, double[] others) {
        int n = 0;
        boolean ascending = true;
        for (int near = row - AROUND; near <= row + AROUND; near++) {
            if (host[near] != host[row]) {
                double distance = (double) (at[near] - at[row]);
                ascending &= n == 0 || others[n - 1] <= distance;
                others[n++] = distance;
            }
        }
        if (n < AROUND) {
            return Double.NaN;
        }
        // Rows mostly stand in their order already.
        double median =
                ascending ? Quantiles.ofSorted(others, 0, n, 0.5) : Quantiles.median(others, 0, n);
        return -median / (Times.SECOND / 1000.0);
    }

    private static double[] known(double[] offsets, int[] rows) {
        double[] known = new double[rows.length];
        int n = 0;
        for (int row : rows) {
            known[n] = offsets[row];
            n += Double.isNaN(offsets[row]) ? 0 : 1;
        }
        return Arrays.copyOf(known, n);
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
