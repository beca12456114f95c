package org.fleetscope.series;

import org.fleetscope.analysis.AgentRuns;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/** One agent's runs of a range, cut into as many equal stretches as the plot is pixels wide. */
final class PixelColumns {
    private final TimeRange range;
    private final int count;
    private final int[] first;

    PixelColumns(Frame frame, int agent, TimeRange range, int pixels) {
        if (pixels < 1) {
            throw new IllegalArgumentException("a plot is at least one pixel wide, not " + pixels);
        }
        this.range = range;
        this.count = pixels;
        this.first = new int[pixels + 1];
        for (int column = 0; column <= pixels; column++) {
            first[column] = AgentRuns.firstAt(frame, agent, start(column));
        }
    }

    int count() {
        return count;
    }

    /** Runs in the range. */
    int runs() {
        return first[count] - first[0];
    }

    /** Position of a column's first run in the agent order; that of the next column ends it. */
    int first(int column) {
        return first[column];
    }

    /** First instant of a column, µs; the end of the range for the one after the last. */
    long start(int column) {
        return column == count
                ? range.to()
                : range.from() + (long) ((double) range.length() / count * column);
    }

    boolean contains(long time) {
        return range.contains(time);
    }

    /** Column of a time within the range. */
    int columnOf(long time) {
        int column = (int) ((double) (time - range.from()) / range.length() * count);
        // One off either way by rounding: the starts decide.
        column = Math.clamp(column, 0, count - 1);
        while (time < start(column)) {
            column--;
        }
        while (column + 1 < count && time >= start(column + 1)) {
            column++;
        }
        return column;
    }
}
