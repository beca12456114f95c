package org.fleetscope.cli;

import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/** Makes time ranges of the ends that were given. */
final class Ranges {
    private Ranges() {}

    /**
     * Range from {@code from} up to, without, {@code to}; an end not given is open; null without
     * both.
     */
    static @Nullable TimeRange until(@Nullable Long from, @Nullable Long to, String prefix) {
        if (from == null && to == null) {
            return null;
        }
        long start = from == null ? TimeRange.ALL.from() : from;
        long end = to == null ? TimeRange.ALL.to() : to;
        if (start >= end) {
            throw new UsageException("--" + prefix + "from must lie before --" + prefix + "to.");
        }
        return new TimeRange(start, end);
    }

    /** The same with {@code to} inside, as BETWEEN in SQL. */
    static @Nullable TimeRange through(@Nullable Long from, @Nullable Long to, String prefix) {
        return until(from, to == null ? null : Long.valueOf(to + 1), prefix);
    }
}
