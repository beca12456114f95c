package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.fleetscope.enrich.Enrichment;
import org.fleetscope.enrich.FeatureColumn;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Times;
import org.fleetscope.series.TableSink;
import org.jspecify.annotations.Nullable;

/**
 * Runs with their features as table rows: first what the row said, then the features, named as in
 * the domain.
 */
final class EnrichedRows {
    private static final int ROWS_PER_CHECK = 10_000;

    private final Frame frame;
    private final List<String> names;
    private final List<IntFunction<@Nullable Object>> cells = new ArrayList<>();

    EnrichedRows(Frame frame, Enrichment features, List<String> names) {
        this.frame = frame;
        this.names = names;
        Map<String, IntFunction<@Nullable Object>> ofRun = runCells(frame);
        List<String> known = columns(frame, features);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no column " + name + "; there are " + String.join(", ", known));
            }
            IntFunction<@Nullable Object> cell = ofRun.get(name);
            cells.add(cell != null ? cell : featureCell(features.column(name)));
        }
    }

    static List<String> columns(Frame frame, Enrichment features) {
        List<String> names = new ArrayList<>(runCells(frame).keySet());
        names.addAll(features.columns());
        return names;
    }

    void write(TableSink sink, JobContext job) throws IOException {
        sink.columns(names);
        @Nullable Object[] row = new @Nullable Object[cells.size()];
        for (int i = 0; i < frame.rows(); i++) {
            if (i % ROWS_PER_CHECK == 0) {
                job.checkCancelled();
                job.progress(new Progress("Writing runs", i, frame.rows(), "rows", i));
            }
            for (int column = 0; column < row.length; column++) {
                row[column] = cells.get(column).apply(i);
            }
            sink.row(row);
        }
    }

    private static Map<String, IntFunction<@Nullable Object>> runCells(Frame frame) {
        Map<String, IntFunction<@Nullable Object>> cells = new LinkedHashMap<>();
        cells.put("task_id", row -> frame.taskId(row).toString());
        cells.put("agent_id", row -> frame.agents().get(frame.agent()[row]).toString());
        cells.put("recorded_at", row -> Times.iso(frame.recordedAt()[row]));
        cells.put("latency_ms", row -> number(frame.latencyMs()[row]));
        cells.put("accuracy", row -> number(frame.accuracy()[row]));
        cells.put("cpu_usage", row -> number(frame.cpuUsage()[row]));
        cells.put("memory_mb", row -> number(frame.memoryMb()[row]));
        cells.put(
                "network_bytes",
                row ->
                        frame.networkBytes()[row] == Long.MIN_VALUE
                                ? null
                                : frame.networkBytes()[row]);
        cells.put("hostname", row -> frame.hosts().get(frame.host()[row]));
        cells.put("source_layer", row -> frame.layers().get(frame.layer()[row]));
        cells.put("target_agent_type", row -> frame.types().get(frame.type()[row]));
        cells.put("priority", row -> (long) frame.priority()[row]);
        for (String name : frame.customNames()) {
            double[] values = frame.metric(Metric.CUSTOM_PREFIX + name);
            if (values != null) {
                cells.put(Metric.CUSTOM_PREFIX + name, row -> number(values[row]));
            }
        }
        return cells;
    }

    private static IntFunction<@Nullable Object> featureCell(FeatureColumn column) {
        return switch (column) {
            case FeatureColumn.Doubles doubles -> row -> number(doubles.values()[row]);
            case FeatureColumn.Flags flags ->
                    row -> flags.isMissing(row) ? null : (Object) flags.isSet(row);
            case FeatureColumn.Indicators ones -> row -> (long) ones.value(row);
            case FeatureColumn.Ints ints when ints.labels().isEmpty() ->
                    row -> ints.isMissing(row) ? null : (Object) (long) ints.values()[row];
            case FeatureColumn.Ints ordinal ->
                    row -> ordinal.isMissing(row) ? null : ordinal.text(row);
            case FeatureColumn.Texts texts -> row -> texts.isMissing(row) ? null : texts.text(row);
        };
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }
}
