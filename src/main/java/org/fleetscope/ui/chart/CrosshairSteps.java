package org.fleetscope.ui.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a keyboard crosshair goes next: to the next entry of the first track, at least a pixel
 * away.
 */
final class CrosshairSteps {
    private static final double WITHOUT_ENTRIES = 8;

    private CrosshairSteps() {}

    /** Time of the step, which may lie outside the range in view. */
    static long next(List<ChartTrack> tracks, TimeScale scale, long at, boolean right) {
        long pixel = scale.microsPerPixel();
        long[] times =
                tracks.stream()
                        .flatMap(track -> track.layers().stream())
                        .flatMap(CrosshairSteps::times)
                        .findFirst()
                        .orElse(new long[0]);
        int i =
                right
                        ? Visible.position(times, at + pixel)
                        : Visible.position(times, at - pixel + 1) - 1;
        if (i >= 0 && i < times.length) {
            return times[i];
        }
        return at + Math.round((right ? WITHOUT_ENTRIES : -WITHOUT_ENTRIES) * pixel);
    }

    private static Stream<long[]> times(ChartLayer layer) {
        return switch (layer) {
            case ChartLayer.Envelope e -> Stream.of(e.time());
            case ChartLayer.Line l -> Stream.of(l.time());
            case ChartLayer.Bars b -> Stream.of(b.start());
            case ChartLayer.Band _, ChartLayer.Markers _, ChartLayer.Shade _ -> Stream.empty();
        };
    }
}
