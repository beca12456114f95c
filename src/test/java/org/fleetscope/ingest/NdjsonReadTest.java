package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonReadTest {
    @TempDir Path folder;

    @Test
    void readsEveryFieldOfAKpiRow() throws IOException {
        CollectingSink sink = Rows.read(folder, "a.ndjson", Rows.kpi(12.5) + "\n");

        KpiBatch batch = sink.row(0).batch();
        assertThat(batch.taskId(0)).isEqualTo(UUID.fromString(Rows.TASK));
        assertThat(batch.agentId(0)).isEqualTo(UUID.fromString(Rows.AGENT));
        assertThat(batch.latencyMs[0]).isEqualTo(12.5);
        assertThat(batch.accuracy[0]).isEqualTo(0.9);
        assertThat(batch.cpuUsage[0]).isEqualTo(0.25);
        assertThat(batch.memoryMb[0]).isEqualTo(512.5);
        assertThat(batch.networkBytes[0]).isEqualTo(1024);
        assertThat(Times.iso(batch.recordedAt[0])).isEqualTo("2026-01-31T23:59:59.000001Z");
        assertThat(batch.hosts).containsExactly("node-1");
        assertThat(batch.types).containsExactly("planner");
        assertThat(batch.layers).containsExactly("layer2");
        assertThat(batch.priority[0]).isEqualTo(75);
        assertThat(batch.gpu[0]).isNaN();
        assertThat(batch.flags[0])
                .isEqualTo(
                        KpiBatch.HAS_TASK
                                | KpiBatch.HAS_AGENT
                                | KpiBatch.CONTEXT_OBJECT
                                | KpiBatch.CONTEXT_RESOURCES);
        assertThat(Rows.custom(batch, "tokens_in", 0)).isEqualTo(12);
        assertThat(Rows.custom(batch, "cost", 0)).isEqualTo(0.5);
        assertThat(batch.context(0))
                .isEqualTo("{\"hostname\":\"node-1\",\"resources\":{\"cpu_cores\":4}}");
        assertThat(batch.customText(0)).isEqualTo("{\"tokens_in\":12,\"cost\":0.5}");
        assertThat(batch.raw(0)).isEqualTo(Rows.kpi(12.5));
        assertThat(batch.problems).isEmpty();
        assertThat(sink.prepared).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    task_id           | "nope"              | task_id
                    agent_id          | 7                   | agent_id
                    latency_ms        | "12"                | latency_ms
                    accuracy          | "0.9"               | accuracy
                    cpu_usage         | true                | cpu_usage
                    memory_mb         | {}                  | memory_mb
                    network_bytes     | -1                  | network_bytes
                    network_bytes     | 1.5                 | network_bytes
                    network_bytes     | 9223372036854775808 | network_bytes
                    network_bytes     | "1"                 | network_bytes
                    recorded_at       | "soon"              | recorded_at
                    priority          | "urgent"            | priority
                    custom_metrics    | [1]                 | custom_metrics
                    custom_metrics    | {"a":null}          | custom_metrics.a
                    custom_metrics    | {"":1}              | custom_metrics.
                    execution_context | "x"                 | execution_context
                    gpu_utilization   | "x"                 | gpu_utilization
                    """)
    void notesEveryValueThatCannotBeTaken(String member, String json, String field)
            throws IOException {
        CollectingSink sink = Rows.read(folder, "a.ndjson", Rows.with(member, json));

        assertThat(sink.row(0).problems())
                .extracting(KpiBatch.Problem::field)
                .containsExactly(field);
        assertThat(sink.row(0).batch().has(0, KpiBatch.MALFORMED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_id",
                "latency_ms",
                "network_bytes",
                "recorded_at",
                "custom_metrics",
                "execution_context",
                "priority"
            })
    void anAbsentFieldIsMissingWithoutAProblem(String member) throws IOException {
        for (String json : List.of("", "null")) {
            assertThat(Rows.read(folder, "a.ndjson", Rows.with(member, json)).row(0).problems())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"hostname":"h","resources":{"x":1}}      | true
                    {"hostname":"h","resource_info":{"x":1}}  | true
                    {"hostname":"h","resource_quota":{"x":1}} | true
                    {"hostname":"h","cpu_cores":2}            | true
                    {"hostname":"h","memory_mb":2}            | true
                    {"hostname":"h","resources":{}}           | false
                    {"hostname":"h","cpu_cores":"2"}          | false
                    {"hostname":"h"}                          | false
                    """)
    void tellsWhetherTheContextHoldsResourceInfo(String context, boolean expected)
            throws IOException {
        KpiBatch batch =
                Rows.read(folder, "a.ndjson", Rows.with("execution_context", context))
                        .row(0)
                        .batch();

        assertThat(batch.has(0, KpiBatch.CONTEXT_RESOURCES)).isEqualTo(expected);
    }

    @Test
    void keepsTheWorstGpuUtilizationOfARow() throws IOException {
        String context =
                "{\"hostname\":\"h\",\"gpu_utilization\":0.9,\"resources\":{\"gpu_utilization\":-0.5}}";

        assertThat(
                        Rows.read(folder, "a.ndjson", Rows.with("execution_context", context))
                                .row(0)
                                .batch()
                                .gpu[0])
                .isEqualTo(-0.5);
    }

    @Test
    void aBrokenLineCostsThatLineOnly() throws IOException {
        String text =
                String.join(
                        "\n",
                        Rows.kpi(1),
                        "{\"task_id\": oops}",
                        "",
                        "[1]",
                        Rows.kpi(2) + "x",
                        "{".repeat(3) + "\"",
                        "{\"a\":" + "[".repeat(2000),
                        Rows.kpi(3));
        CollectingSink sink = Rows.read(folder, "a.ndjson", text);

        assertThat(sink.rows())
                .extracting(row -> row.origin().line())
                .containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L);
        assertThat(sink.rows())
                .extracting(row -> row.batch().has(row.row(), KpiBatch.MALFORMED))
                .containsExactly(false, true, true, true, true, true, false);
        KpiBatch.Problem first = sink.row(1).problems().getFirst();
        assertThat(first.field()).isEmpty();
        assertThat(first.expected()).contains("at byte 12 of the row");
        assertThat(sink.row(1).batch().raw(1)).isEqualTo("{\"task_id\": oops}");
    }

    @Test
    void aRowThatIsNoUtf8IsMalformed() throws IOException {
        String text = Rows.kpi(1).replace("planner", "plan?er") + "\n" + Rows.kpi(2) + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = text.indexOf('?');
        bytes[at] = (byte) 0xFF;
        CollectingSink sink = Rows.read(Files.write(folder.resolve("a.ndjson"), bytes));

        assertThat(sink.row(0).problems().getFirst().found()).isEqualTo("byte 0xFF");
        assertThat(sink.row(0).problems().getFirst().expected()).contains("at byte " + at);
        assertThat(sink.row(1).problems()).isEmpty();
    }

    /** The byte offsets are counted here from the text itself. */
    @ParameterizedTest
    @CsvSource({"'\n', 1, false", "'\r\n', 300, false", "'\n', 900, true", "'\r\n', 1000000, true"})
    void everyRowKnowsItsLineAndByte(String lineEnd, int chunkBytes, boolean gzip)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add(
                    i % 7 == 3
                            ? ""
                            : i % 11 == 5
                                    ? "{\"ü\":"
                                    : Rows.kpi(i + 0.5).replace("node-1", "nöde-" + i));
        }
        String text = "\uFEFF" + String.join(lineEnd, lines);
        Path file = folder.resolve("a.ndjson");
        Files.write(file, gzip ? Rows.gzip(text) : text.getBytes(StandardCharsets.UTF_8));
        CollectingSink sink = Rows.read(file, Mapping.identity(), chunkBytes);

        long offset = 3;
        List<RowOrigin> expected = new ArrayList<>();
        List<String> raws = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                expected.add(new RowOrigin(file.toString(), i + 1, offset));
                raws.add(lines.get(i));
            }
            offset += (lines.get(i) + lineEnd).getBytes(StandardCharsets.UTF_8).length;
        }
        assertThat(sink.rows())
                .extracting(CollectingSink.Row::origin)
                .containsExactlyElementsOf(expected);
        assertThat(sink.rows())
                .extracting(row -> row.batch().raw(row.row()))
                .containsExactlyElementsOf(raws);
        RawRows rawRows = new RawRows();
        for (int i : new int[] {0, 4, expected.size() - 1}) {
            assertThat(rawRows.read(expected.get(i), JobContext.NONE)).isEqualTo(raws.get(i));
        }
    }

    @Test
    void theSameContentHasTheSameHashHoweverItIsSpelled() throws IOException {
        String other =
                "{ \"priority\": 75, \"target_agent_type\":\"pl\\u0061nner\",\"source_layer\":\"layer2\","
                        + "\"execution_context\":{\"resources\":{\"cpu_cores\":4.0},\"hostname\":\"node-1\"},"
                        + "\"recorded_at\":\"2026-02-01T00:59:59.000001+01:00\",\"custom_metrics\":{\"cost\":5e-1,\"tokens_in\":12.0},"
                        + "\"network_bytes\":1024,\"memory_mb\":5125e-1,\"cpu_usage\":0.250,\"accuracy\":0.9,\"latency_ms\":1e2,"
                        + "\"agent_id\":\""
                        + Rows.AGENT.toUpperCase(java.util.Locale.ROOT)
                        + "\",\"task_id\":\""
                        + Rows.TASK
                        + "\",\"note\":null}";
        List<String> texts =
                List.of(
                        Rows.kpi(100),
                        other,
                        Rows.kpi(101),
                        Rows.with("note", "1"),
                        Rows.with("accuracy", "0.91"));
        List<Long> hashes =
                Rows.read(folder, "a.ndjson", String.join("\n", texts)).rows().stream()
                        .map(row -> row.batch().contentHash[row.row()])
                        .toList();

        assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
        assertThat(hashes.subList(1, 5)).doesNotHaveDuplicates();
    }

    @Test
    void aCancelledJobStopsReading() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ndjson"), (Rows.kpi(1) + "\n").repeat(100));
        Ingest ingest = new Ingest(2, 500);
        JobContext job =
                new JobContext() {
                    private volatile boolean cancelled;

                    @Override
                    public void progress(Progress progress) {
                        cancelled = true;
                    }

                    @Override
                    public boolean isCancelled() {
                        return cancelled;
                    }
                };
        assertThatThrownBy(() ->
                        ingest.read(
                                ingest.sniff(file), Mapping.identity(), new CollectingSink(), job))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anErrorInTheSinkReachesTheCaller() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ndjson"), (Rows.kpi(1) + "\n").repeat(100));
        Ingest ingest = new Ingest(2, 500);
        RowSink sink =
                new RowSink() {
                    @Override
                    public void prepare(KpiBatch batch) {
                        throw new IllegalStateException("rule failed");
                    }

                    @Override
                    public void deliver(KpiBatch batch) {}

                    @Override
                    public void deliver(org.fleetscope.model.EntityBatch batch) {}

                    @Override
                    public void reject(org.fleetscope.model.RejectedRow row) {}

                    @Override
                    public void flag(java.util.UUID taskId, org.fleetscope.model.RejectedRow row) {}
                };
        assertThatThrownBy(() ->
                        ingest.read(ingest.sniff(file), Mapping.identity(), sink, JobContext.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rule failed");
    }

    @Test
    void aCutGzipFileIsNamed() throws IOException {
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 5000; i++) {
            text.append(Rows.kpi(random.nextDouble())).append('\n');
        }
        byte[] bytes = Rows.gzip(text.toString());
        Path file =
                Files.write(
                        folder.resolve("a.ndjson.gz"),
                        java.util.Arrays.copyOf(bytes, bytes.length - 5000));

        assertThatThrownBy(() -> Rows.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.ndjson.gz")
                .hasMessageContaining("damaged or cut off");
    }

    @Test
    void aMissingOrShorterFileIsNamedWhenItsRowsAreAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ndjson"), Rows.kpi(1));
        RawRows rows = new RawRows();

        assertThatThrownBy(
                        () -> rows.read(new RowOrigin(file.toString(), 9, 90_000), JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("shorter");
        assertThatThrownBy(() -> rows.read(new RowOrigin(file + ".gone", 1, 0), JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no longer there");
    }

    @Test
    void rowsWithEverDifferentMetricNamesSpreadOverSeveralBatches() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9000; i++) {
            text.append("{\"latency_ms\":1,\"custom_metrics\":{\"m")
                    .append(i)
                    .append("\":")
                    .append(i)
                    .append("}}\n");
        }
        CollectingSink sink = Rows.read(folder, "a.ndjson", text.toString());

        assertThat(sink.batches).hasSizeGreaterThan(1);
        assertThat(sink.batches).allMatch(batch -> batch.custom.size() <= 4096);
        assertThat(sink.row(8999).origin().line()).isEqualTo(9000);
        CollectingSink.Row last = sink.row(8999);
        assertThat(Rows.custom(last.batch(), "m8999", last.row())).isEqualTo(8999);
    }
}
