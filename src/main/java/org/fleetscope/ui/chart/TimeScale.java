package org.fleetscope.ui.chart;

import org.fleetscope.model.TimeRange;

/** Linear map between time, µs UTC, and horizontal pixels. */
record TimeScale(TimeRange range, double left, double width) {
    TimeScale {
        if (range.length() <= 0 || !(width > 0)) {
            throw new IllegalArgumentException(
                    "empty time scale: " + range + " on " + width + " px");
        }
    }

    double toX(long micros) {
        return left + (micros - range.from()) * (width / range.length());
    }

    /** Nearest microsecond. */
    long toTime(double x) {
        return range.from() + Math.round((x - left) / width * range.length());
    }

    double pixelsOf(long length) {
        return length * (width / range.length());
    }

    long microsPerPixel() {
        return Math.max(1, Math.round(range.length() / width));
    }
}
