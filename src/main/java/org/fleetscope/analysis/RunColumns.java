package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Columns of numbers of a frame's runs by name: a metric's id, one of the further columns, or a
 * custom metric as {@code custom_metrics.NAME}, {@code custom.NAME} or NAME alone.
 */
final class RunColumns {
    private static final String SHORT_PREFIX = "custom.";

    private final Frame frame;
    private final Map<String, double[]> extra;

    RunColumns(Frame frame, Map<String, double[]> extra) {
        this.frame = frame;
        this.extra = Map.copyOf(extra);
    }

    /**
     * Values of a column, NaN where missing.
     *
     * @throws IllegalArgumentException when there is none of that name; the message names those
     *     there are
     */
    double[] get(String name) {
        double[] values = find(name);
        if (values == null) {
            throw new IllegalArgumentException("no column \"" + name + "\"; " + known());
        }
        return values;
    }

    /** As {@link #get}, for a name that might have been meant for a dimension. */
    double[] toGroupBy(String name) {
        double[] values = find(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "runs can't be grouped by \""
                            + name
                            + "\": "
                            + Grouping.known()
                            + "; of columns, "
                            + known());
        }
        return values;
    }

    private double @Nullable [] find(String name) {
        double[] values = frame.metric(name);
        if (values == null) {
            values = extra.get(name);
        }
        if (values == null) {
            values = frame.metric(Metric.CUSTOM_PREFIX + name);
        }
        if (values == null && name.startsWith(SHORT_PREFIX)) {
            values = frame.metric(Metric.CUSTOM_PREFIX + name.substring(SHORT_PREFIX.length()));
        }
        return values;
    }

    private String known() {
        List<String> known = new ArrayList<>(Metric.REPORTED.stream().map(Metric::id).toList());
        extra.keySet().stream().sorted().forEach(known::add);
        frame.customNames().forEach(custom -> known.add(Metric.CUSTOM_PREFIX + custom));
        return "there are " + String.join(", ", known);
    }
}
