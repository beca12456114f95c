package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.Track;

/** What a screen reader says of a chart. */
final class ChartSummary {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    private ChartSummary() {}

    static String of(List<ChartTrack> tracks, TimeRange range, ZoneId zone) {
        String titles = tracks.stream().map(ChartTrack::title).collect(Collectors.joining(", "));
        int findings =
                tracks.stream()
                        .flatMap(track -> track.layers().stream())
                        .filter(ChartLayer.Markers.class::isInstance)
                        .flatMap(layer -> ((ChartLayer.Markers) layer).markers().stream())
                        .mapToInt(Track.Marker::count)
                        .sum();
        return (titles.isEmpty() ? "No tracks" : titles)
                + ", from "
                + Times.format(range.from(), zone, TIME)
                + " to "
                + Times.format(range.to(), zone, TIME)
                + ", "
                + findings
                + (findings == 1 ? " finding" : " findings")
                + ". Control C copies the values as a table.";
    }
}
