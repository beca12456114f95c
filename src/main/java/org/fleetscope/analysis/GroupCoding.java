package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/** Finds the groups of runs, as if each were recorded some time later than it was. */
final class GroupCoding {
    private final Frame frame;
    private final RunColumns columns;
    private final long shift;

    /**
     * @param shift added to the time of every run, µs
     */
    GroupCoding(Frame frame, RunColumns columns, long shift) {
        this.frame = frame;
        this.columns = columns;
        this.shift = shift;
    }

    GroupCodes of(Grouping grouping) {
        return switch (grouping) {
            case Dimension dimension -> of(dimension);
            case Grouping.ValueBins bins ->
                    ValueGroups.of(columns.toGroupBy(bins.column()), bins.width());
        };
    }

    private GroupCodes of(Dimension dimension) {
        return switch (dimension) {
            case AGENT -> GroupCodes.ranked(frame.agents(), frame.agent());
            case TYPE -> GroupCodes.ranked(frame.types(), frame.type());
            case HOST -> GroupCodes.ranked(frame.hosts(), frame.host());
            case LAYER -> GroupCodes.ranked(frame.layers(), frame.layer());
            case PRIORITY -> priorities();
            case MINUTE, FIVE_MINUTES, QUARTER, HOUR, SIX_HOURS, DAY, WEEK -> windows(dimension);
            // 1970-01-01 was a Thursday, day 4.
            case WEEKDAY -> cyclic(Times.DAY, 3, 7, 1);
            case HOUR_OF_DAY -> cyclic(Times.HOUR, 0, 24, 0);
        };
    }

    private GroupCodes windows(Dimension dimension) {
        TimeRange extent = frame.extent();
        long first = dimension.windowOf(extent.from() + shift);
        long last = dimension.windowOf(Math.max(extent.from(), extent.to() - 1) + shift);
        int[] codes = new int[frame.rows()];
        long[] at = frame.recordedAt();
        int windows = Math.toIntExact(last - first + 1);
        RowBlocks.each(codes.length, (from, to) -> windows(dimension, at, first, codes, from, to));
        return new GroupCodes(
                codes, windows, code -> Times.iso(dimension.windowStart(first + code)));
    }

    /** Runs mostly follow one another within a window, which spares a division. */
    private void windows(
            Dimension dimension, long[] at, long first, int[] codes, int from, int to) {
        long start = 0;
        long end = 0;
        int code = 0;
        for (int row = from; row < to; row++) {
            long time = at[row] + shift;
            if (time < start || time >= end) {
                long window = dimension.windowOf(time);
                start = dimension.windowStart(window);
                end = start + dimension.window();
                code = (int) (window - first);
            }
            codes[row] = code;
        }
    }

    private GroupCodes cyclic(long length, long places, int cycle, long base) {
        int[] codes = new int[frame.rows()];
        long[] at = frame.recordedAt();
        RowBlocks.each(
                codes.length,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        long period = Math.floorDiv(at[row] + shift, length) + places;
                        codes[row] = (int) Math.floorMod(period, (long) cycle);
                    }
                });
        return new GroupCodes(codes, cycle, code -> base + code);
    }

    private GroupCodes priorities() {
        Dictionary<Integer> levels = new Dictionary<>();
        Arrays.stream(frame.priority()).distinct().sorted().forEach(levels::codeOf);
        int[] codes = Arrays.stream(frame.priority()).map(levels::find).toArray();
        return new GroupCodes(codes, Math.max(1, levels.size()), code -> (long) levels.get(code));
    }
}
