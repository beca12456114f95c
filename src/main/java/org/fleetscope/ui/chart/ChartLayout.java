package org.fleetscope.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the plots of a chart lie, one under the other, all between the same left and right edges;
 * lengths follow the size of the font.
 *
 * @param plots box of each track's plot
 * @param titleHeight height of the line above each plot
 * @param axis box of the time axis
 */
record ChartLayout(List<Box> plots, double titleHeight, Box axis) {
    private static final double LEFT = 4.8;
    private static final double RIGHT = 1.6;
    private static final double TITLE = 2.3;
    private static final double GAP = 0.7;
    private static final double AXIS = 3.2;
    private static final double LEAST_PLOT = 3.0;

    /**
     * @param em size of the chart's font, px
     */
    static ChartLayout of(List<ChartTrack> tracks, double width, double height, double em) {
        double left = LEFT * em;
        double plotWidth = Math.max(1, width - left - RIGHT * em);
        double weights = tracks.stream().mapToDouble(ChartTrack::weight).sum();
        double free = Math.max(0, height - AXIS * em - tracks.size() * (TITLE + GAP) * em);
        List<Box> plots = new ArrayList<>();
        double y = 0;
        for (ChartTrack track : tracks) {
            double plotHeight = Math.max(1, Math.floor(free * track.weight() / weights));
            y += TITLE * em;
            plots.add(new Box(Math.round(left), Math.round(y), Math.floor(plotWidth), plotHeight));
            y += plotHeight + GAP * em;
        }
        double axisTop = plots.isEmpty() ? 0 : plots.getLast().bottom();
        return new ChartLayout(
                List.copyOf(plots),
                TITLE * em,
                new Box(Math.round(left), axisTop, Math.floor(plotWidth), AXIS * em));
    }

    /** Height below which plots become unreadable, px. */
    static double minHeight(int tracks, double em) {
        return tracks * (TITLE + GAP + LEAST_PLOT) * em + AXIS * em;
    }

    static double minWidth(double em) {
        return (LEFT + RIGHT + 2 * LEAST_PLOT) * em;
    }
}
