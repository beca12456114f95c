package org.fleetscope.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fleetscope.ingest.ForeignFile;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunContext;
import org.fleetscope.model.Times;
import org.fleetscope.quality.BatchCheck;
import org.fleetscope.quality.RowRules;
import org.jspecify.annotations.Nullable;

/** Lays the first runs of a file out as a table with the rules that they break. */
final class SampleTable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN_ROWS = 50;
    private static final List<String> FIXED =
            List.of(
                    "task_id",
                    "agent_id",
                    "recorded_at",
                    "latency_ms",
                    "accuracy",
                    "cpu_usage",
                    "memory_mb",
                    "network_bytes",
                    "hostname",
                    "source_layer",
                    "target_agent_type",
                    "priority");

    private final RowRules rules;
    private final List<MappedSample.Row> rows = new ArrayList<>();
    private final TreeMap<String, Integer> broken = new TreeMap<>();
    private int accepted;
    private int rejected;

    private SampleTable(RowRules rules) {
        this.rules = rules;
    }

    static MappedSample of(ForeignFile.Sample sample, RowRules rules) {
        SampleTable table = new SampleTable(rules);
        Set<String> custom = new LinkedHashSet<>();
        sample.batches().forEach(batch -> custom.addAll(batch.custom.keySet()));
        List<String> names = new ArrayList<>(custom);
        sample.batches().forEach(batch -> table.add(batch, names));
        List<String> columns = new ArrayList<>(FIXED);
        columns.addAll(names);
        if (sample.rejected() > 0) {
            table.broken.merge("malformed-row", sample.rejected(), Integer::sum);
        }
        return new MappedSample(
                columns,
                table.rows,
                table.accepted,
                table.rejected + sample.rejected(),
                sample.entities(),
                sample.passedOver(),
                table.broken,
                sample.runs());
    }

    private void add(KpiBatch batch, List<String> custom) {
        BatchCheck check = rules.check(batch);
        accepted += check.acceptedRows().length;
        rejected += check.rejectedRows().length;
        check.counts()
                .forEach((rule, count) -> broken.merge(rule, (int) (long) count, Integer::sum));
        for (int row = 0; row < batch.rows && rows.size() < SHOWN_ROWS; row++) {
            rows.add(
                    new MappedSample.Row(
                            batch.origin(row).line(),
                            cells(batch, row, custom),
                            check.violations(row)));
        }
    }

    private static List<String> cells(KpiBatch batch, int row, List<String> custom) {
        List<String> cells = new ArrayList<>();
        cells.add(original(batch, row, RunContext.TASK_NAME, batch.taskId(row)));
        cells.add(original(batch, row, RunContext.AGENT_NAME, batch.agentId(row)));
        cells.add(batch.recordedAt[row] == Times.MISSING ? "" : Times.iso(batch.recordedAt[row]));
        cells.add(number(batch.latencyMs[row]));
        cells.add(number(batch.accuracy[row]));
        cells.add(number(batch.cpuUsage[row]));
        cells.add(number(batch.memoryMb[row]));
        cells.add(
                batch.networkBytes[row] == KpiBatch.MISSING_LONG
                        ? ""
                        : Long.toString(batch.networkBytes[row]));
        cells.add(batch.host[row] < 0 ? "" : batch.hosts.get(batch.host[row]));
        cells.add(batch.layer[row] < 0 ? "" : batch.layers.get(batch.layer[row]));
        cells.add(batch.type[row] < 0 ? "" : batch.types.get(batch.type[row]));
        cells.add(batch.priority[row] < 0 ? "" : Integer.toString(batch.priority[row]));
        for (String name : custom) {
            double[] values = batch.custom.get(name);
            cells.add(values == null ? "" : number(values[row]));
        }
        return cells;
    }

    /** What the source called it, else the UUID. */
    private static String original(KpiBatch batch, int row, String member, @Nullable UUID id) {
        String context = batch.context(row);
        try {
            JsonNode name =
                    context == null ? JSON.missingNode() : JSON.readTree(context).path(member);
            return name.isTextual() ? name.textValue() : id == null ? "" : id.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the context of a row was read before", e);
        }
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Double.isInfinite(value)
                ? Double.toString(value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
