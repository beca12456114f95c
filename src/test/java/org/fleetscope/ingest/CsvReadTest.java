package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadTest {
    private static final List<String> COLUMNS =
            List.of(
                    "task_id",
                    "agent_id",
                    "latency_ms",
                    "accuracy",
                    "cpu_usage",
                    "memory_mb",
                    "network_bytes",
                    "custom_metrics.tokens_in",
                    "custom_metrics.cost",
                    "recorded_at",
                    "execution_context.hostname",
                    "execution_context.resources",
                    "source_layer",
                    "target_agent_type",
                    "priority");

    @TempDir Path folder;

    private static List<String> cells(String latency) {
        return List.of(
                Rows.TASK,
                Rows.AGENT,
                latency,
                "0.9",
                "0.25",
                "512.5",
                "1024",
                "12",
                "0.5",
                "2026-01-31T23:59:59.000001Z",
                "node-1",
                "\"{\"\"cpu_cores\"\":4}\"",
                "layer2",
                "planner",
                "High");
    }

    private static String line(String delimiter, List<String> cells) {
        return String.join(delimiter, cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void aRowSaysTheSameAsItsJson(String delimiter) throws IOException {
        String text = line(delimiter, COLUMNS) + "\r\n" + line(delimiter, cells("100")) + "\r\n";
        Path file = Files.write(folder.resolve("a.csv.gz"), Rows.gzip(text));
        SourceFile source = new Ingest(1).sniff(file);
        KpiBatch csv = Rows.read(file).row(0).batch();
        KpiBatch json = Rows.read(folder, "a.ndjson", Rows.kpi(100)).row(0).batch();

        assertThat(source.format()).isEqualTo("csv");
        assertThat(source.compression()).isEqualTo("gzip");
        assertThat(Objects.requireNonNull(source.dialect()).delimiter()).isEqualTo(delimiter);
        assertThat(csv.problems).isEmpty();
        assertThat(csv.contentHash[0]).isEqualTo(json.contentHash[0]);
        assertThat(csv.flags[0]).isEqualTo(json.flags[0]);
        assertThat(csv.hosts).containsExactly("node-1");
        assertThat(csv.latencyMs[0]).isEqualTo(100);
        assertThat(Rows.custom(csv, "cost", 0)).isEqualTo(0.5);
        assertThat(csv.context(0))
                .isEqualTo("{\"hostname\":\"node-1\",\"resources\":{\"cpu_cores\":4}}");
        assertThat(csv.raw(0)).isEqualTo(line(delimiter, cells("100")));
    }

    @Test
    void readsDecimalCommasBesideSemicolons() throws IOException {
        KpiBatch batch =
                Rows.read(
                                folder,
                                "a.csv",
                                line(";", COLUMNS) + "\n" + line(";", cells("12,5")) + "\n")
                        .row(0)
                        .batch();

        assertThat(batch.latencyMs[0]).isEqualTo(12.5);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "abc", "1e", "0x10", "1d"})
    void textThatIsNoNumberIsAProblem(String latency) throws IOException {
        CollectingSink sink =
                Rows.read(
                        folder,
                        "a.csv",
                        line(",", COLUMNS) + "\n" + line(",", cells(latency)) + "\n");

        assertThat(sink.row(0).problems())
                .extracting(KpiBatch.Problem::field)
                .containsExactly("latency_ms");
        assertThat(sink.row(0).problems().getFirst().found()).contains(latency);
    }

    @Test
    void raggedRowsMissWhatTheyLackAndBreakOnWhatIsTooMuch() throws IOException {
        CollectingSink sink =
                Rows.read(
                        folder,
                        "a.csv",
                        String.join(
                                "\n",
                                line(",", COLUMNS),
                                line(",", cells("1").subList(0, 4)),
                                line(",", cells("2")) + ",,",
                                line(",", cells("3")) + ",more",
                                "",
                                line(",", COLUMNS),
                                line(",", cells("4"))));

        assertThat(sink.rows())
                .extracting(row -> row.batch().has(row.row(), KpiBatch.MALFORMED))
                .containsExactly(false, false, true, false);
        assertThat(sink.row(0).batch().cpuUsage[0]).isNaN();
        assertThat(sink.row(2).problems().getFirst().found()).isEqualTo("16 cells");
        assertThat(sink.row(3).origin().line()).isEqualTo(7);
    }

    @Test
    void aQuoteThatNeverClosesIsMalformed() throws IOException {
        CollectingSink sink =
                Rows.read(
                        folder,
                        "a.csv",
                        line(",", COLUMNS)
                                + "\n"
                                + line(",", cells("1"))
                                + "\n"
                                + Rows.TASK
                                + ",\"oops,1\n2\n");

        assertThat(sink.row(1).batch().has(1, KpiBatch.MALFORMED)).isTrue();
        assertThat(sink.row(1).problems().getFirst().expected()).contains("quote");
    }

    /**
     * Records with quoted line ends and text of several bytes a character; offsets are counted from
     * the text.
     */
    @ParameterizedTest
    @CsvSource({"'\n', 1", "'\r\n', 333", "'\r', 100", "'\n', 1000000"})
    void everyRecordKnowsItsLineAndByte(String lineEnd, int chunkBytes) throws IOException {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> cells = new ArrayList<>(cells("" + (i + 1)));
            cells.set(10, i % 3 == 0 ? "\"nöde\n\"\"" + i + "\"\", ü\"" : "5\" disk");
            records.add(line(",", cells));
        }
        Path file = folder.resolve("a.csv");
        String text =
                "\uFEFF" + line(",", COLUMNS) + lineEnd + String.join(lineEnd, records) + lineEnd;
        Files.writeString(file, text);
        CollectingSink sink = Rows.read(file, Mapping.identity(), chunkBytes);

        long offset = 3L + (line(",", COLUMNS) + lineEnd).length();
        long line = 2;
        List<RowOrigin> expected = new ArrayList<>();
        for (String record : records) {
            expected.add(new RowOrigin(file.toString(), line, offset));
            line += record.indexOf('\n') < 0 ? 1 : 2;
            offset += (record + lineEnd).getBytes(StandardCharsets.UTF_8).length;
        }
        assertThat(sink.rows())
                .extracting(CollectingSink.Row::origin)
                .containsExactlyElementsOf(expected);
        CollectingSink.Row fourth = sink.row(3);
        assertThat(fourth.batch().hosts.get(fourth.batch().host[fourth.row()]))
                .isEqualTo("nöde\n\"3\", ü");
        assertThat(new RawRows().read(expected.get(3), JobContext.NONE)).isEqualTo(records.get(3));
        assertThat(new RawRows().read(expected.get(39), JobContext.NONE))
                .isEqualTo(records.get(39));
    }
}
