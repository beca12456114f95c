package org.fleetscope.ui.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.model.Unit;
import org.fleetscope.series.FleetTimeline;
import org.fleetscope.ui.chart.ChartLayer;
import org.fleetscope.ui.chart.ChartTrack;

/** The tracks of the fleet's timeline: throughput, latency quantiles, accuracy. */
final class FleetTracks {
    /** Id of the track whose two quantiles lie too far apart for a linear axis. */
    static final String LATENCY = "latency";

    private FleetTracks() {}

    /** As drawn: a value of a bucket stands in its middle. */
    static List<ChartTrack> of(FleetTimeline fleet) {
        long[] middle = fleet.start().clone();
        for (int i = 0; i < middle.length; i++) {
            middle[i] += fleet.bucket() / 2;
        }
        return of(fleet, middle);
    }

    /** As listed: every value of a bucket stands at its start, so that a bucket is one row. */
    static List<ChartTrack> listed(FleetTimeline fleet) {
        return of(fleet, fleet.start());
    }

    private static List<ChartTrack> of(FleetTimeline fleet, long[] time) {
        ChartLayer bars = new ChartLayer.Bars(fleet.start(), fleet.bucket(), fleet.runs(), 0);
        ChartLayer band =
                new ChartLayer.Band("p50 to p95", time, fleet.p50(), fleet.p50(), fleet.p95(), 0);
        ChartLayer latency = new ChartLayer.Line("p50", time, fleet.p50(), 0);
        ChartLayer tail = new ChartLayer.Line("p95", time, fleet.p95(), 5);
        List<ChartTrack> tracks = new ArrayList<>();
        tracks.add(
                new ChartTrack(
                        "runs",
                        "Runs per " + bucketName(fleet.bucket()),
                        Unit.COUNT,
                        List.of(bars),
                        0.8));
        tracks.add(
                new ChartTrack(
                        LATENCY,
                        "Latency, p50 and p95, log scale",
                        Unit.MILLISECONDS,
                        List.of(band, tail, latency),
                        1.3));
        // A source without accuracy gets no empty track.
        if (Arrays.stream(fleet.accuracy()).anyMatch(mean -> !Double.isNaN(mean))) {
            ChartLayer accuracy = new ChartLayer.Line("mean", time, fleet.accuracy(), 2);
            tracks.add(
                    new ChartTrack(
                            "accuracy", "Accuracy, mean", Unit.FRACTION, List.of(accuracy), 0.9));
        }
        return List.copyOf(tracks);
    }

    private static String bucketName(long bucket) {
        long seconds = Math.max(1, bucket / 1_000_000);
        if (seconds % 86_400 == 0) {
            return seconds == 86_400 ? "day" : seconds / 86_400 + " days";
        }
        if (seconds % 3600 == 0) {
            return seconds == 3600 ? "hour" : seconds / 3600 + " h";
        }
        if (seconds % 60 == 0) {
            return seconds == 60 ? "minute" : seconds / 60 + " min";
        }
        return seconds + " s";
    }
}
