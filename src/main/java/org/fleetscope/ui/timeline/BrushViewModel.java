package org.fleetscope.ui.timeline;

import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.BrushStatistics;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/** The brushed stretch of an agent against the rest of its runs. */
public final class BrushViewModel {
    static final int MAX_RUNS = 1000;

    private final LatestJob job;
    private final TimeText times;
    private final ReadOnlyObjectWrapper<@Nullable TimeRange> range =
            new ReadOnlyObjectWrapper<>(this, "range");
    private final ReadOnlyObjectWrapper<@Nullable BrushStatistics> statistics =
            new ReadOnlyObjectWrapper<>(this, "statistics");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");

    BrushViewModel(JobRunner runner, TimeText times) {
        job = new LatestJob(runner);
        this.times = times;
        times.zoneProperty().subscribe((_, _) -> retell());
    }

    /** The stretch; null without a brush. */
    public ReadOnlyObjectProperty<@Nullable TimeRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** Null without a brush, and until its first answer. */
    public ReadOnlyObjectProperty<@Nullable BrushStatistics> statisticsProperty() {
        return statistics.getReadOnlyProperty();
    }

    /** One line about the stretch and its runs, or about what went wrong. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    void show(FleetView view, UUID agent, TimeRange inside) {
        range.set(inside);
        summary.set(stretch(inside) + ": computing…");
        job.start(
                "Statistics of a selection",
                context -> view.brush(agent, inside, MAX_RUNS, context),
                this::done,
                failure -> failed(inside, failure));
    }

    /** Writes the line about the stretch again, after a change of zone. */
    private void retell() {
        BrushStatistics answer = statistics.get();
        if (answer != null) {
            done(answer);
        }
    }

    void clear() {
        job.cancel();
        range.set(null);
        statistics.set(null);
        summary.set("");
    }

    private void done(BrushStatistics answer) {
        statistics.set(answer);
        String listed =
                answer.runsInside() > answer.runs().size()
                        ? ", the first " + count(answer.runs().size()) + " listed"
                        : "";
        summary.set(
                stretch(answer.inside())
                        + ": "
                        + count(answer.runsInside())
                        + " runs inside"
                        + listed
                        + ", "
                        + count(answer.runsOutside())
                        + " outside");
    }

    private void failed(TimeRange inside, Throwable failure) {
        statistics.set(null);
        summary.set(stretch(inside) + ": the statistics failed. " + FailureText.of(failure));
    }

    private String stretch(TimeRange inside) {
        return times.edited(inside.from()) + " to " + times.edited(inside.to());
    }

    private static String count(long runs) {
        return Numbers.count(runs);
    }
}
