package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.model.KpiBatch;

/** The runs in a file by task, each as a text of all its values, times cut to milliseconds. */
final class ImportedRuns {
    private ImportedRuns() {}

    static Map<String, String> of(Path file, Mapping mapping) throws IOException {
        Map<String, String> runs = new TreeMap<>();
        CollectingSink sink = Rows.read(file, mapping, 1 << 20);
        if (!sink.rejects.isEmpty()) {
            throw new AssertionError(sink.rejects);
        }
        for (CollectingSink.Row at : sink.rows()) {
            KpiBatch batch = at.batch();
            int row = at.row();
            Map<String, Double> custom = new TreeMap<>();
            batch.custom.forEach((name, values) -> custom.put(name, values[row]));
            String text =
                    String.join(
                            " | ",
                            String.valueOf(batch.agentId(row)),
                            String.valueOf(batch.latencyMs[row]),
                            String.valueOf(batch.accuracy[row]),
                            String.valueOf(batch.cpuUsage[row]),
                            String.valueOf(batch.memoryMb[row]),
                            String.valueOf(batch.networkBytes[row]),
                            String.valueOf(batch.priority[row]),
                            batch.hosts.get(batch.host[row]),
                            batch.types.get(batch.type[row]),
                            batch.layers.get(batch.layer[row]),
                            String.valueOf(batch.recordedAt[row] / 1000),
                            String.valueOf(batch.has(row, KpiBatch.CONTEXT_RESOURCES)),
                            custom.toString(),
                            at.problems().toString());
            if (runs.put(String.valueOf(batch.taskId(row)), text) != null) {
                throw new AssertionError("two rows of " + batch.taskId(row));
            }
        }
        return runs;
    }
}
