package org.fleetscope.detection;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.model.Times;

/**
 * Counts what an analyst is called for: findings about one subject closer than ten minutes are one
 * alarm. Findings may come in any order. O(log n) each.
 */
final class Alarms {
    static final long JOINED = 10 * Times.MINUTE;

    private final Map<Integer, TreeMap<Long, Boolean>> bySubject = new HashMap<>();
    private long count;

    void add(int subject, long at) {
        TreeMap<Long, Boolean> times = bySubject.computeIfAbsent(subject, s -> new TreeMap<>());
        if (times.put(at, true) != null) {
            return;
        }
        Long before = times.lowerKey(at);
        Long after = times.higherKey(at);
        boolean joinsBefore = before != null && at - before < JOINED;
        boolean joinsAfter = after != null && after - at < JOINED;
        boolean wereJoined = before != null && after != null && after - before < JOINED;
        count += 1 - (joinsBefore ? 1 : 0) - (joinsAfter ? 1 : 0) + (wereJoined ? 1 : 0);
    }

    long count() {
        return count;
    }
}
