package org.fleetscope.ui.timeline;

import java.util.List;
import java.util.stream.Collectors;
import org.fleetscope.model.Metric;
import org.fleetscope.series.AgentTimeline;
import org.fleetscope.series.Track;
import org.fleetscope.ui.chart.ChartTrack;
import org.fleetscope.ui.support.Numbers;

/**
 * What the screen makes of an answer.
 *
 * @param detectors ids of the detectors with bands, in the order of their styles
 * @param runs runs in view
 * @param note which of the wanted metrics have no values; empty when all have some
 */
record TimelineContent(
        List<ChartTrack> tracks,
        List<String> detectors,
        long runs,
        String note,
        TimelineState state) {
    static TimelineContent of(AgentTimeline timeline, List<Metric> wanted) {
        long runs = runs(timeline.tracks());
        List<Track> present =
                timeline.tracks().stream().filter(track -> !TrackLayers.isMissing(track)).toList();
        List<String> detectors =
                present.stream()
                        .flatMap(track -> track.bands().stream())
                        .map(Track.Band::detector)
                        .distinct()
                        .toList();
        boolean anyRuns =
                timeline.extent().length() > 0 && (runs > 0 || timeline.tracks().isEmpty());
        TimelineState state =
                anyRuns
                        ? (present.isEmpty()
                                ? new TimelineState.NoMetrics()
                                : new TimelineState.Shown())
                        : new TimelineState.NoRuns();
        return new TimelineContent(
                present.stream().map(track -> TrackLayers.of(track, detectors)).toList(),
                detectors,
                runs,
                anyRuns ? note(present, wanted) : "",
                state);
    }

    String runsText() {
        return Numbers.count(runs) + (runs == 1 ? " run" : " runs");
    }

    /**
     * Throughput counts in whole buckets, which may reach beyond the view, so any other track says
     * it better.
     */
    private static long runs(List<Track> tracks) {
        List<Track> exact = tracks.stream().filter(track -> !isThroughput(track)).toList();
        return (exact.isEmpty() ? tracks : exact).stream().mapToLong(Track::runs).max().orElse(0);
    }

    private static boolean isThroughput(Track track) {
        return track.metric().id().equals(Metric.THROUGHPUT.id());
    }

    private static String note(List<Track> present, List<Metric> wanted) {
        List<String> shown = present.stream().map(track -> track.metric().id()).toList();
        String labels =
                wanted.stream()
                        .filter(metric -> !shown.contains(metric.id()))
                        .map(Metric::label)
                        .collect(Collectors.joining(", "));
        return labels.isEmpty()
                ? ""
                : "Not shown, because the runs in view have no values: " + labels;
    }
}
