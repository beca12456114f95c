package org.fleetscope.ui.chart;

import java.util.List;

/** A track of one painting: its plot, its value axis and how its values are written. */
record TrackFrame(
        ChartTrack track,
        Box plot,
        double titleMiddle,
        ValueScale value,
        NiceTicks ticks,
        ValueFormat format) {
    private static final double TICK_DISTANCE = 2.4;
    private static final double TITLE_MIDDLE = 0.62;

    static TrackFrame of(ChartTrack track, Box plot, double titleHeight, boolean log, double em) {
        int target = Math.clamp((int) (plot.height() / (TICK_DISTANCE * em)), 2, 8);
        NiceTicks ticks = ValueExtent.of(track).ticks(track.unit(), log, target);
        // Without a value above zero there is no logarithmic axis, and the ticks are linear ones.
        boolean logarithmic = ticks.step() == 0;
        ValueScale value =
                new ValueScale(ticks.low(), ticks.high(), plot.y(), plot.height(), logarithmic);
        return new TrackFrame(
                track,
                plot,
                plot.y() - titleHeight * TITLE_MIDDLE,
                value,
                ticks,
                ValueFormat.of(track.unit(), ticks));
    }

    /** Markers of all layers as they are placed on the plot. */
    List<MarkerCells.Placed> markers(TimeScale time) {
        return track.layers().stream()
                .filter(ChartLayer.Markers.class::isInstance)
                .map(ChartLayer.Markers.class::cast)
                .flatMap(layer -> MarkerCells.place(layer.markers(), time, value, format).stream())
                .toList();
    }
}
