package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.UnpackLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static final String TASK =
            "{\"id\":\"" + Rows.TASK + "\",\"priority\":\"High\",\"payload\":[{\"a\":1}]}";
    private static final String AGENT = "{\"id\":\"" + Rows.AGENT + "\",\"state\":\"Idle\"}";

    @TempDir Path folder;

    private CollectingSink read(String text) throws IOException {
        return Rows.read(folder, "a.json", text);
    }

    private static String pretty(String row) throws IOException {
        return JsonRow.MAPPER.readTree(row).toPrettyString();
    }

    private static List<Double> latencies(CollectingSink sink) {
        List<Double> all = new ArrayList<>();
        sink.rows().forEach(row -> all.add(row.batch().latencyMs[row.row()]));
        return all;
    }

    /** Rows as they are written: close together, one a line, over many lines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s,%s]",
                "[%s,\n%s]",
                "[\n  %s,\n  %s\n]\n",
                "[%s\n,%s\n]",
                " [%s, \n %s]"
            })
    void anArrayOfRowsIsReadWithItsOrigins(String layout) throws IOException {
        for (boolean wide : new boolean[] {false, true}) {
            String first = wide ? pretty(Rows.kpi(1)) : Rows.kpi(1);
            String second = wide ? pretty(Rows.kpi(2)) : Rows.kpi(2);
            String text = layout.formatted(first, second);
            CollectingSink sink = read(text);
            String file = folder.resolve("a.json").toString();
            int at = text.indexOf(second);
            RowOrigin origin = new RowOrigin(file, 1 + feeds(text.substring(0, at)), at);

            assertThat(new Ingest(1).sniff(Path.of(file)).format()).isEqualTo("json");
            assertThat(latencies(sink)).containsExactly(1.0, 2.0);
            assertThat(sink.row(1).origin()).isEqualTo(origin);
            assertThat(new RawRows().read(origin, JobContext.NONE)).isEqualTo(second);
            assertThat(sink.row(1).batch().raw(sink.row(1).row())).isEqualTo(second);
        }
    }

    private static int feeds(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The common row by the fast reader and the same row over several lines say the same. */
    @Test
    void layoutDoesNotChangeWhatARowSays() throws IOException {
        KpiBatch narrow = read("[" + Rows.kpi(7) + "]").row(0).batch();
        KpiBatch wide = read(pretty(Rows.kpi(7))).row(0).batch();

        assertThat(wide.contentHash[0]).isEqualTo(narrow.contentHash[0]);
        assertThat(wide.hosts).isEqualTo(narrow.hosts);
        assertThat(wide.customText(0))
                .isEqualTo("{     \"tokens_in\" : 12,     \"cost\" : 0.5   }");
        assertThat(Rows.custom(wide, "cost", 0)).isEqualTo(0.5);
    }

    @Test
    void anObjectOfArraysIsReadArrayByArray() throws IOException {
        String text =
                """
                {"exported_at":"2026-02-01","version":1.5e0,"columns":["a","b"],"filter":{"a":[{"b":1}]},
                 "kpi_reports":[%s],
                 "tasks":[%s], "agents" : [%s], "system_health":[], "data":{"Execution-Results":[
                   {"task_id":"%s","output":"x","success":true}]}}
                """
                        .formatted(Rows.kpi(1), TASK, AGENT, Rows.TASK);
        CollectingSink sink = read(text);

        assertThat(latencies(sink)).containsExactly(1.0);
        assertThat(sink.entities).hasSize(1);
        assertThat(sink.entities.getFirst().tasks().getFirst().priority()).isEqualTo(75);
        assertThat(sink.entities.getFirst().agents().getFirst().id()).hasToString(Rows.AGENT);
        assertThat(sink.entities.getFirst().results().getFirst().success()).isTrue();
        assertThat(sink.rejects).isEmpty();
    }

    /** Runs come last, whatever stands first in the document. */
    @Test
    void anObjectOfArraysIsReadInTwoTurns() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("a.json"),
                        "{\"kpi_reports\":[" + Rows.kpi(1) + "],\"tasks\":[" + TASK + "]}");
        Ingest ingest = new Ingest(1);
        List<SourceFile> parts = ingest.sniff(file).parts();

        assertThat(parts)
                .extracting(SourceFile::mainKind)
                .containsExactly(EntityKind.TASK, EntityKind.KPI_REPORT);
        CollectingSink first = new CollectingSink();
        ingest.read(parts.getFirst(), Mapping.identity(), first, JobContext.NONE);
        assertThat(first.rows()).isEmpty();
        assertThat(first.entities.getFirst().tasks()).hasSize(1);
        CollectingSink second = new CollectingSink();
        ingest.read(parts.getLast(), Mapping.identity(), second, JobContext.NONE);
        assertThat(second.entities).isEmpty();
        assertThat(latencies(second)).containsExactly(1.0);
    }

    /** A row says what it is; its array's name only helps where the row does not tell. */
    @Test
    void rowsTellTheirKindBeforeTheirArrayDoes() throws IOException {
        CollectingSink sink =
                read(
                        "{\"agents\":["
                                + TASK
                                + ","
                                + AGENT
                                + "],\"stuff\":["
                                + Rows.kpi(1)
                                + ","
                                + AGENT
                                + "],\"health\":[{\"recorded_at\":1767225600,\"status\":\"ok\"}]}");

        assertThat(sink.entities.getFirst().tasks()).hasSize(1);
        assertThat(sink.entities.getFirst().agents()).hasSize(1);
        assertThat(sink.entities.getFirst().health().getFirst().status()).isEqualTo("ok");
        assertThat(latencies(sink)).containsExactly(1.0);
        assertThat(sink.rejects).hasSize(1);
        assertThat(sink.rejects.getFirst().raw()).isEqualTo(AGENT);
    }

    @Test
    void oneEntityOverSeveralLinesIsADocument() throws IOException {
        CollectingSink sink = read(pretty(TASK));

        assertThat(sink.entities.getFirst().tasks()).hasSize(1);
        assertThat(new Ingest(1).sniff(folder.resolve("a.json")).mainKind())
                .isEqualTo(EntityKind.TASK);
    }

    /** Whatever is in a row, its brackets show where it ends, and only it is lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"latency_ms\":01}",
                "{\"latency_ms\":}",
                "{'a':1}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":\"\t\"}",
                "{\"a\":NaN}",
                "{\"a\" \"b\"}",
                "12",
                "null",
                "\"text\"",
                "[1]",
                "{\"a\":[1,]}",
                "{\"a\":\"\\x\"}",
                "tru",
                "{\"a\":.5}",
                "-"
            })
    void aRowThatBreaksTheGrammarCostsItself(String row) throws IOException {
        for (String layout : List.of("[%s,%s,%s]", "{\"kpis\":[%s,\n%s,%s]}")) {
            String text = layout.formatted(Rows.kpi(1), row, Rows.kpi(3));
            CollectingSink sink = read(text);

            assertThat(sink.rows())
                    .extracting(r -> r.batch().has(r.row(), KpiBatch.MALFORMED))
                    .containsExactly(false, true, false);
            CollectingSink.Row broken = sink.row(1);
            assertThat(broken.origin().byteOffset())
                    .isEqualTo(layout.indexOf("%s,") + Rows.kpi(1).length() + gap(layout));
            assertThat(broken.batch().raw(broken.row())).isEqualTo(row);
        }
    }

    /** Between the first two rows. */
    private static int gap(String layout) {
        return layout.contains(",\n%s") ? 2 : 1;
    }

    /** Rows whose brackets or quotes don't close: the layout alone tells where the next starts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"b,",
                "{\"a\":{\"b\":1",
                "{\"a\":[1}",
                "{\"a\":1",
                "{\"a\":\"b\\\",\"c\":1}"
            })
    void aRowThatDoesNotEndCostsItselfWhereTheLayoutIsPlain(String row) throws IOException {
        for (String layout :
                List.of(
                        "[\n%s,\n%s,\n%s\n]",
                        "[%s,\n%s,\n%s]",
                        "{\"kpi_reports\": [\n  %s,\n  %s,\n  %s\n],\"x\":1}",
                        "[%s, \n %s, \n %s\n]")) {
            CollectingSink sink = read(layout.formatted(Rows.kpi(1), row, Rows.kpi(3)));
            assertThat(sink.rows())
                    .as(layout)
                    .extracting(r -> r.batch().has(r.row(), KpiBatch.MALFORMED))
                    .containsExactly(false, true, false);
            CollectingSink.Row broken = sink.row(1);
            assertThat(broken.batch().raw(broken.row())).isEqualTo(row);
        }
        String close = "[" + Rows.kpi(1) + "," + row + "," + Rows.kpi(3) + "]";
        assertThatThrownBy(() -> read(close))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.json, line 1, byte ")
                .hasMessageContaining("Correct the document there; nothing of it was kept");
    }

    @Test
    void aLastRowThatDoesNotEndCostsItselfToo() throws IOException {
        CollectingSink sink = read("[\n  " + Rows.kpi(1) + ",\n  {\"a\":\"b\n]\n");

        assertThat(sink.rows())
                .extracting(r -> r.batch().has(r.row(), KpiBatch.MALFORMED))
                .containsExactly(false, true);
    }

    /** Where the structure around the rows is broken, nothing is certain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [{"a":1} {"a":2}]            | 1 | 9  | found "{"a":2}]", expected a comma or the closing bracket
                    [{"a":1},]                   | 1 | 9  | found "]", expected a value
                    [{"a":1}                     | 1 | 8  | found the end of the document, expected a comma
                    [{"a":1}]]                   | 1 | 9  | found "]", expected the end of the document
                    [,{"a":1}]                   | 1 | 1  | expected a value or ]
                    {"tasks":[{}],}              | 1 | 14 | expected a member's name in double quotes
                    {"tasks":[{}],"v" 1}         | 1 | 18 | expected a colon
                    {"tasks":[{}],"v":01}        | 1 | 19 | no digit behind a leading 0
                    {"tasks":[{}],'v':1}         | 1 | 14 | expected a member's name
                    {"tasks":[{}]                | 1 | 13 | expected a comma or the closing bracket
                    {"tasks":[{}]]               | 1 | 13 | expected a comma or the closing bracket
                    [{"a":1},{"b":               | 1 | 14 | found the end, expected a value
                    """)
    void aBrokenStructureIsRefusedWithItsPlace(String text, int line, int at, String words)
            throws IOException {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.json, line " + line + ", byte " + at)
                .hasMessageContaining(words);
    }

    @Test
    void linesAreCountedUpToTheFault() {
        assertThatThrownBy(() -> read("[\n" + Rows.kpi(1) + "\n\n,\n}]"))
                .hasMessageContaining("line 5, byte " + (Rows.kpi(1).length() + 6));
    }

    /** Where a document is cut into chunks does not change its rows. */
    @Test
    void chunksDoNotMatter() throws IOException {
        List<String> rows = new ArrayList<>();
        for (double i = 1; i <= 40; i++) {
            rows.add(i % 7 == 0 ? pretty(Rows.kpi(i)) : i % 11 == 0 ? TASK : Rows.kpi(i));
        }
        rows.add(13, "{\"broken\":");
        rows.add(20, "{\"latency_ms\":\"}]\\\"{\"}");
        String text =
                "{\"v\":[1,2],\"kpi_reports\":[\n"
                        + String.join(",\n", rows)
                        + "\n],\"tasks\":["
                        + TASK
                        + "]}";
        Path file = Files.writeString(folder.resolve("a.json"), text);
        List<String> whole = seen(Rows.read(file, Mapping.identity(), 1 << 20));

        assertThat(whole).hasSize(40 - 3 + 2);
        for (int size : new int[] {16, 37, 100, 512, 1000, 4096}) {
            CollectingSink sink = new CollectingSink();
            Ingest ingest = new Ingest(2, size);
            SourceFile source = ingest.sniff(file);
            ingest.read(source, Mapping.identity(), sink, JobContext.NONE);
            assertThat(seen(sink)).as("chunks of %d", size).isEqualTo(whole);
            assertThat(sink.entities.stream().mapToInt(e -> e.tasks().size()).sum()).isEqualTo(4);
        }
    }

    private static List<String> seen(CollectingSink sink) {
        return sink.rows().stream()
                .map(r ->
                        r.origin()
                                + " "
                                + r.batch().contentHash[r.row()]
                                + " "
                                + r.batch().raw(r.row()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"latency_ms":1}                              | ndjson
                    {"latency_ms":1}\\n{"latency_ms":2}\\n        | ndjson
                    {"latency_ms":1\\n{"latency_ms":2}\\n         | ndjson
                    [1]\\n[2]\\n                                  | ndjson
                    {"tasks":[]}                                  | json
                    {"tasks":[]}\\n{"tasks":[]}                   | ndjson
                    {"a":[{"b":1}]}                               | json
                    {"payload":[{"b":1}]}                         | ndjson
                    [{"a":1},\\n{"a":2}]                          | json
                    [\\n{"a":1}\\n{"a":2}\\n]                     | json
                    {\\n"a":1\\n}                                 | json
                    {\\n"tasks":[\\n{"a":1},\\n{"a":2}\\n]\\n}    | json
                    [[1]\\n,[2]]                                  | json
                    """)
    void tellsDocumentsFromLines(String text, String format) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), text.replace("\\n", "\n"));

        assertThat(new Ingest(1).sniff(file).format()).isEqualTo(format);
        assertThat(
                        new Ingest(1)
                                .sniff(file, new ReadOptions("json", null, UnpackLimits.DEFAULTS))
                                .format())
                .isEqualTo("json");
    }

    @Test
    void aRowThatIsTooLongCostsItself() throws IOException {
        String long1 = "{\"a\":\"" + "x\\\"}]".repeat(300) + "\"}";
        String text = "[" + Rows.kpi(1) + ",\n" + long1 + ",\n" + Rows.kpi(3) + "]";
        JsonChunks chunks =
                new JsonChunks(
                        new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "a.json",
                        new JsonOutline(false),
                        64,
                        1000);
        ChunkParser parser =
                new CutRows(
                        new JsonDocumentParser(
                                new Ingest(1).sniff(Files.writeString(folder.resolve("a"), text)),
                                Mapping.identity()),
                        "a.json",
                        Mapping.identity());
        List<Long> offsets = new ArrayList<>();
        List<Boolean> malformed = new ArrayList<>();
        long lines = 0;
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            ParsedChunk parsed = parser.parse(chunk);
            for (KpiBatch batch : parsed.kpis()) {
                for (int i = 0; i < batch.rows; i++) {
                    offsets.add(batch.offset[i]);
                    malformed.add(batch.has(i, KpiBatch.MALFORMED));
                }
            }
            lines += parsed.lines();
        }

        assertThat(malformed).containsExactly(false, true, false);
        assertThat(offsets)
                .containsExactly(1L, (long) text.indexOf(long1), (long) text.indexOf(Rows.kpi(3)));
        assertThat(lines).isEqualTo(2);
    }

    @Test
    void onlyTheRowsOfTheMomentAreHeld() throws IOException {
        String row = Rows.kpi(1);
        JsonChunks chunks =
                new JsonChunks(
                        new Repeated("[" + row, "," + row, 400_000),
                        "a",
                        new JsonOutline(false),
                        1 << 20,
                        1 << 20);
        long rows = 0;
        long most = 0;
        for (Chunk chunk = chunks.next(); chunk != null && rows < 100_000; chunk = chunks.next()) {
            rows += chunk.rows().size();
            most = Math.max(most, chunk.bytes().length);
        }

        assertThat(rows).isGreaterThanOrEqualTo(100_000);
        assertThat(most).isLessThan(2 << 20);
    }

    /** A start, and then the same text again and again. */
    private static final class Repeated extends java.io.InputStream {
        private final byte[] again;
        private byte[] part;
        private int at;
        private int left;

        Repeated(String start, String again, int times) {
            this.part = start.getBytes(StandardCharsets.UTF_8);
            this.again = again.getBytes(StandardCharsets.UTF_8);
            this.left = times;
        }

        @Override
        public int read() {
            if (at == part.length) {
                if (left-- == 0) {
                    return -1;
                }
                part = again;
                at = 0;
            }
            return part[at++];
        }
    }
}
