package org.fleetscope.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.fleetscope.job.JobContext;

/** Test rows and ways to read them. */
final class Rows {
    static final String TASK = "11111111-2222-4333-8444-555555555555";
    static final String AGENT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private Rows() {}

    /** A good KPI row with a latency that tells it apart. */
    static String kpi(double latency) {
        return """
        {"task_id":"%s","agent_id":"%s","latency_ms":%s,"accuracy":0.9,"cpu_usage":0.25,"memory_mb":512.5,\
        "network_bytes":1024,"custom_metrics":{"tokens_in":12,"cost":0.5},"recorded_at":"2026-01-31T23:59:59.000001Z",\
        "execution_context":{"hostname":"node-1","resources":{"cpu_cores":4}},"source_layer":"layer2",\
        "target_agent_type":"planner","priority":"High"}\
        """
                .formatted(TASK, AGENT, latency);
    }

    /** The good row with one member's JSON replaced, or removed by an empty text. */
    static String with(String member, String json) {
        try {
            var row =
                    (com.fasterxml.jackson.databind.node.ObjectNode)
                            JsonRow.MAPPER.readTree(kpi(100));
            row.remove(member);
            String rest = row.toString();
            return json.isEmpty()
                    ? rest
                    : rest.substring(0, rest.length() - 1) + ",\"" + member + "\":" + json + "}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CollectingSink read(Path file, Mapping mapping, int chunkBytes) throws IOException {
        CollectingSink sink = new CollectingSink();
        Ingest ingest = new Ingest(2, chunkBytes);
        ingest.read(ingest.sniff(file), mapping, sink, JobContext.NONE);
        return sink;
    }

    static CollectingSink read(Path file) throws IOException {
        return read(file, Mapping.identity(), 1 << 20);
    }

    static CollectingSink read(Path folder, String name, String text) throws IOException {
        return read(Files.writeString(folder.resolve(name), text));
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static double custom(org.fleetscope.model.KpiBatch batch, String name, int row) {
        return java.util.Objects.requireNonNull(batch.custom.get(name), name)[row];
    }
}
