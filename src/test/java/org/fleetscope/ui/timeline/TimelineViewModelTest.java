package org.fleetscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.timeline.FakeFleetView.AGENT;
import static org.fleetscope.ui.timeline.FakeFleetView.SECOND;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.TimeRange;
import org.fleetscope.ui.chart.ChartTrack;
import org.fleetscope.ui.support.ManualRunner;
import org.fleetscope.ui.support.TimeText;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    // 999 s of runs; half a percent of it on each side, on whole milliseconds: 999.000001 s · 0.005
    // = 4.995 s.
    private static final TimeRange BOUNDS = new TimeRange(-4_995_000, 1_003_995_000);

    private final FakeFleetView view = new FakeFleetView();
    private final TimelineViewModel model =
            new TimelineViewModel(new SameThreadRunner(), new TimeText(ZoneOffset.UTC));

    private List<String> trackIds() {
        return model.tracksProperty().get().stream().map(ChartTrack::id).toList();
    }

    @Test
    void startsWithoutAnAgent() {
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.NoAgent());
        model.reload();
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.NoAgent());
    }

    @Test
    void showsAllRunsOfAnAgentAndSaysWhichMetricsHaveNoValues() {
        model.show(view, AGENT);
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.Shown());
        assertThat(model.titleProperty().get()).isEqualTo("planner-7");
        assertThat(model.subtitleProperty().get()).isEqualTo("planning · 1\u202f000 runs in view");
        assertThat(model.rangeProperty().get()).isEqualTo(BOUNDS);
        assertThat(trackIds())
                .containsExactly(
                        "latency_ms", "cpu_usage", "memory_mb", "network_bytes", "throughput");
        assertThat(model.absentNoteProperty().get())
                .isEqualTo("Not shown, because the runs in view have no values: Accuracy");
        assertThat(model.detectorsProperty().get()).containsExactly("sigma");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aRequestedRangeIsFetchedAndSurvivesANewView() {
        model.show(view, AGENT);
        TimeRange zoomed = new TimeRange(100 * SECOND, 200 * SECOND);
        model.requestRange(zoomed, 640);
        assertThat(view.asked.getLast()).isEqualTo(zoomed);
        assertThat(model.subtitleProperty().get()).isEqualTo("planning · 100 runs in view");
        FakeFleetView newer = new FakeFleetView();
        model.show(newer, AGENT);
        assertThat(newer.asked).containsExactly(zoomed);
        model.show(newer, new UUID(0, 8));
        assertThat(newer.asked.getLast()).isEqualTo(BOUNDS);
        assertThat(model.rangeProperty().get()).isEqualTo(BOUNDS);
    }

    @Test
    void aTypedRangeIsShownExactly() {
        model.show(view, AGENT);
        model.rangeInput().fromProperty().set("1970-01-01 00:01:40.000");
        model.rangeInput().toProperty().set("1970-01-01T01:05:00+01:00");
        model.applyTypedRange();
        assertThat(model.rangeProperty().get())
                .isEqualTo(new TimeRange(100 * SECOND, 300 * SECOND));
        assertThat(model.rangeInput().toProperty().get()).isEqualTo("1970-01-01 00:05:00.000");
        model.resetZoom();
        assertThat(model.rangeProperty().get()).isEqualTo(BOUNDS);
    }

    @Test
    void aWrongRangeIsExplainedAndChangesNothing() {
        model.show(view, AGENT);
        int asked = view.asked.size();
        model.rangeInput().fromProperty().set("yesterday");
        model.applyTypedRange();
        assertThat(model.rangeInput().messageProperty().get())
                .startsWith("“yesterday” is not a time.");
        model.rangeInput().fromProperty().set("1970-01-01 00:10");
        model.rangeInput().toProperty().set("1970-01-01 00:10");
        model.applyTypedRange();
        assertThat(model.rangeInput().messageProperty().get())
                .isEqualTo("The range must end after it starts.");
        model.rangeInput().toProperty().set("1970-01-02");
        model.rangeInput().fromProperty().set("1970-01-01 12:00");
        model.applyTypedRange();
        assertThat(model.rangeInput().messageProperty().get())
                .startsWith("This agent has no runs then");
        assertThat(view.asked).hasSize(asked);
        assertThat(model.rangeProperty().get()).isEqualTo(BOUNDS);
    }

    @Test
    void aRangeWithoutRunsIsAState() {
        model.show(view, AGENT, new TimeRange(100 * SECOND + 1, 101 * SECOND));
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.NoRuns());
        assertThat(model.absentNoteProperty().get()).isEmpty();
    }

    @Test
    void aFailureIsShownAndCanBeRetried() {
        view.broken = true;
        model.show(view, AGENT);
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.Failed("disk on fire"));
        view.broken = false;
        model.reload();
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.Shown());
    }

    @Test
    void choosingMetricsAsksForThemAlone() {
        model.show(view, AGENT);
        for (MetricChoice choice : model.metrics()) {
            choice.selectedProperty().set(choice.metric().label().equals("tokens"));
        }
        assertThat(view.askedMetrics.getLast()).containsExactly("custom_metrics.tokens");
        assertThat(trackIds()).containsExactly("custom_metrics.tokens");
    }

    @Test
    void withoutMetricsItAsksForSome() {
        model.show(view, AGENT);
        model.metrics().forEach(choice -> choice.selectedProperty().set(false));
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.NoMetrics());
        model.metrics().get(1).selectedProperty().set(true);
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.NoMetrics());
        assertThat(model.absentNoteProperty().get()).endsWith(": Accuracy");
        model.metrics().getFirst().selectedProperty().set(true);
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.Shown());
    }

    @Test
    void aStaleAnswerNeverShows() {
        ManualRunner runner = new ManualRunner();
        TimelineViewModel slow = new TimelineViewModel(runner, new TimeText(ZoneOffset.UTC));
        slow.show(view, AGENT);
        assertThat(slow.stateProperty().get()).isEqualTo(new TimelineState.Loading());
        slow.show(view, new UUID(0, 8));
        assertThat(runner.isOldestCancelled()).isTrue();
        runner.finishNewest();
        runner.finishOldest();
        assertThat(slow.titleProperty().get()).isEqualTo("planner-8");
    }

    @Test
    void aBrushComparesItsInsideAndNarrowsTheScope() {
        List<TimeRange> narrowed = new ArrayList<>();
        model.setOnNarrowScope(narrowed::add);
        model.show(view, AGENT);
        TimeRange inside = new TimeRange(10 * SECOND, 20 * SECOND);
        model.narrowScope();
        model.brush(inside);
        assertThat(model.brush().summaryProperty().get())
                .isEqualTo(
                        "1970-01-01 00:00:10.000 to 1970-01-01 00:00:20.000: 10 runs inside, 990 outside");
        model.narrowScope();
        assertThat(narrowed).containsExactly(inside);
        model.clearBrush();
        assertThat(model.brush().statisticsProperty().get()).isNull();
    }

    @Test
    void forgettingTheAgentForgetsItsTracks() {
        model.show(view, AGENT);
        model.showNothing();
        assertThat(model.stateProperty().get()).isEqualTo(new TimelineState.NoAgent());
        assertThat(model.tracksProperty().get()).isEmpty();
    }
}
