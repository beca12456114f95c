package org.fleetscope.ui.chart;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.Track;
import org.jspecify.annotations.Nullable;

/**
 * Crosshair, brush and the marker pointed at: what a person has put on a chart, apart from its
 * data.
 */
final class ChartCursor {
    private final Supplier<ChartFrame> frame;
    private final Runnable changed;

    private @Nullable Long crosshair;
    private @Nullable TimeRange brush;
    private @Nullable Long brushStart;
    private MarkerCells.@Nullable Placed marker;

    private Consumer<TimeRange> onBrushed = _ -> {};
    private Runnable onBrushCleared = () -> {};
    private Consumer<Track.Marker> onMarkerChosen = _ -> {};

    /**
     * @param changed called when the overlay must be painted anew
     */
    ChartCursor(Supplier<ChartFrame> frame, Runnable changed) {
        this.frame = frame;
        this.changed = changed;
    }

    void setOnBrushed(Consumer<TimeRange> action) {
        onBrushed = action;
    }

    void setOnBrushCleared(Runnable action) {
        onBrushCleared = action;
    }

    void setOnMarkerChosen(Consumer<Track.Marker> action) {
        onMarkerChosen = action;
    }

    @Nullable Long crosshair() {
        return crosshair;
    }

    @Nullable TimeRange brush() {
        return brush;
    }

    MarkerCells.@Nullable Placed marker() {
        return marker;
    }

    void setBrush(@Nullable TimeRange range) {
        brush = range;
        brushStart = null;
        changed.run();
    }

    /** Forgets the marker pointed at, whose place has changed. */
    void forgetMarker() {
        marker = null;
    }

    void pointAt(double x, double y) {
        ChartFrame now = frame.get();
        if (now.isOverPlots(x, y)) {
            show(now.time().toTime(x), now.markerAt(x, y));
        } else {
            pointAway();
        }
    }

    void pointAway() {
        // A brush begun with the keyboard outlives a nudge of the mouse.
        if (brushStart == null) {
            crosshair = null;
            marker = null;
            changed.run();
        }
    }

    void step(boolean right) {
        ChartFrame now = frame.get();
        TimeRange range = now.time().range();
        Long at = crosshair;
        long from = at == null ? range.from() + range.length() / 2 : at;
        long to = CrosshairSteps.next(now.chartTracks(), now.time(), from, right);
        to = Math.clamp(to, range.from(), range.to() - 1);
        show(to, now.markerNear(to));
    }

    void putOn(long micros) {
        show(micros, Optional.empty());
    }

    void toMarker(boolean after) {
        ChartFrame now = frame.get();
        TimeRange range = now.time().range();
        Long at = crosshair;
        long from = at == null ? (after ? range.from() - 1 : range.to()) : at;
        now.markerBeside(from, after).ifPresent(p -> show(p.marker().time(), Optional.of(p)));
    }

    void chooseMarkerAt(double x, double y) {
        frame.get().markerAt(x, y).ifPresent(p -> onMarkerChosen.accept(p.marker()));
    }

    void chooseMarkerAtCrosshair() {
        Long at = crosshair;
        if (at != null) {
            frame.get().markerNear(at).ifPresent(p -> onMarkerChosen.accept(p.marker()));
        }
    }

    void dragBrush(double x1, double x2) {
        TimeScale time = frame.get().time();
        long a = time.toTime(Math.clamp(x1, time.left(), time.left() + time.width()));
        long b = time.toTime(Math.clamp(x2, time.left(), time.left() + time.width()));
        setBrush(new TimeRange(Math.min(a, b), Math.max(a, b)));
    }

    void finishBrush() {
        TimeRange range = brush;
        if (range != null) {
            onBrushed.accept(range);
        }
    }

    /** First call: one edge of a brush at the crosshair; second call: the other. */
    void markBrushEdge() {
        Long at = crosshair;
        if (at == null) {
            return;
        }
        if (brushStart == null) {
            setBrush(new TimeRange(at, at));
            brushStart = at;
        } else {
            brushStart = null;
            finishBrush();
        }
    }

    /** Clears brush and crosshair; false when there was neither. */
    boolean clear() {
        boolean hadBrush = brush != null;
        boolean any = hadBrush || crosshair != null;
        crosshair = null;
        marker = null;
        setBrush(null);
        if (hadBrush) {
            onBrushCleared.run();
        }
        return any;
    }

    private void show(long micros, Optional<MarkerCells.Placed> at) {
        crosshair = micros;
        marker = at.orElse(null);
        Long start = brushStart;
        if (start != null) {
            brush = new TimeRange(Math.min(start, micros), Math.max(start, micros));
        }
        changed.run();
    }
}
