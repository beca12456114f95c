package org.fleetscope.ui.timeline;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Metric;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.AgentTimeline;
import org.fleetscope.ui.chart.ChartTrack;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/**
 * State and commands of the agent timeline: which agent, which range, which metrics, and the tracks
 * computed for them off the UI thread. A newer question cancels an older one, whose answer is never
 * shown. Knows no widget. For the thread its runner calls back on.
 */
public final class TimelineViewModel {
    private static final TimeRange NO_RANGE = new TimeRange(0, 1);
    private static final int FIRST_PIXELS = 1000;

    private final TimeText times;
    private final LatestJob job;
    private final RangeInput rangeInput;
    private final BrushViewModel brush;
    private final MetricChoices metrics = new MetricChoices(this::reload);

    private final ReadOnlyObjectWrapper<TimelineState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new TimelineState.NoAgent());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper(this, "subtitle", "");
    private final ReadOnlyStringWrapper absentNote =
            new ReadOnlyStringWrapper(this, "absentNote", "");
    private final ReadOnlyObjectWrapper<List<ChartTrack>> tracks =
            new ReadOnlyObjectWrapper<>(this, "tracks", List.of());
    private final ReadOnlyObjectWrapper<List<String>> detectors =
            new ReadOnlyObjectWrapper<>(this, "detectors", List.of());
    private final ReadOnlyObjectWrapper<TimeRange> range =
            new ReadOnlyObjectWrapper<>(this, "range", NO_RANGE);
    private final ReadOnlyObjectWrapper<TimeRange> bounds =
            new ReadOnlyObjectWrapper<>(this, "bounds", NO_RANGE);
    private final BooleanProperty logLatency = new SimpleBooleanProperty(this, "logLatency", false);

    private @Nullable FleetView view;
    private @Nullable UUID agent;
    private @Nullable TimeRange wanted;
    private int pixels = FIRST_PIXELS;
    private IntConsumer onRunChosen = _ -> {};
    private Consumer<TimeRange> onNarrowScope = _ -> {};

    /**
     * A timeline of no agent.
     *
     * @param times write and read every time, in the zone chosen
     */
    public TimelineViewModel(JobRunner runner, TimeText times) {
        this.times = times;
        job = new LatestJob(runner);
        rangeInput = new RangeInput(times);
        brush = new BrushViewModel(runner, times);
        range.subscribe((_, shown) -> rangeInput.show(shown));
    }

    /**
     * Shows an agent. The same agent in a new view keeps its range and brush, as far as they still
     * fit.
     */
    public void show(FleetView view, UUID agent) {
        show(view, agent, agent.equals(this.agent) ? wanted : null);
    }

    /**
     * Shows an agent at a stretch of time.
     *
     * @param range null for all of its runs in scope
     */
    public void show(FleetView view, UUID agent, @Nullable TimeRange range) {
        boolean same = agent.equals(this.agent);
        this.view = view;
        this.agent = agent;
        this.wanted = range;
        if (!same) {
            tracks.set(List.of());
            title.set("");
            subtitle.set("");
            brush.clear();
        }
        TimeRange brushed = brush.rangeProperty().get();
        if (brushed != null) {
            brush.show(view, agent, brushed);
        }
        reload();
    }

    /** The stretch of time chosen; null for all runs in scope. */
    public @Nullable TimeRange wantedRange() {
        return wanted;
    }

    /** Ids of the metrics chosen. */
    public List<String> chosenMetrics() {
        return metrics.selected().stream().map(Metric::id).toList();
    }

    /** Chooses exactly these metrics, and a custom one as soon as its agent has it. */
    public void chooseMetrics(List<String> ids) {
        metrics.choose(ids);
    }

    /** Forgets the agent. */
    public void showNothing() {
        job.cancel();
        brush.clear();
        view = null;
        agent = null;
        wanted = null;
        tracks.set(List.of());
        busy.set(false);
        state.set(new TimelineState.NoAgent());
    }

    /** Told the index of a run that a person wants to see. */
    public void setOnRunChosen(IntConsumer action) {
        onRunChosen = action;
    }

    /** Told the range that a person wants to narrow the scope to. */
    public void setOnNarrowScope(Consumer<TimeRange> action) {
        onNarrowScope = action;
    }

    /** Moves to a range that the chart shows already, and fetches what belongs to it. */
    public void requestRange(TimeRange shown, int plotPixels) {
        pixels = Math.max(1, plotPixels);
        if (agent != null && !bounds.get().equals(NO_RANGE)) {
            wanted = shown.equals(bounds.get()) ? null : shown;
            range.set(shown);
            reload();
        }
    }

    /** Moves to the range typed; says what is wrong with it instead when something is. */
    public void applyTypedRange() {
        rangeInput.read(bounds.get()).ifPresent(this::moveTo);
    }

    /** Shows all runs of the agent in scope. */
    public void resetZoom() {
        wanted = null;
        range.set(bounds.get());
        reload();
    }

    /** Asks again, after a failure for instance. */
    public void reload() {
        FleetView askedView = view;
        UUID asked = agent;
        if (askedView == null || asked == null) {
            return;
        }
        busy.set(true);
        if (tracks.get().isEmpty()) {
            state.set(new TimelineState.Loading());
        }
        TimelineQuery query = new TimelineQuery(askedView, asked, wanted, pixels, chosenMetrics());
        job.start("Agent timeline", query::ask, this::show, this::fail);
    }

    public void brush(TimeRange inside) {
        FleetView shown = view;
        UUID asked = agent;
        if (shown != null && asked != null && inside.length() > 0) {
            brush.show(shown, asked, inside);
        }
    }

    public void clearBrush() {
        brush.clear();
    }

    public void chooseRun(int runIndex) {
        onRunChosen.accept(runIndex);
    }

    /** Hands the brushed range on as the new scope; does nothing without a brush. */
    public void narrowScope() {
        TimeRange inside = brush.rangeProperty().get();
        if (inside != null) {
            onNarrowScope.accept(inside);
        }
    }

    private void moveTo(TimeRange next) {
        wanted = next;
        range.set(next);
        reload();
    }

    private void show(TimelineQuery.Answer answer) {
        AgentTimeline timeline = answer.timeline();
        busy.set(false);
        metrics.setCustom(answer.customMetrics());
        title.set(timeline.name());
        TimelineContent content = TimelineContent.of(timeline, metrics.selected());
        subtitle.set(timeline.type() + " · " + content.runsText() + " in view");
        if (timeline.extent().length() > 0) {
            bounds.set(answer.bounds());
            if (wanted == null) {
                range.set(answer.bounds());
            }
        }
        detectors.set(content.detectors());
        tracks.set(content.tracks());
        absentNote.set(content.note());
        state.set(content.state());
    }

    private void fail(Throwable failure) {
        busy.set(false);
        tracks.set(List.of());
        state.set(new TimelineState.Failed(FailureText.of(failure)));
    }

    public TimeText times() {
        return times;
    }

    /** Fields of the range typed exactly. */
    public RangeInput rangeInput() {
        return rangeInput;
    }

    /** The brushed stretch. */
    public BrushViewModel brush() {
        return brush;
    }

    public ObservableList<MetricChoice> metrics() {
        return metrics.list();
    }

    /** Ids of tracks with a logarithmic axis. */
    public Set<String> logTracks() {
        return logLatency.get() ? Set.of(Metric.LATENCY.id()) : Set.of();
    }

    public BooleanProperty logLatencyProperty() {
        return logLatency;
    }

    public ReadOnlyObjectProperty<TimelineState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** True while an answer is awaited. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** Which chosen metrics have no values; empty when all have some. */
    public ReadOnlyStringProperty absentNoteProperty() {
        return absentNote.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ChartTrack>> tracksProperty() {
        return tracks.getReadOnlyProperty();
    }

    /** Ids of the detectors whose bands are drawn, in the order of their styles. */
    public ReadOnlyObjectProperty<List<String>> detectorsProperty() {
        return detectors.getReadOnlyProperty();
    }

    /** Range in view. */
    public ReadOnlyObjectProperty<TimeRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** Range of all runs of the agent in scope. */
    public ReadOnlyObjectProperty<TimeRange> boundsProperty() {
        return bounds.getReadOnlyProperty();
    }
}
