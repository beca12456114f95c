package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.frame.Frame;

/**
 * The growing arrays behind a {@link FindingSet}; detectors and metrics are codes. Not thread-safe.
 */
final class FindingColumns {
    final Frame frame;
    final List<String> detectors = new ArrayList<>();
    final List<String> metrics = new ArrayList<>();
    int size;
    int[] run;
    int[] detector;
    int[] metric;
    double[] actual;
    double[] typical;
    double[] lower;
    double[] upper;
    double[] severity;
    double[] threshold;

    FindingColumns(Frame frame, int expected) {
        this.frame = frame;
        run = new int[expected];
        detector = new int[expected];
        metric = new int[expected];
        actual = new double[expected];
        typical = new double[expected];
        lower = new double[expected];
        upper = new double[expected];
        severity = new double[expected];
        threshold = new double[expected];
    }

    int detectorCode(String id) {
        return code(detectors, id);
    }

    int metricCode(String id) {
        return code(metrics, id);
    }

    /** Appends a finding whose arrays are then written at the index returned. */
    int add(int row, int detectorCode, int metricCode) {
        if (size == run.length) {
            resize(Math.max(64, size * 2));
        }
        int i = size++;
        run[i] = row;
        detector[i] = detectorCode;
        metric[i] = metricCode;
        return i;
    }

    void addAll(FindingColumns from) {
        int[] detectorCodes = from.detectors.stream().mapToInt(this::detectorCode).toArray();
        int[] metricCodes = from.metrics.stream().mapToInt(this::metricCode).toArray();
        for (int i = 0; i < from.size; i++) {
            copy(
                    from,
                    i,
                    add(from.run[i], detectorCodes[from.detector[i]], metricCodes[from.metric[i]]));
        }
    }

    FindingColumns reordered(int[] order) {
        FindingColumns to = new FindingColumns(frame, size);
        detectors.forEach(to::detectorCode);
        metrics.forEach(to::metricCode);
        for (int i : order) {
            to.copy(this, i, to.add(run[i], detector[i], metric[i]));
        }
        return to;
    }

    FindingColumns on(Frame other, int[] rows) {
        FindingColumns to = new FindingColumns(other, size);
        detectors.forEach(to::detectorCode);
        metrics.forEach(to::metricCode);
        for (int i = 0; i < size; i++) {
            if (rows[run[i]] >= 0) {
                to.copy(this, i, to.add(rows[run[i]], detector[i], metric[i]));
            }
        }
        return to;
    }

    private void copy(FindingColumns from, int i, int to) {
        actual[to] = from.actual[i];
        typical[to] = from.typical[i];
        lower[to] = from.lower[i];
        upper[to] = from.upper[i];
        severity[to] = from.severity[i];
        threshold[to] = from.threshold[i];
    }

    private void resize(int capacity) {
        run = Arrays.copyOf(run, capacity);
        detector = Arrays.copyOf(detector, capacity);
        metric = Arrays.copyOf(metric, capacity);
        actual = Arrays.copyOf(actual, capacity);
        typical = Arrays.copyOf(typical, capacity);
        lower = Arrays.copyOf(lower, capacity);
        upper = Arrays.copyOf(upper, capacity);
        severity = Arrays.copyOf(severity, capacity);
        threshold = Arrays.copyOf(threshold, capacity);
    }

    private static int code(List<String> names, String name) {
        int known = names.indexOf(name);
        if (known >= 0) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }
}
