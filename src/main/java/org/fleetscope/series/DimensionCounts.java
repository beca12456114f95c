package org.fleetscope.series;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/**
 * Counts the runs of each value of the dimensions over frames whose runs follow each other and
 * whose codes mean the same. Adding costs O(rows added). Not thread-safe.
 */
public final class DimensionCounts {
    private final Map<Integer, long[]> priorities = new TreeMap<>();
    private long[] types = new long[0];
    private long[] agents = new long[0];
    private long[] hosts = new long[0];
    private long[] layers = new long[0];
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    public DimensionCounts add(Frame part) {
        types = count(types, part.types(), part.type());
        agents = count(agents, part.agents(), part.agent());
        hosts = count(hosts, part.hosts(), part.host());
        layers = count(layers, part.layers(), part.layer());
        for (int level : part.priority()) {
            priorities.computeIfAbsent(level, key -> new long[1])[0]++;
        }
        for (long at : part.recordedAt()) {
            first = Math.min(first, at);
            last = Math.max(last, at);
        }
        return this;
    }

    /**
     * The values of the runs added; most runs first, equals by label.
     *
     * @param frame the last one, for its dictionaries
     */
    public DimensionValues values(Frame frame, AgentNames names) {
        return new DimensionValues(
                last < first ? new TimeRange(0, 0) : new TimeRange(first, last + 1),
                DimensionsBuilder.entries(frame.types(), types, type -> type),
                DimensionsBuilder.entries(frame.agents(), agents, names::name),
                DimensionsBuilder.entries(frame.hosts(), hosts, host -> host),
                DimensionsBuilder.priorities(priorities),
                DimensionsBuilder.entries(frame.layers(), layers, layer -> layer),
                frame.customNames());
    }

    private static long[] count(long[] before, Dictionary<?> values, int[] codes) {
        long[] runs = before.length < values.size() ? Arrays.copyOf(before, values.size()) : before;
        for (int code : codes) {
            runs[code]++;
        }
        return runs;
    }
}
