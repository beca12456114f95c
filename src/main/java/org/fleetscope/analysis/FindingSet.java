package org.fleetscope.analysis;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Severity;

/**
 * Findings of one frame as columns, since a noisy million runs gives a hundred thousand of them; a
 * {@link Finding} is made when asked for. Immutable and safe for any thread.
 */
public final class FindingSet {
    private final FindingColumns columns;
    private final int size;

    FindingSet(FindingColumns columns) {
        this.columns = columns;
        this.size = columns.size;
    }

    public static FindingSet empty(Frame frame) {
        return new FindingSet(new FindingColumns(frame, 0));
    }

    /**
     * All findings of sets over the same frame: severity descending, then recorded_at, task_id,
     * metric and detector ascending.
     *
     * @throws IllegalArgumentException without a set, or when the sets are of different frames
     */
    public static FindingSet mostSevereFirst(List<FindingSet> sets) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("no set of findings");
        }
        FindingColumns all =
                new FindingColumns(
                        sets.getFirst().frame(), sets.stream().mapToInt(FindingSet::size).sum());
        for (FindingSet set : sets) {
            if (set.frame() != all.frame) {
                throw new IllegalArgumentException("the sets of findings are of different frames");
            }
            all.addAll(set.columns);
        }
        return new FindingSet(all.reordered(new FindingOrder(all).mostSevereFirst()));
    }

    /**
     * The same findings on another frame that has their runs, in the same order.
     *
     * @param rows row of each run in the other frame, −1 for one that is not there, whose findings
     *     are left out
     */
    public FindingSet on(Frame other, int[] rows) {
        return new FindingSet(columns.on(other, rows));
    }

    public Frame frame() {
        return columns.frame;
    }

    public int size() {
        return size;
    }

    /** Row of the run in the frame. */
    public int run(int i) {
        return columns.run[i];
    }

    /** Code of the run's agent in the frame. */
    public int agent(int i) {
        return columns.frame.agent()[columns.run[i]];
    }

    /** µs UTC. */
    public long recordedAt(int i) {
        return columns.frame.recordedAt()[columns.run[i]];
    }

    /** 0..100. */
    public double severity(int i) {
        return columns.severity[i];
    }

    public Severity band(int i) {
        return Severity.of(columns.severity[i]);
    }

    /** Id of the metric. */
    public String metric(int i) {
        return columns.metrics.get(columns.metric[i]);
    }

    /** Id of the detector. */
    public String detector(int i) {
        return columns.detectors.get(columns.detector[i]);
    }

    /** Code of the detector, see {@link #detectors()}. */
    public int detectorCode(int i) {
        return columns.detector[i];
    }

    /** Ids of detectors by code. */
    public List<String> detectors() {
        return Collections.unmodifiableList(columns.detectors);
    }

    /** Ids of metrics by code. */
    public List<String> metrics() {
        return Collections.unmodifiableList(columns.metrics);
    }

    /** The findings at the given positions, in the given order. */
    public FindingSet select(int[] wanted) {
        return new FindingSet(columns.reordered(wanted));
    }

    /** Code of the metric; equal metrics have equal codes. */
    public int metricCode(int i) {
        return columns.metric[i];
    }

    /** True when the value lies above what is typical. */
    public boolean isHigh(int i) {
        return columns.actual[i] > columns.typical[i];
    }

    /** Value that was measured, in the metric's unit. */
    public double actual(int i) {
        return columns.actual[i];
    }

    public Finding get(int i) {
        Frame frame = columns.frame;
        int row = columns.run[i];
        String host = frame.hosts().get(frame.host()[row]);
        return new Finding(
                detector(i),
                row,
                frame.taskId(row),
                frame.agents().get(frame.agent()[row]),
                frame.types().get(frame.type()[row]),
                host.equals(Frame.UNKNOWN) ? null : host,
                frame.recordedAt()[row],
                metric(i),
                actual(i),
                columns.typical[i],
                columns.lower[i],
                columns.upper[i],
                columns.severity[i],
                columns.threshold[i],
                frame.origin(row));
    }

    /** All findings in order, each made when asked for. */
    public List<Finding> asList() {
        return new Lazy(this);
    }

    private static final class Lazy extends AbstractList<Finding> implements RandomAccess {
        private final FindingSet set;

        Lazy(FindingSet set) {
            this.set = set;
        }

        @Override
        public Finding get(int i) {
            return set.get(i);
        }

        @Override
        public int size() {
            return set.size;
        }
    }
}
