package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;

/** Everything one painting of a chart needs, worked out from its input; immutable. */
record ChartFrame(
        List<TrackFrame> tracks,
        TimeScale time,
        List<TimeTicks.Tick> ticks,
        Box axis,
        ChartPalette palette,
        List<TimeNote> notes) {
    private static final double NOTE_REACH = 5;
    private static final double LABEL_WIDTH = 8.5;
    private static final double MARKER_REACH = 9;

    static ChartFrame of(
            List<ChartTrack> tracks,
            TimeRange range,
            ZoneId zone,
            Set<String> logTracks,
            double width,
            double height,
            double visibleBottom,
            ChartPalette palette) {
        double em = palette.text().getSize();
        ChartLayout layout = ChartLayout.of(tracks, width, height, em);
        List<TrackFrame> frames = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            ChartTrack track = tracks.get(i);
            frames.add(
                    TrackFrame.of(
                            track,
                            layout.plots().get(i),
                            layout.titleHeight(),
                            logTracks.contains(track.id()),
                            em));
        }
        Box axis = layout.axis().within(visibleBottom);
        return new ChartFrame(
                List.copyOf(frames),
                new TimeScale(range, axis.x(), axis.width()),
                TimeTicks.of(range, zone, ticks(axis.width(), em)),
                axis,
                palette,
                List.of());
    }

    /** The same with those of some notes that lie in its range. */
    ChartFrame withNotes(List<TimeNote> all) {
        return new ChartFrame(
                tracks,
                time,
                ticks,
                axis,
                palette,
                all.stream().filter(note -> note.touches(time.range())).toList());
    }

    /** The note at a time: the shortest of those that hold it, or one close by. */
    Optional<TimeNote> noteAt(long micros) {
        double x = time.toX(micros);
        return notes.stream()
                .filter(note ->
                        time.toX(note.range().from()) - NOTE_REACH <= x
                                && time.toX(note.range().to()) + NOTE_REACH >= x)
                .min(Comparator.comparingLong(note -> note.range().length()));
    }

    /** How many labels a time axis has room for. */
    static int ticks(double width, double em) {
        return Math.max(2, (int) (width / (LABEL_WIDTH * em)));
    }

    List<ChartTrack> chartTracks() {
        return tracks.stream().map(TrackFrame::track).toList();
    }

    /** True between the left and right edge of the plots, titles and gaps included. */
    boolean isOverPlots(double x, double y) {
        return x >= axis.x() && x <= axis.right() && y >= 0 && y <= axis.bottom();
    }

    /** The marker under a point, the worst when several are near. */
    Optional<MarkerCells.Placed> markerAt(double x, double y) {
        return tracks.stream()
                .flatMap(track -> track.markers(time).stream())
                .filter(p -> Math.hypot(p.x() - x, p.y() - y) <= MARKER_REACH)
                .max(Comparator.comparingDouble(p -> p.marker().severity()));
    }

    /** The worst marker of any track near a time. */
    Optional<MarkerCells.Placed> markerNear(long micros) {
        double x = time.toX(micros);
        return tracks.stream()
                .flatMap(track -> track.markers(time).stream())
                .filter(p -> Math.abs(p.x() - x) <= MARKER_REACH)
                .max(Comparator.comparingDouble(p -> p.marker().severity()));
    }

    /** The first marker after a time, or the last before it. */
    Optional<MarkerCells.Placed> markerBeside(long micros, boolean after) {
        Comparator<MarkerCells.Placed> byTime = Comparator.comparingLong(p -> p.marker().time());
        return tracks.stream()
                .flatMap(track -> track.markers(time).stream())
                .filter(p -> after ? p.marker().time() > micros : p.marker().time() < micros)
                .min(after ? byTime : byTime.reversed());
    }
}
