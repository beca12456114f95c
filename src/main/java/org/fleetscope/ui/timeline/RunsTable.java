package org.fleetscope.ui.timeline;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.series.RunSummary;
import org.fleetscope.ui.support.TimeText;

/** Columns of the table of runs inside a brush. */
final class RunsTable {
    private RunsTable() {}

    static List<TableColumn<RunSummary, ?>> columns(TimeText times) {
        return List.of(
                Tables.number(
                        "Recorded at",
                        206,
                        RunSummary::recordedAt,
                        run -> times.edited(run.recordedAt())),
                metric(Metric.LATENCY, RunSummary::latencyMs),
                metric(Metric.ACCURACY, RunSummary::accuracy),
                metric(Metric.CPU, RunSummary::cpuUsage),
                metric(Metric.MEMORY, RunSummary::memoryMb),
                metric(Metric.NETWORK, RunSummary::networkBytes),
                Tables.text("Host", 90, RunSummary::host),
                Tables.number("Worst finding", 110, RunSummary::worst, RunsTable::worst),
                Tables.text("Task", 260, run -> run.taskId().toString()));
    }

    private static String worst(RunSummary run) {
        return run.worst() > 0
                ? Severity.of(run.worst()).label() + " " + Math.round(run.worst())
                : "";
    }

    private static TableColumn<RunSummary, ?> metric(
            Metric metric, ToDoubleFunction<RunSummary> value) {
        return Tables.number(
                metric.label(),
                84,
                value,
                run -> TrackLayers.text(metric, value.applyAsDouble(run)));
    }
}
