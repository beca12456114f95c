package org.fleetscope.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.fleetscope.series.Track;

/**
 * Joins the markers that would cover one another: one a cell of a few pixels, the worst with the
 * sum of the counts.
 */
final class MarkerCells {
    static final double CELL = 8;

    /**
     * A marker as it is painted. {@code marker.count()} is what all markers of the cell stand for.
     */
    record Placed(Track.Marker marker, double x, double y, ValueFormat format) {}

    private MarkerCells() {}

    /** Markers in view from left to right. */
    static List<Placed> place(
            List<Track.Marker> markers, TimeScale time, ValueScale value, ValueFormat format) {
        TreeMap<Long, Track.Marker> cells = new TreeMap<>();
        for (Track.Marker marker : markers) {
            if (time.range().contains(marker.time()) && !Double.isNaN(marker.value())) {
                long cell = (long) Math.floor((time.toX(marker.time()) - time.left()) / CELL);
                cells.merge(cell, marker, MarkerCells::join);
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (Track.Marker marker : cells.values()) {
            placed.add(
                    new Placed(marker, time.toX(marker.time()), value.toY(marker.value()), format));
        }
        return placed;
    }

    private static Track.Marker join(Track.Marker a, Track.Marker b) {
        Track.Marker worst =
                Comparator.comparingDouble(Track.Marker::severity).compare(a, b) >= 0 ? a : b;
        return new Track.Marker(
                worst.time(),
                worst.value(),
                worst.severity(),
                worst.detector(),
                worst.runIndex(),
                a.count() + b.count());
    }
}
