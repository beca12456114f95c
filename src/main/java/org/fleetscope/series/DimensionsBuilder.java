package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Priority;

/** Lists what the scope can be narrowed to. */
public final class DimensionsBuilder {
    private DimensionsBuilder() {}

    /** The values that runs of the frame have; most runs first, equals by label. O(rows). */
    public static DimensionValues of(Frame frame, AgentNames names) {
        return new DimensionCounts().add(frame).values(frame, names);
    }

    static <T> List<DimensionValues.Entry<T>> entries(
            Dictionary<T> values, long[] runs, Function<T, String> label) {
        List<DimensionValues.Entry<T>> entries = new ArrayList<>();
        for (int code = 0; code < runs.length; code++) {
            if (runs[code] > 0) {
                T value = values.get(code);
                entries.add(new DimensionValues.Entry<>(value, label.apply(value), runs[code]));
            }
        }
        return mostRunsFirst(entries);
    }

    static List<DimensionValues.Entry<Integer>> priorities(Map<Integer, long[]> runs) {
        List<DimensionValues.Entry<Integer>> entries = new ArrayList<>();
        runs.forEach((level, count) ->
                entries.add(new DimensionValues.Entry<>(level, Priority.nameOf(level), count[0])));
        return mostRunsFirst(entries);
    }

    private static <T> List<DimensionValues.Entry<T>> mostRunsFirst(
            List<DimensionValues.Entry<T>> entries) {
        entries.sort(
                Comparator.<DimensionValues.Entry<T>>comparingLong(DimensionValues.Entry::runs)
                        .reversed()
                        .thenComparing(DimensionValues.Entry::label));
        return List.copyOf(entries);
    }
}
