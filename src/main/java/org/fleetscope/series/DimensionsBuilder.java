package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Priority;

/** Lists what the scope can be narrowed to. */
public final class DimensionsBuilder {
    private DimensionsBuilder() {}

    /** The values that runs of the frame have; most runs first, equals by label. O(rows). */
    public static DimensionValues of(Frame frame, AgentNames names) {
        return new DimensionValues(
                frame.extent(),
                entries(frame.types(), frame.type(), type -> type),
                entries(frame.agents(), frame.agent(), names::name),
                entries(frame.hosts(), frame.host(), host -> host),
                priorities(frame.priority()),
                entries(frame.layers(), frame.layer(), layer -> layer),
                frame.customNames());
    }

    private static <T> List<DimensionValues.Entry<T>> entries(
            Dictionary<T> values, int[] codes, Function<T, String> label) {
        long[] runs = new long[values.size()];
        for (int code : codes) {
            runs[code]++;
        }
        List<DimensionValues.Entry<T>> entries = new ArrayList<>();
        for (int code = 0; code < runs.length; code++) {
            if (runs[code] > 0) {
                T value = values.get(code);
                entries.add(new DimensionValues.Entry<>(value, label.apply(value), runs[code]));
            }
        }
        return mostRunsFirst(entries);
    }

    private static List<DimensionValues.Entry<Integer>> priorities(int[] levels) {
        Map<Integer, long[]> runs = new TreeMap<>();
        for (int level : levels) {
            runs.computeIfAbsent(level, key -> new long[1])[0]++;
        }
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
