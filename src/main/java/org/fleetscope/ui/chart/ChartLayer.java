package org.fleetscope.ui.chart;

import java.util.List;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.Track;

/**
 * Something painted on a track. Times are µs UTC and ascend; a value of NaN is a gap. Arrays are
 * not copied and must not change afterwards. {@code series} is the index of a colour of the
 * palette, taken modulo its size.
 */
public sealed interface ChartLayer {
    /**
     * Runs, or pixel columns of runs.
     *
     * @param columns true when an entry is a column that starts at its time, false when it is one
     *     run
     */
    record Envelope(
            boolean columns, long[] time, double[] min, double[] max, double[] mean, int series)
            implements ChartLayer {
        public static Envelope of(Track track, int series) {
            return new Envelope(
                    track.envelope(), track.time(), track.min(), track.max(), track.mean(), series);
        }
    }

    /**
     * Expected range. An entry holds from its time until the next one's; the last only ends the one
     * before. {@code style} is 0 for the first kind of band of a chart, 1 for the next.
     */
    record Band(
            String label, long[] time, double[] lower, double[] typical, double[] upper, int style)
            implements ChartLayer {}

    /**
     * One bar a bucket, from zero.
     *
     * @param bucket length of a bucket, µs
     */
    record Bars(long[] start, long bucket, double[] value, int series) implements ChartLayer {}

    /** Values joined by straight lines. */
    record Line(String label, long[] time, double[] value, int series) implements ChartLayer {}

    /**
     * Findings; those that would cover one another are shown as the worst of them with their
     * number.
     */
    record Markers(List<Track.Marker> markers) implements ChartLayer {
        public Markers {
            markers = List.copyOf(markers);
        }
    }

    /** A stretch of time made to stand out over the height of the plot. */
    record Shade(TimeRange range) implements ChartLayer {}
}
