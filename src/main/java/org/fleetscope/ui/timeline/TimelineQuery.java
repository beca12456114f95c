package org.fleetscope.ui.timeline;

import java.util.List;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.AgentTimeline;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/**
 * A question for the tracks of an agent.
 *
 * @param range stretch wanted; null for all runs of the agent in scope
 * @param pixels width of the plots
 * @param metrics ids of the metrics wanted
 */
record TimelineQuery(
        FleetView view, UUID agent, @Nullable TimeRange range, int pixels, List<String> metrics) {
    private static final long MILLISECOND = 1000;
    private static final double MARGIN = 0.005;

    /**
     * The answer.
     *
     * @param bounds range of all runs of the agent in scope, with a margin so that no run lies on
     *     the edge
     */
    record Answer(AgentTimeline timeline, TimeRange bounds, List<String> customMetrics) {}

    /** Asks the view; not on the UI thread. */
    Answer ask(JobContext job) {
        List<String> custom = view.dimensions().customMetrics();
        AgentTimeline overview = view.timeline(agent, view.scope().time(), pixels, List.of(), job);
        TimeRange bounds = widen(overview.extent());
        TimeRange wanted = range == null ? bounds : range;
        job.checkCancelled();
        return new Answer(view.timeline(agent, wanted, pixels, metrics, job), bounds, custom);
    }

    private static TimeRange widen(TimeRange extent) {
        long margin = Math.max(MILLISECOND, Math.round(extent.length() * MARGIN));
        return new TimeRange(
                Times.floor(extent.from() - margin, MILLISECOND),
                Times.floor(extent.to() + margin, MILLISECOND));
    }
}
