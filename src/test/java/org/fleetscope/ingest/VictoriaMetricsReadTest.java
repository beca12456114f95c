package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VictoriaMetricsReadTest {
    private static final long SEED = 20260131;

    @TempDir Path folder;

    private static String line(String name, String labels, String values, String times) {
        return "{\"metric\":{\"__name__\":\"%s\"%s},\"values\":[%s],\"timestamps\":[%s]}"
                .formatted(name, labels.isEmpty() ? "" : "," + labels, values, times);
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("export.jsonl"), String.join("\n", lines));
    }

    private SeriesRowList read(String... lines) throws IOException {
        return SeriesRowList.read(new VictoriaMetricsFormat(), file(lines), Mapping.identity());
    }

    @Test
    void seriesOfTheSameLabelsAndTimeMakeARow() throws IOException {
        SeriesRowList list =
                read(
                        line("a_x", "\"h\":\"1\"", "5,4", "2000,1000"),
                        line("b_y", "\"h\":\"1\"", "7", "1000"),
                        line("a_x", "\"h\":\"1\"", "6,4.5", "3000,1000"),
                        line("a_x", "\"h\":\"2\"", "8", "1000"));

        assertThat(list.texts())
                .containsExactly(
                        "{\"h\":\"1\",\"a_x\":5.0,\"time\":\"1970-01-01T00:00:02Z\"}",
                        "{\"h\":\"1\",\"b_y\":7.0,\"a_x\":4.5,\"time\":\"1970-01-01T00:00:01Z\"}",
                        "{\"h\":\"1\",\"a_x\":6.0,\"time\":\"1970-01-01T00:00:03Z\"}",
                        "{\"h\":\"2\",\"a_x\":8.0,\"time\":\"1970-01-01T00:00:01Z\"}");
        assertThat(list.places).extracting(RowOutput.Place::line).containsExactly(1L, 1L, 3L, 4L);
    }

    @Test
    void nullIsMissingAndInfinityIsNot() throws IOException {
        SeriesRowList list =
                read(
                        line(
                                "x",
                                "",
                                "null,\"Infinity\",\"-Infinity\",1e-3,-0",
                                "1,2,3,4,1700000000123"));

        assertThat(list.rows.get(0).has("x")).isFalse();
        assertThat(list.rows.get(1).get("x").doubleValue()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(list.rows.get(2).get("x").doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(list.rows.get(3).get("x").doubleValue()).isEqualTo(0.001);
        assertThat(list.rows.get(4).get("time").textValue()).isEqualTo("2023-11-14T22:13:20.123Z");
    }

    @Test
    void aMalformedLineCostsThatLineOnly() throws IOException {
        String good = line("x", "", "1", "1");
        SeriesRowList list =
                read(
                        good,
                        "",
                        line("x", "", "1,2", "2"),
                        "{\"metric\":{\"__name__\":\"x\"},\"values\":[1",
                        "{\"metric\":{\"a\":\"b\"},\"values\":[1],\"timestamps\":[3]}",
                        line("x", "", "\"no\"", "4"),
                        line("x", "", "1", "4.5"),
                        line("x", "", "1", "9999999999999999"),
                        "[]",
                        line("x", "\"l\":5", "1", "4"),
                        line("x", "", "1", "5"));

        assertThat(list.rows).hasSize(2);
        assertThat(list.faults)
                .extracting(fault -> fault.place().line())
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(list.faults)
                .extracting(SeriesRowList.Fault::found)
                .containsExactly(
                        "2 values and 1 timestamps",
                        "no JSON",
                        "no __name__",
                        "no",
                        "4.5",
                        "9999999999999999 ms",
                        "[",
                        "5");
        assertThat(list.faults.get(3).expected())
                .isEqualTo("a number, null, \"Infinity\" or \"-Infinity\", at byte 37 of the row");
        assertThat(list.faults.get(0).place().offset()).isEqualTo(good.length() + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "'kpi_latency_ms,kpi_accuracy,kpi_other', '', 'latency_ms,accuracy,other'",
        "'latency_ms,kpi_accuracy', '', 'latency_ms,kpi_accuracy'",
        "'a_latency_ms,b_latency_ms', '', 'a_latency_ms,b_latency_ms'",
        "'kpi.latency_ms,kpi.custom_metrics.a', '', 'latency_ms,custom_metrics.a'",
        "'xlatency_ms,x_other', '', 'xlatency_ms,x_other'",
        "'kpi_latency_ms,kpi_took', 'kpi_took', 'latency_ms,kpi_took'",
        "'kpi_latency_ms,kpi_', '', 'latency_ms,kpi_'"
    })
    void aPrefixThatTheMetricsShareIsLeftOut(String names, String kept, String expected) {
        List<String> all = List.of(names.split(","));
        VictoriaMetricsNames naming =
                VictoriaMetricsNames.of(all, kept.isEmpty() ? Set.of() : Set.of(kept));

        assertThat(String.join(",", all.stream().map(naming).toList())).isEqualTo(expected);
    }

    private static final String LABELS =
            "\"task_id\":\"%s\",\"agent_id\":\"%s\",\"execution_context.hostname\":\"h\",\"priority\":\"75\""
                    .formatted(Rows.TASK, Rows.AGENT);

    @Test
    void rowsBecomeKpiReports() throws IOException {
        Path file =
                file(
                        line("kpi_latency_ms", LABELS, "12.5", "1769903999123"),
                        line("kpi_network_bytes", LABELS, "1024", "1769903999123"),
                        line("kpi_execution_context.cpu_cores", LABELS, "4", "1769903999123"),
                        line("kpi_custom_metrics.tokens_in", LABELS, "12", "1769903999123"));
        CollectingSink sink = Rows.read(file);
        KpiBatch batch = sink.batches.getFirst();

        assertThat(batch.rows).isEqualTo(1);
        assertThat(batch.taskId(0)).hasToString(Rows.TASK);
        assertThat(batch.latencyMs[0]).isEqualTo(12.5);
        assertThat(batch.networkBytes[0]).isEqualTo(1024);
        assertThat(batch.priority[0]).isEqualTo(75);
        assertThat(batch.recordedAt[0]).isEqualTo(1769903999123000L);
        assertThat(Rows.custom(batch, "tokens_in", 0)).isEqualTo(12);
        assertThat(batch.has(0, KpiBatch.CONTEXT_RESOURCES)).isTrue();
        assertThat(batch.origin(0)).isEqualTo(new RowOrigin(file.toString(), 1, 0));
        assertThat(batch.raw(0)).startsWith("{\"agent_id\":").contains("\"latency_ms\":12.5");
        assertThat(new RawRows().read(batch.origin(0), JobContext.NONE))
                .isEqualTo(line("kpi_latency_ms", LABELS, "12.5", "1769903999123"));
    }

    @Test
    void aMappingTakesFieldsByTheNamesInTheFile() throws IOException {
        Mapping mapping =
                Mapping.parse(
                        """
                        {"name":"n","ids":"name-based","fields":{
                          "task_id":{"from":"run"},"agent_id":{"from":"host"},
                          "latency_ms":{"from":"app_duration_seconds","convert":"s->ms"}}}
                        """,
                        "mapping.json");
        Path file =
                file(line("app_duration_seconds", "\"host\":\"a\",\"run\":\"r\"", "0.25", "1000"));
        KpiBatch batch = Rows.read(file, mapping, 1 << 20).batches.getFirst();

        assertThat(batch.latencyMs[0]).isEqualTo(250);
        assertThat(batch.recordedAt[0]).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric\":{\"__name__\":\"x\"},\"values\":[1],\"timestamps\":[1]}",
                "\n { \"timestamps\" : [1], \"values\" : [1], \"metric\" : {} }",
                "{\"metric\":{\"__name__\":\"x\"},\"values\":[1"
            })
    void isRecognisedByItsContent(String text) throws IOException {
        assertThat(new Ingest(1).sniff(file(text)).format()).isEqualTo("victoriametrics");
    }

    @Test
    void otherJsonIsNot() throws IOException {
        for (String text :
                List.of(
                        Rows.kpi(5),
                        "{\"metric\":\"cpu\",\"values\":[1]}",
                        "{\"metric\":{},\"latency_ms\":1}",
                        "{\"values\":[1],\"latency_ms\":1}")) {
            assertThat(new Ingest(1).sniff(file(text)).format()).as(text).isEqualTo("ndjson");
        }
    }

    private record Key(Map<String, String> labels, long time) {}

    @Test
    void anyCuttingOfSeriesIntoLinesGivesTheSameRows() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            Map<Key, Map<String, Double>> expected = new HashMap<>();
            List<String> lines = new ArrayList<>();
            for (int series = 0; series < 6; series++) {
                String name = "n" + random.nextInt(3);
                Map<String, String> labels = new TreeMap<>();
                for (int l = random.nextInt(3); l > 0; l--) {
                    labels.put("l" + random.nextInt(3), "é\"\\" + random.nextInt(2));
                }
                ObjectNode line = JsonRow.MAPPER.createObjectNode();
                ObjectNode metric = line.putObject("metric").put("__name__", name);
                labels.forEach(metric::put);
                List<Long> times = new ArrayList<>();
                for (int i = random.nextInt(5); i >= 0; i--) {
                    times.add((long) random.nextInt(6) * 1500);
                }
                Collections.shuffle(times, random);
                var values = JsonRow.MAPPER.createArrayNode();
                for (long time : times) {
                    double value = random.nextGaussian();
                    values.add(value);
                    expected.computeIfAbsent(new Key(labels, time), k -> new HashMap<>())
                            .put(name, value);
                }
                line.set("values", values);
                line.set("timestamps", JsonRow.MAPPER.valueToTree(times));
                lines.add(line.toString());
            }
            SeriesRowList list = read(lines.toArray(String[]::new));

            Map<Key, Map<String, Double>> found = new HashMap<>();
            for (ObjectNode row : list.rows) {
                Map<String, String> labels = new TreeMap<>();
                Map<String, Double> values = new HashMap<>();
                for (Map.Entry<String, JsonNode> member : row.properties()) {
                    if (member.getKey().startsWith("l")) {
                        labels.put(member.getKey(), member.getValue().textValue());
                    } else if (member.getKey().startsWith("n")) {
                        values.put(member.getKey(), member.getValue().doubleValue());
                    }
                }
                long time = Instant.parse(row.get("time").textValue()).toEpochMilli();
                assertThat(found.put(new Key(labels, time), values)).isNull();
            }
            assertThat(found).isEqualTo(expected);
            assertThat(new HashSet<>(list.faults)).isEmpty();
        }
    }
}
