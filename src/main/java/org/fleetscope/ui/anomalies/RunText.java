package org.fleetscope.ui.anomalies;

import java.util.List;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Priority;
import org.fleetscope.series.RunDetail;
import org.fleetscope.series.RunSummary;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;

/** A run in words: the fields shown, and the text that goes to the clipboard. */
final class RunText {
    /** A field and its value, as text. */
    record Fact(String name, String value) {}

    private RunText() {}

    static List<Fact> facts(RunDetail run) {
        RunSummary summary = run.summary();
        return List.of(
                new Fact("Latency", measured(summary.latencyMs(), Metric.LATENCY)),
                new Fact("Accuracy", measured(summary.accuracy(), Metric.ACCURACY)),
                new Fact("CPU", measured(summary.cpuUsage(), Metric.CPU)),
                new Fact("Memory", measured(summary.memoryMb(), Metric.MEMORY)),
                new Fact("Network", measured(summary.networkBytes(), Metric.NETWORK)),
                new Fact("Host", summary.host()),
                new Fact("Priority", Priority.nameOf(run.priority())),
                new Fact("Source layer", run.sourceLayer()),
                new Fact("Task", summary.taskId().toString()));
    }

    static String of(RunDetail run, TimeText times) {
        StringBuilder text = new StringBuilder(run.agentName());
        text.append(", ")
                .append(times.millis(run.summary().recordedAt()))
                .append(' ')
                .append(times.zoneName())
                .append('\n');
        run.findings()
                .forEach(finding ->
                        text.append(MetricText.sentence(finding))
                                .append(", severity ")
                                .append(Numbers.fixed(finding.severity(), 0))
                                .append(" by ")
                                .append(finding.detector())
                                .append('\n'));
        facts(run)
                .forEach(fact ->
                        text.append(fact.name()).append(": ").append(fact.value()).append('\n'));
        run.features()
                .forEach(feature ->
                        text.append(feature.name())
                                .append(": ")
                                .append(feature.value())
                                .append('\n'));
        return text.append(run.origin().file())
                .append(':')
                .append(run.origin().line())
                .append('\n')
                .toString();
    }

    private static String measured(double value, Metric metric) {
        return Numbers.of(value, metric.unit());
    }
}
