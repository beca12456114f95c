package org.fleetscope.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.model.Metric;
import org.fleetscope.series.Track;
import org.fleetscope.ui.chart.ChartLayer;
import org.fleetscope.ui.chart.ChartTrack;
import org.fleetscope.ui.support.Numbers;

/** Makes tracks of a chart out of the tracks of an agent. */
final class TrackLayers {
    private static final double THROUGHPUT_WEIGHT = 0.7;

    private TrackLayers() {}

    /**
     * The track with bands behind, runs over them and findings on top.
     *
     * @param detectors ids of all detectors with bands; a band's style is the place of its detector
     */
    static ChartTrack of(Track track, List<String> detectors) {
        List<ChartLayer> layers = new ArrayList<>();
        for (Track.Band band : track.bands()) {
            int style = detectors.indexOf(band.detector());
            layers.add(
                    new ChartLayer.Band(
                            band.detector(),
                            band.time(),
                            band.lower(),
                            band.typical(),
                            band.upper(),
                            style));
        }
        Metric metric = track.metric();
        boolean throughput = metric.id().equals(Metric.THROUGHPUT.id());
        layers.add(throughput ? bars(track) : ChartLayer.Envelope.of(track, 0));
        layers.add(new ChartLayer.Markers(track.markers()));
        return new ChartTrack(
                metric.id(),
                metric.label(),
                metric.unit(),
                layers,
                throughput ? THROUGHPUT_WEIGHT : 1);
    }

    /** True when the track has no value at all. */
    static boolean isMissing(Track track) {
        return Arrays.stream(track.mean()).allMatch(Double::isNaN);
    }

    /** A value with the metric's unit; a dash when missing. */
    static String text(Metric metric, double value) {
        return Numbers.of(value, metric.unit());
    }

    private static ChartLayer bars(Track track) {
        long bucket = Long.MAX_VALUE;
        for (int i = 1; i < track.time().length; i++) {
            bucket = Math.min(bucket, track.time()[i] - track.time()[i - 1]);
        }
        // A lone bar has no neighbour to tell the length of its bucket.
        boolean lone = bucket == Long.MAX_VALUE;
        return lone
                ? ChartLayer.Envelope.of(track, 0)
                : new ChartLayer.Bars(track.time(), bucket, track.mean(), 0);
    }
}
