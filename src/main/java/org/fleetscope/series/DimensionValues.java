package org.fleetscope.series;

import java.util.List;
import java.util.UUID;
import org.fleetscope.model.TimeRange;

/**
 * What can be chosen in the scope bar: the values of the whole workspace with their runs, most runs
 * first.
 */
public record DimensionValues(
        TimeRange extent,
        List<Entry<String>> types,
        List<Entry<UUID>> agents,
        List<Entry<String>> hosts,
        List<Entry<Integer>> priorities,
        List<Entry<String>> layers,
        List<String> customMetrics) {
    /** A value, its name for people, and how many runs have it. */
    public record Entry<T>(T value, String label, long runs) {}
}
