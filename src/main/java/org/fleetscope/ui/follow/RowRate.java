package org.fleetscope.ui.follow;

import java.util.ArrayDeque;
import java.util.Deque;

/** Rows a minute over the last minute. */
final class RowRate {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long LEAST_NANOS = 2_000_000_000L;

    private record Point(long nanos, long rows) {}

    private final Deque<Point> points = new ArrayDeque<>();

    /** So many rows have come in all by a time in nanoseconds. */
    void at(long nanos, long rows) {
        points.add(new Point(nanos, rows));
        while (points.size() > 1 && nanos - points.getFirst().nanos() > MINUTE_NANOS) {
            points.remove();
        }
    }

    /** Rows a minute; −1 while it is too early to tell. */
    long perMinute() {
        if (points.isEmpty()) {
            return -1;
        }
        Point first = points.getFirst();
        Point last = points.getLast();
        long nanos = last.nanos() - first.nanos();
        return nanos < LEAST_NANOS
                ? -1
                : Math.round((double) (last.rows() - first.rows()) * MINUTE_NANOS / nanos);
    }
}
