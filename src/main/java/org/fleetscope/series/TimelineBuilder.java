package org.fleetscope.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fleetscope.analysis.AgentRuns;
import org.fleetscope.analysis.Expectation;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Metric;
import org.fleetscope.model.TimeRange;

/**
 * Makes the tracks of one agent. Finds its runs by binary search, so the cost follows the runs
 * shown.
 */
public final class TimelineBuilder {
    /** Most runs a pixel that are still drawn one by one. */
    private static final int POINTS_PER_PIXEL = 2;

    private final Frame frame;
    private final FindingSet findings;
    private final List<Expectation> expectations;
    private final TimeRange range;
    private final TimeRange extent;
    private final PixelColumns pixels;

    private TimelineBuilder(
            Frame frame,
            int agent,
            TimeRange range,
            TimeRange extent,
            int pixels,
            FindingSet findings,
            List<Expectation> expectations) {
        this.frame = frame;
        this.findings = findings;
        this.expectations = expectations;
        this.range = range;
        this.extent = extent;
        this.pixels = new PixelColumns(frame, agent, range, pixels);
    }

    /**
     * Tracks of an agent, in the order of the metrics wanted; those the frame does not have are
     * left out. An agent without runs in the frame has no tracks and an empty extent.
     *
     * @param range stretch shown; {@link TimeRange#ALL} stands for all of the agent's runs
     * @param pixels width of the plot, at least 1
     * @param metrics ids, {@code throughput} among them
     * @param findings findings of the frame
     * @param expectations what detectors expect of this agent, see {@link
     *     org.fleetscope.analysis.Detector#expectations}
     */
    public static AgentTimeline of(
            Frame frame,
            UUID agent,
            TimeRange range,
            int pixels,
            List<String> metrics,
            FindingSet findings,
            List<Expectation> expectations,
            AgentNames names) {
        int code = frame.agents().find(agent);
        if (code < 0 || frame.agentStarts()[code] == frame.agentStarts()[code + 1]) {
            TimeRange nothing = new TimeRange(0, 0);
            TimeRange shown = range.equals(TimeRange.ALL) ? nothing : range;
            return new AgentTimeline(
                    agent, names.name(agent), Frame.UNKNOWN, shown, nothing, List.of());
        }
        int[] order = frame.agentOrder();
        int first = order[frame.agentStarts()[code]];
        int last = order[frame.agentStarts()[code + 1] - 1];
        TimeRange extent = new TimeRange(frame.recordedAt()[first], frame.recordedAt()[last] + 1);
        TimeRange shown = range.equals(TimeRange.ALL) ? extent : range;
        TimelineBuilder builder =
                new TimelineBuilder(frame, code, shown, extent, pixels, findings, expectations);
        List<Track> tracks = new ArrayList<>();
        metrics.forEach(id -> builder.track(code, id).ifPresent(tracks::add));
        String type = frame.types().get(frame.type()[last]);
        return new AgentTimeline(agent, names.name(agent), type, shown, extent, tracks);
    }

    private Optional<Track> track(int agent, String id) {
        if (id.equals(Metric.THROUGHPUT.id())) {
            return Optional.of(throughput(agent));
        }
        double[] values = frame.metric(id);
        if (values == null) {
            return Optional.empty();
        }
        Metric metric =
                Metric.REPORTED.stream()
                        .filter(m -> m.id().equals(id))
                        .findFirst()
                        .orElseGet(
                                () -> Metric.custom(id.substring(Metric.CUSTOM_PREFIX.length())));
        TrackValues entries =
                pixels.runs() <= (long) POINTS_PER_PIXEL * pixels.count()
                        ? TrackValues.points(frame, pixels, values)
                        : TrackValues.envelope(frame, pixels, values);
        return Optional.of(
                new Track(
                        metric,
                        entries.envelope(),
                        entries.time(),
                        entries.min(),
                        entries.max(),
                        entries.mean(),
                        expectations.stream()
                                .filter(e -> e.metric().equals(id))
                                .map(e -> Bands.of(e, range))
                                .toList(),
                        Markers.of(findings, agent, id, pixels),
                        entries.runs()));
    }

    /**
     * Runs per minute in whole buckets of a few pixels; a bucket without runs within the extent is
     * 0.
     */
    private Track throughput(int agent) {
        Buckets buckets = Buckets.of(range.intersect(extent), Math.max(1, pixels.count() / 8));
        double[] perMinute = new double[buckets.count()];
        long runs = 0;
        int next = AgentRuns.firstAt(frame, agent, buckets.first());
        for (int b = 0; b < perMinute.length; b++) {
            int end = AgentRuns.firstAt(frame, agent, buckets.start(b + 1));
            perMinute[b] = (end - next) * 60e6 / buckets.length();
            runs += end - next;
            next = end;
        }
        return new Track(
                Metric.THROUGHPUT,
                false,
                buckets.starts(),
                perMinute,
                perMinute,
                perMinute,
                List.of(),
                List.of(),
                runs);
    }
}
