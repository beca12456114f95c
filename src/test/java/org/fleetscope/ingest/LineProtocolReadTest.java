package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.fleetscope.model.TimePrecision;
import org.fleetscope.model.Times;
import org.fleetscope.model.UnpackLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of line protocol, from bytes to rows. */
class LineProtocolReadTest {
    private static final String TAGS = "task_id=%s,agent_id=%s".formatted(Rows.TASK, Rows.AGENT);

    /** 2026-01-31T23:59:59.000001Z in ns and the same in µs. */
    private static final String NANOS = "1769903999000001000";

    private static final long MICROS = 1769903999000001L;

    private static final String KPI =
            "kpi,"
                    + TAGS
                    + ",execution_context.hostname=node-1,execution_context.cpu_cores=4,source_layer=layer2,"
                    + "target_agent_type=planner,priority=75"
                    + " latency_ms=12.5,accuracy=0.9,cpu_usage=0.25,memory_mb=512i,network_bytes=1024u,"
                    + "custom_metrics.tokens_in=12i,custom_metrics.a.b=0.5,note=\"x, y\" "
                    + NANOS;

    @TempDir Path folder;

    private record Seen(RowOrigin origin, String raw, boolean malformed, double latency) {}

    private CollectingSink read(String text) throws IOException {
        return read(text, Mapping.identity());
    }

    private CollectingSink read(String text, Mapping mapping) throws IOException {
        return Rows.read(Files.writeString(folder.resolve("points.lp"), text), mapping, 1 << 20);
    }

    private List<Seen> seen(String text) throws IOException {
        return read(text).rows().stream()
                .map(row ->
                        new Seen(
                                row.origin(),
                                row.batch().raw(row.row()),
                                row.batch().has(row.row(), KpiBatch.MALFORMED),
                                row.batch().latencyMs[row.row()]))
                .toList();
    }

    private RowOrigin origin(long line, long offset) {
        return new RowOrigin(folder.resolve("points.lp").toString(), line, offset);
    }

    @Test
    void aPointIsAKpiReportByTheNamesOfItsTagsAndFields() throws IOException {
        KpiBatch batch = read(KPI).batches.getFirst();

        assertThat(batch.rows).isEqualTo(1);
        assertThat(batch.taskId(0)).hasToString(Rows.TASK);
        assertThat(batch.agentId(0)).hasToString(Rows.AGENT);
        assertThat(batch.recordedAt[0]).isEqualTo(MICROS);
        assertThat(batch.latencyMs[0]).isEqualTo(12.5);
        assertThat(batch.accuracy[0]).isEqualTo(0.9);
        assertThat(batch.cpuUsage[0]).isEqualTo(0.25);
        assertThat(batch.memoryMb[0]).isEqualTo(512);
        assertThat(batch.networkBytes[0]).isEqualTo(1024);
        assertThat(batch.priority[0]).isEqualTo(75);
        assertThat(batch.hosts).containsExactly("node-1");
        assertThat(batch.types).containsExactly("planner");
        assertThat(batch.layers).containsExactly("layer2");
        assertThat(batch.has(0, KpiBatch.CONTEXT_RESOURCES)).isTrue();
        assertThat(Rows.custom(batch, "tokens_in", 0)).isEqualTo(12);
        assertThat(Rows.custom(batch, "a.b", 0)).isEqualTo(0.5);
        assertThat(batch.problems).isEmpty();
        assertThat(batch.raw(0)).isEqualTo(KPI);
    }

    @Test
    void nestedMembersMayBeJsonTextInAField() throws IOException {
        KpiBatch batch =
                read("kpi,"
                                + TAGS
                                + " latency_ms=1,custom_metrics=\"{\\\"a\\\":3}\","
                                + "execution_context=\"{\\\"hostname\\\":\\\"h\\\",\\\"cpu_cores\\\":2}\" 5")
                        .batches
                        .getFirst();

        assertThat(Rows.custom(batch, "a", 0)).isEqualTo(3);
        assertThat(batch.hosts).containsExactly("h");
        assertThat(batch.has(0, KpiBatch.CONTEXT_RESOURCES)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1769903999, 1769903999000000",
        "1769903999123, 1769903999123000",
        "1769903999123456, 1769903999123456",
        "1769903999123456789, 1769903999123456",
        "0, 0",
        "100000000000, 100000000000000",
        "-1769903999123, -1769903999123000"
    })
    void theUnitOfATimeShowsInItsMagnitude(String time, long micros) throws IOException {
        assertThat(read("m,t=1 latency_ms=1 " + time).batches.getFirst().recordedAt)
                .startsWith(micros);
    }

    @Test
    void theUnitOfTimesCanBeSaidInTheMapping() throws IOException {
        Mapping mapping =
                Mapping.parse("{\"name\":\"n\",\"times\":{\"precision\":\"ms\"}}", "mapping.json");

        assertThat(read("m latency_ms=1 1500", mapping).batches.getFirst().recordedAt)
                .startsWith(1_500_000);
        CollectingSink sink = new CollectingSink();
        Ingest ingest = new Ingest(1);
        ReadOptions nanos =
                new ReadOptions(null, null, UnpackLimits.DEFAULTS, TimePrecision.NANOSECONDS);
        ingest.read(
                ingest.sniff(folder.resolve("points.lp"), nanos), mapping, sink, JobContext.NONE);
        assertThat(sink.batches.getFirst().recordedAt).startsWith(1);
        assertThatThrownBy(() ->
                        Mapping.parse(
                                "{\"name\":\"n\",\"times\":{\"precision\":\"minutes\"}}",
                                "mapping.json"))
                .hasMessageContaining("$.times.precision")
                .hasMessageContaining("\"us\"");
    }

    @Test
    void aTimeOutsideWhatInfluxStoresIsMalformed() throws IOException {
        CollectingSink sink = read("m latency_ms=1 99999999999\nm latency_ms=2 1");

        assertThat(sink.row(0).problems())
                .containsExactly(
                        new KpiBatch.Problem(
                                0, "", "99999999999 s", "a time in the years 1678 to 2261"));
        assertThat(sink.rows()).hasSize(2);
    }

    @Test
    void fieldsOfTheSameSeriesAndTimeMergeAndTheLastOneCounts() throws IOException {
        String first = "m,a=1,b=2 latency_ms=1,accuracy=0.5 10";
        CollectingSink sink =
                read(
                        first
                                + "\nm,a=1 latency_ms=9 10\nm,b=2,a=1 cpu_usage=0.25,latency_ms=2 10\n"
                                + "m,a=1,b=2 latency_ms=7 11\nm2,a=1,b=2 latency_ms=8 10");

        KpiBatch batch = sink.batches.getFirst();
        assertThat(batch.rows).isEqualTo(4);
        assertThat(List.of(batch.latencyMs[0], batch.accuracy[0], batch.cpuUsage[0]))
                .containsExactly(2.0, 0.5, 0.25);
        assertThat(List.of(batch.latencyMs[1], batch.latencyMs[2], batch.latencyMs[3]))
                .containsExactly(9.0, 7.0, 8.0);
        assertThat(batch.origin(0)).isEqualTo(origin(1, 0));
        assertThat(batch.origin(1)).isEqualTo(origin(2, first.length() + 1));
        assertThat(batch.raw(0))
                .isEqualTo(
                        "{\"measurement\":\"m\",\"a\":\"1\",\"b\":\"2\",\"accuracy\":0.5,"
                                + "\"cpu_usage\":0.25,\"latency_ms\":2.0,\"time\":\"1970-01-01T00:00:10Z\"}");
        assertThat(batch.raw(1)).isEqualTo("m,a=1 latency_ms=9 10");
    }

    @Test
    void pointsWithoutATimeStayApart() throws IOException {
        CollectingSink sink = read("m latency_ms=1\nm latency_ms=2\n");

        assertThat(sink.rows()).hasSize(2);
        assertThat(sink.batches.getFirst().recordedAt).startsWith(Times.MISSING, Times.MISSING);
    }

    @Test
    void aMalformedLineCostsThatLineOnly() throws IOException {
        String text =
                "m latency_ms=1 10\r\n# comment\n\n  \nm,t= latency_ms=2 11\r\nm latency_ms=3 12\n";

        assertThat(seen(text))
                .containsExactlyInAnyOrder(
                        new Seen(origin(1, 0), "m latency_ms=1 10", false, 1),
                        new Seen(origin(5, 33), "m,t= latency_ms=2 11", true, Double.NaN),
                        new Seen(origin(6, 55), "m latency_ms=3 12", false, 3));
        KpiBatch batch = read(text).batches.getFirst();
        assertThat(batch.problems)
                .containsExactly(
                        new KpiBatch.Problem(
                                0,
                                "",
                                "latency_ms=2 11",
                                "a value of the tag, at byte 4 of the row"));
    }

    @Test
    void aStringMayGoOverLinesAndAnOpenOneCostsItsLineOnly() throws IOException {
        String text =
                "m latency_ms=1,s=\"a\nb # c\n\" 10\nm s=\"open,latency_ms=2 11\nm latency_ms=3,s=\"x\" 12\n"
                        + "m latency_ms=4 13\nm s=\"to the end";

        assertThat(seen(text))
                .containsExactlyInAnyOrder(
                        new Seen(origin(1, 0), "m latency_ms=1,s=\"a\nb # c\n\" 10", false, 1),
                        new Seen(origin(4, 31), "m s=\"open,latency_ms=2 11", true, Double.NaN),
                        new Seen(origin(5, 57), "m latency_ms=3,s=\"x\" 12", false, 3),
                        new Seen(origin(6, 81), "m latency_ms=4 13", false, 4),
                        new Seen(origin(7, 99), "m s=\"to the end", true, Double.NaN));
        RawRows raw = new RawRows();
        for (Seen seen : seen(text)) {
            assertThat(raw.read(seen.origin, JobContext.NONE)).isEqualTo(seen.raw);
        }
    }

    @Test
    void whatIsNoTextIsMalformed() throws IOException {
        byte[] bytes =
                "m latency_ms=1 10\nm s=\"?\" 11\nm s=\"\0\" 12\nm latency_ms=4 13"
                        .getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        CollectingSink sink = Rows.read(Files.write(folder.resolve("points.lp"), bytes));

        assertThat(sink.rows()).hasSize(4);
        assertThat(sink.batches.getFirst().problems)
                .extracting(KpiBatch.Problem::found)
                .containsExactly("byte 0xFF", "a zero byte");
    }

    @Test
    void aByteOrderMarkIsPassedOverAndGzipOpened() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("a.gz"), Rows.gzip("\uFEFF" + KPI + "\nm latency_ms=1 1"));
        CollectingSink sink = Rows.read(file);

        assertThat(sink.row(0).origin().byteOffset()).isEqualTo(3);
        assertThat(sink.row(0).batch().raw(0)).isEqualTo(KPI);
        assertThat(sink.row(1).origin().byteOffset()).isEqualTo(3 + KPI.length() + 1);
        assertThat(new RawRows().read(sink.row(1).origin(), JobContext.NONE))
                .isEqualTo("m latency_ms=1 1");
    }

    @Test
    void definitionsBeforeThePointsArePassedOver() throws IOException {
        CollectingSink sink =
                read(
                        "# DDL\nCREATE DATABASE x WITH NAME autogen\n# DML\n# CONTEXT-DATABASE:x\nm latency_ms=1 1\n");

        assertThat(sink.rows()).hasSize(1);
        assertThat(sink.row(0).origin().line()).isEqualTo(5);
        assertThat(sink.rejects).isEmpty();
    }

    @Test
    void tagsThatClashGetAnotherName() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("points.lp"),
                        "m,a=1,time=2,measurement=3 a=4,latency_ms=5 7");

        assertThat(SeriesRowList.read(new LineProtocolFormat(), file, Mapping.identity()).rows)
                .singleElement()
                .hasToString(
                        "{\"measurement\":\"m\",\"a\":4.0,\"measurement_1\":\"3\",\"time_1\":\"2\","
                                + "\"a_1\":\"1\",\"latency_ms\":5.0,\"time\":\"1970-01-01T00:00:07Z\"}");
    }

    @Test
    void aMappingTakesFieldsFromTagsFieldsTimeAndMeasurement() throws IOException {
        Mapping mapping =
                Mapping.parse(
                        """
                        {"name":"n","ids":"name-based","fields":{
                          "task_id":{"from":"run"},"agent_id":{"from":"host"},"target_agent_type":{"from":"measurement"},
                          "latency_ms":{"from":"took","convert":"s->ms"},"custom_metrics.load":{"from":"load"}}}
                        """,
                        "mapping.json");
        KpiBatch batch =
                read("llm,host=node-1,run=r1,load=3 took=1.5 " + NANOS, mapping).batches.getFirst();

        assertThat(batch.latencyMs[0]).isEqualTo(1500);
        assertThat(batch.types).containsExactly("llm");
        assertThat(batch.recordedAt[0]).isEqualTo(MICROS);
        assertThat(batch.agentId(0)).isEqualTo(UuidText.ofForeignId("agent_id", "node-1"));
        assertThat(Rows.custom(batch, "load", 0)).isEqualTo(3);
    }

    @Test
    void otherEntitiesTakeTheTimeTheyHave() throws IOException {
        CollectingSink sink =
                read(
                        "results,task_id="
                                + Rows.TASK
                                + " success=t,execution_time_ms=5 "
                                + NANOS
                                + "\nhealth status=\"ok\",active_agents=3i "
                                + NANOS
                                + "\ncpu,host=a usage_idle=3 "
                                + NANOS);

        assertThat(sink.entities.getFirst().results().getFirst().completedAt()).isEqualTo(MICROS);
        assertThat(sink.entities.getFirst().health().getFirst().recordedAt()).isEqualTo(MICROS);
        assertThat(sink.rejects)
                .singleElement()
                .satisfies(reject -> assertThat(reject.raw()).startsWith("cpu,host=a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpu,host=a usage=1 5",
                "# comment\n\nm f=\"multi\nline\" 5\n",
                "m,t= f=1 5\n",
                "m,t=1 f=1 5 6\nm f=\"x",
                "m f=NaN"
            })
    void isRecognisedByItsContent(String text) throws IOException {
        SourceFile file = new Ingest(1).sniff(Files.writeString(folder.resolve("any.txt"), text));

        assertThat(file.format()).isEqualTo("line-protocol");
        assertThat(file.mainKind()).isEqualTo(EntityKind.KPI_REPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_id,agent_id,latency_ms\na b=1,c,2\n",
                "a,b c=d\n1,2\n3,4\n5,6\n",
                "name;x y=1\n1;2\n",
                "{\"latency_ms\": 1, \"a b=\":2}\n",
                "when,what\n2026-01-01 10:00:00,x=1\n"
            })
    void otherTextIsNot(String text) throws IOException {
        assertThat(new Ingest(1).sniff(Files.writeString(folder.resolve("any.txt"), text)).format())
                .isNotEqualTo("line-protocol");
    }

    @Test
    void theEndingOfItsNameTellsWhereTheContentDoesNot() throws IOException {
        assertThat(
                        new Ingest(1)
                                .sniff(
                                        Files.writeString(
                                                folder.resolve("bad.lp"), "measurement\nother\n"))
                                .format())
                .isEqualTo("line-protocol");
    }

    @Test
    void theTableHasTypedColumnsAndNamesTheFirstFault() throws IOException {
        Ingest ingest = new Ingest(1);
        Path good =
                Files.writeString(
                        folder.resolve("a.lp"), "m,t=x f=1.5,g=2i,h=t,s=\"q\" 10\nm,t=y g=3i 11\n");
        PlainTable table = ingest.table(ingest.sniff(good), 10, JobContext.NONE);
        List<List<String>> rows = new ArrayList<>();
        table.rows(
                cells -> {
                    rows.add(cells.stream().map(String::valueOf).toList());
                    return true;
                },
                JobContext.NONE);

        assertThat(table.columns()).containsExactly("measurement", "t", "f", "g", "h", "s", "time");
        assertThat(rows)
                .containsExactly(
                        List.of("m", "x", "1.5", "2", "true", "q", "1970-01-01T00:00:10Z"),
                        List.of("m", "y", "null", "3", "null", "null", "1970-01-01T00:00:11Z"));

        Path bad = Files.writeString(folder.resolve("b.lp"), "m f=1 10\nm f= 11\n");
        SourceFile file = ingest.sniff(bad);
        assertThatThrownBy(() -> ingest.table(file, 1, JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b.lp, line 2, byte 9")
                .hasMessageContaining("a value of the field, at byte 4 of the row");
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedInTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("m,t=").append(i).append(" f=1 ").append(i).append('\n');
        }
        InputStream in = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        Pivot pivot = new Pivot("points.lp", 1 << 20, Long.MAX_VALUE);

        assertThatThrownBy(() ->
                        new LineProtocolReader(null, pivot)
                                .read(in, "points.lp", new SeriesRowList()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("points.lp: its rows are put together")
                .hasMessageContaining("more than 1 MB of memory. Split the file by time");
    }
}
