package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Traces of other tools through the mappings that ship. The files are small and made by hand; ids
 * were made with Python's uuid5, everything else was read off the files.
 */
class TraceFormatsTest {
    private static final Path FILES = Path.of("src/test/resources/traces");

    @TempDir Path folder;

    private static CollectingSink read(Path... files) throws IOException {
        Ingest ingest = new Ingest(2, 1 << 20);
        List<SourceFile> sources = new java.util.ArrayList<>();
        for (Path file : files) {
            sources.add(ingest.sniff(file));
        }
        FileMappings mappings = FileMappings.of(sources, null, new MappingLibrary(List.of()));
        CollectingSink sink = new CollectingSink();
        for (SourceFile source : mappings.order(sources)) {
            ingest.read(source, mappings.of(source), sink, JobContext.NONE);
        }
        return sink;
    }

    private static CollectingSink read(String... names) throws IOException {
        return read(Stream.of(names).map(FILES::resolve).toArray(Path[]::new));
    }

    private static long at(String time) {
        return Times.ofInstant(Instant.parse(time));
    }

    private static double custom(CollectingSink.Row row, String name) {
        return row.batch().custom.getOrDefault(name, new double[row.batch().rows])[row.row()];
    }

    @Test
    void agentsOfLangfuseWithScoresOfTheBundle() throws IOException {
        // The scores come first whatever the order in which the files were named.
        CollectingSink sink = read("langfuse-observations.jsonl", "langfuse-scores.jsonl");

        assertThat(sink.rows()).hasSize(4);
        // One generation, one tool; five scores.
        assertThat(sink.passedOver).isEqualTo(2 + 5);
        assertThat(sink.rejects).isEmpty();
        CollectingSink.Row first = sink.row(0);
        KpiBatch batch = first.batch();
        assertThat(batch.problems).isEmpty();
        assertThat(batch.taskId(0))
                .isEqualTo(UUID.fromString("cdb8f8ef-d290-55af-a1e3-0254cf8506e1"));
        assertThat(batch.agentId(0))
                .isEqualTo(UUID.fromString("7a8606c3-7751-5d75-9e6f-73c038a0c518"));
        assertThat(batch.recordedAt[0]).isEqualTo(at("2026-03-02T08:00:02.5Z"));
        assertThat(batch.latencyMs[0]).isEqualTo(2500);
        assertThat(batch.accuracy[0]).isEqualTo(0.8);
        assertThat(batch.memoryMb[0]).isNaN();
        assertThat(batch.hosts.get(batch.host[0])).isEqualTo("node-3");
        assertThat(batch.layers.get(batch.layer[0])).isEqualTo("production");
        assertThat(batch.types.get(batch.type[0])).isEqualTo("AGENT");
        assertThat(batch.priority[0]).isEqualTo(50);
        assertThat(custom(first, "tokens_in")).isEqualTo(900);
        assertThat(custom(first, "tokens_out")).isEqualTo(150);
        assertThat(custom(first, "tokens")).isEqualTo(1050);
        assertThat(custom(first, "cost_usd")).isEqualTo(0.0042);
        assertThat(custom(first, "score.accuracy")).isEqualTo(0.8);
        assertThat(custom(first, "error")).isZero();
        assertThat(batch.agentNames)
                .isEqualTo(
                        Map.of(
                                UUID.fromString("7a8606c3-7751-5d75-9e6f-73c038a0c518"),
                                "planner",
                                UUID.fromString("6cde2874-73d8-5060-afaa-6db978cadc0e"),
                                "res-07"));
        assertThat(batch.context(0)).contains("\"task_name\":\"obs-a1\"", "\"trace_id\":\"tr-1\"");
    }

    @Test
    void scoresOfARowOfItsTraceAndNone() throws IOException {
        CollectingSink sink = read("langfuse-observations.jsonl", "langfuse-scores.jsonl");
        KpiBatch batch = sink.row(0).batch();

        // A score in the row itself.
        assertThat(batch.accuracy[1]).isEqualTo(0.25);
        assertThat(custom(sink.row(1), "error")).isEqualTo(1);
        assertThat(custom(sink.row(1), "tokens")).isEqualTo(4000);
        // Scores of its trace, none of which is an accuracy: (0.5 + 1) / 2.
        assertThat(batch.accuracy[2]).isEqualTo(0.75);
        assertThat(custom(sink.row(2), "score.helpfulness")).isEqualTo(0.5);
        // No score at all is no fault.
        assertThat(batch.accuracy[3]).isNaN();
        assertThat(batch.problems).isEmpty();
    }

    @Test
    void langfuseAsCsvWithoutAgentsAndWithTimesWithoutOffset() throws IOException {
        CollectingSink sink = read("langfuse-observations.csv", "langfuse-scores.csv");

        assertThat(sink.rows()).hasSize(1);
        KpiBatch batch = sink.row(0).batch();
        assertThat(batch.problems).isEmpty();
        assertThat(batch.agentNames).containsValue("triage");
        assertThat(batch.recordedAt[0]).isEqualTo(at("2026-03-02T10:00:00.750250Z"));
        assertThat(batch.latencyMs[0]).isEqualTo(750.25);
        assertThat(batch.accuracy[0]).isEqualTo(0.6);
        assertThat(batch.hosts).containsExactly("n-1");
        assertThat(custom(sink.row(0), "tokens")).isEqualTo(15);
        assertThat(custom(sink.row(0), "cost_usd")).isEqualTo(0.5);
    }

    @Test
    void otlpDocumentWithHexadecimalIds() throws IOException {
        CollectingSink sink = read("otlp.json");

        assertThat(sink.rows()).hasSize(2);
        assertThat(sink.passedOver).isEqualTo(1);
        KpiBatch batch = sink.row(0).batch();
        assertThat(batch.problems).isEmpty();
        assertThat(batch.taskId(0))
                .isEqualTo(UUID.fromString("b3ef6fa6-2832-5135-83ba-fcf263e252a6"));
        assertThat(batch.agentId(0))
                .isEqualTo(UUID.fromString("24d6d5b7-f747-5eca-afef-611caafd6c1f"));
        assertThat(batch.agentNames.get(batch.agentId(0))).isEqualTo("triage");
        assertThat(batch.recordedAt[0]).isEqualTo(at("2026-03-02T08:00:01.234567Z"));
        assertThat(batch.latencyMs[0]).isEqualTo(1234.56789);
        assertThat(batch.accuracy).startsWith(1, 0);
        assertThat(batch.hosts).containsExactly("euw-7");
        assertThat(batch.layers).containsExactly("support-desk");
        assertThat(batch.types).containsExactly("invoke_agent");
        assertThat(custom(sink.row(0), "tokens")).isEqualTo(120);
        assertThat(custom(sink.row(1), "error")).isEqualTo(1);
        assertThat(batch.agentId(1))
                .isEqualTo(UUID.fromString("4a603a07-2ed3-57fc-b262-d1e2712ffdc8"));
        // The third span starts on line 46 of the file.
        String text = Files.readString(FILES.resolve("otlp.json"));
        int third = text.lastIndexOf('{', text.indexOf("EEE19B7EC3C1B176"));
        assertThat(sink.row(1).origin())
                .isEqualTo(
                        new RowOrigin(
                                FILES.resolve("otlp.json").toString(),
                                text.substring(0, third).lines().count(),
                                third));
        assertThat(new RawRows().read(sink.row(1).origin(), JobContext.NONE))
                .startsWith("{")
                .contains("rate limited")
                .endsWith("}");
    }

    @Test
    void otlpLinesInSnakeCaseWithBase64IdsAndABadLine() throws IOException {
        CollectingSink sink = read("otlp.jsonl");

        assertThat(sink.rows()).hasSize(3);
        KpiBatch batch = sink.row(0).batch();
        // The same span as in the document has the same id.
        assertThat(batch.taskId(0))
                .isEqualTo(UUID.fromString("b3ef6fa6-2832-5135-83ba-fcf263e252a6"));
        assertThat(batch.agentId(0))
                .isEqualTo(UUID.fromString("7a3f38e0-2951-5e80-aae9-73488c174580"));
        assertThat(batch.latencyMs[0]).isEqualTo(1234.56789);
        assertThat(batch.layers.get(batch.layer[0])).isEqualTo("support-desk");
        assertThat(custom(sink.row(0), "tokens_in")).isEqualTo(7);
        assertThat(batch.has(1, KpiBatch.MALFORMED)).isTrue();
        assertThat(sink.row(1).origin().line()).isEqualTo(2);
        assertThat(sink.row(1).origin().byteOffset()).isEqualTo(636);
        // An evaluation counts more than the status.
        assertThat(batch.accuracy[2]).isEqualTo(0.75);
        assertThat(batch.latencyMs[2]).isEqualTo(500);
        assertThat(batch.agentNames).containsValues("triage", "critic");
        assertThat(sink.row(2).origin().line()).isEqualTo(3);
        assertThat(new RawRows().read(sink.row(2).origin(), JobContext.NONE)).contains("critic");
        assertThat(sink.passedOver).isEqualTo(1);
    }

    @Test
    void phoenixNestedAndFlat() throws IOException {
        CollectingSink nested = read("phoenix-spans.jsonl");

        assertThat(nested.rows()).hasSize(2);
        KpiBatch batch = nested.row(0).batch();
        assertThat(batch.problems).isEmpty();
        assertThat(batch.taskId(0))
                .isEqualTo(UUID.fromString("3779fb9e-3130-5f7c-986c-c1e381b147b5"));
        assertThat(batch.agentId(0))
                .isEqualTo(UUID.fromString("b906db9b-fc11-5efa-b244-5439a67370ce"));
        assertThat(batch.latencyMs).startsWith(4250, 1500);
        assertThat(batch.accuracy).startsWith(1, 0);
        assertThat(custom(nested.row(0), "tokens")).isEqualTo(42);

        // No agents here: the roots are the runs.
        CollectingSink flat = read("phoenix-spans.csv");
        assertThat(flat.rows()).hasSize(2);
        assertThat(flat.row(0).batch().latencyMs).startsWith(1500, 900);
        assertThat(flat.row(0).batch().accuracy).startsWith(1, 0);
        assertThat(flat.row(0).batch().agentNames).containsValue("handle request");
        assertThat(flat.passedOver).isEqualTo(1);
    }

    /** Arrays, and the pages that the API of Langfuse answers with. */
    @ParameterizedTest
    @CsvSource({
        "langfuse-observations.jsonl, [, ], 4, 2",
        "langfuse-observations.jsonl, '{\"data\":[', '],\"meta\":{\"page\":1}}', 4, 2",
        "phoenix-spans.jsonl, [, ], 2, 1"
    })
    void tracesAsOneDocument(String name, String before, String after, int runs, int others)
            throws IOException {
        String rows = String.join(",\n", Files.readAllLines(FILES.resolve(name)));
        CollectingSink sink =
                read(Files.writeString(folder.resolve("t.json"), before + rows + after));

        assertThat(sink.rows()).hasSize(runs);
        assertThat(sink.passedOver).isEqualTo(others);
        assertThat(sink.row(0).batch().problems).isEmpty();
    }

    @Test
    void entitiesStayWhatTheyAre() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("kpi.ndjson"), Rows.kpi(1) + "\n" + Rows.kpi(2) + "\n");
        CollectingSink sink = read(file);

        assertThat(sink.rows()).hasSize(2);
        assertThat(sink.row(0).batch().memoryMb[0]).isEqualTo(512.5);
        assertThat(sink.passedOver).isZero();
    }

    @Test
    void spansThatWaitForTheirResourceAndOtherMembers() throws IOException {
        CollectingSink sink =
                read(
                        Files.writeString(
                                folder.resolve("late.json"),
                                """
                                {"note":{"a":[1]},"resourceSpans":[{"schemaUrl":"x","scopeSpans":[{"spans":[
                                {"traceId":"01","spanId":"02","name":"a","startTimeUnixNano":"1772438400000000000",
                                "endTimeUnixNano":"1772438400001000000"},7]}],
                                "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"late"}}]}}],"more":1}
                                """));

        assertThat(sink.rows()).hasSize(1);
        assertThat(sink.row(0).batch().layers).containsExactly("late");
        assertThat(sink.row(0).batch().latencyMs[0]).isEqualTo(1);
        assertThat(sink.row(0).batch().accuracy[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "7uGbfsPBsXQ=, eee19b7ec3c1b174",
        "7uGbfsPBsXQ, eee19b7ec3c1b174",
        "EEE19B7EC3C1B174, eee19b7ec3c1b174",
        "W47/95gDgQPSabYzgT/GDA==, 5b8efff798038103d269b633813fc60c",
        "W47_95gDgQPSabYzgT_GDA, 5b8efff798038103d269b633813fc60c",
        "5b8efff798038103d269b633813fc60c, 5b8efff798038103d269b633813fc60c",
        "0000000000000000, ''",
        "AAAAAAAAAAA=, ''",
        "'', ''"
    })
    void idsInHexadecimalAndBase64(String id, String hex) {
        assertThat(OtlpSpan.hex(id)).isEqualTo(hex);
    }
}
