package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes points to real databases, exports them, imports the export and compares value by value.
 * Run with {@code ./mvnw -Preal-software test}; a database that is not installed is passed over.
 */
@Tag("real-software")
class RealDatabasesTest {
    private static final long SEED = 20260131;
    private static final int POINTS = 3000;

    /** Within the range that VictoriaMetrics keeps, 2026-01-31T09:00:00Z in ms. */
    private static final long START = 1769850000000L;

    @TempDir Path folder;

    /**
     * Points of runs with names that need escapes.
     *
     * @param decimals of the numbers
     */
    private static String points(int decimals) {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder();
        String[] hosts = {"node\\ 1", "a\\,b", "c\\=d", "\u00e9\u4e16", "q\"q", "back\\slash"};
        for (int i = 0; i < POINTS; i++) {
            text.append("kpi,task_id=")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append(",agent_id=00000000-0000-4000-8000-00000000000")
                    .append(random.nextInt(10))
                    .append(",execution_context.hostname=")
                    .append(hosts[random.nextInt(hosts.length)])
                    .append(",source_layer=layer2,target_agent_type=planner,priority=75")
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    " latency_ms=%s,accuracy=%s,memory_mb=%d,network_bytes=%di,execution_context.cpu_cores=4i",
                                    number(Math.exp(4 + random.nextGaussian()), decimals),
                                    number(random.nextDouble(), decimals),
                                    200 + random.nextInt(800),
                                    random.nextInt() & 0x7FFFFFFF));
            if (i % 3 > 0) {
                text.append(",cpu_usage=").append(number(random.nextDouble(), decimals));
            }
            if (i % 2 > 0) {
                text.append(",custom_metrics.tokens_in=")
                        .append(random.nextInt(100_000))
                        .append('i');
            }
            text.append(' ').append(START + 1000L * i + random.nextInt(1000)).append('\n');
        }
        return text.toString();
    }

    private static String number(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static void assertSame(Map<String, String> found, Map<String, String> written) {
        assertThat(found.keySet()).isEqualTo(written.keySet());
        written.forEach((task, run) -> assertThat(found.get(task)).as(task).isEqualTo(run));
    }

    private Map<String, String> written(String points) throws IOException {
        Map<String, String> runs =
                ImportedRuns.of(
                        Files.writeString(folder.resolve("points.lp"), points), Mapping.identity());
        assertThat(runs).hasSize(POINTS);
        return runs;
    }

    @Test
    void victoriaMetricsGivesBackWhatWasWritten() throws IOException, InterruptedException {
        int port = RealProgram.freePort();
        try (RealProgram database =
                RealProgram.start(
                        port,
                        "starting http server at http://127.0.0.1",
                        "victoria-metrics",
                        List.of(
                                "victoria-metrics",
                                "-storageDataPath=" + folder.resolve("vm"),
                                "-httpListenAddr=127.0.0.1:" + port,
                                "-retentionPeriod=100y"))) {
            // It keeps about twelve significant digits of a number.
            String points = points(6);
            // Written twice: what is stored twice is exported twice.
            for (int i = 0; i < 2; i++) {
                assertThat(database.post("/write?precision=ms", points).statusCode())
                        .isEqualTo(204);
                assertThat(database.get("/internal/force_flush", "*/*").statusCode())
                        .isEqualTo(200);
            }
            String export =
                    database.get(
                                    "/api/v1/export?match%5B%5D="
                                            + RealProgram.encoded("{__name__!=\"\"}"),
                                    "*/*")
                            .body();

            Path file = Files.writeString(folder.resolve("export.jsonl"), export);
            assertSame(ImportedRuns.of(file, Mapping.identity()), written(points));
        }
    }

    private RealProgram influx() throws IOException {
        int port = RealProgram.freePort();
        Path config = folder.resolve("influxdb.conf");
        Files.writeString(
                config,
                """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                  dir = "%s"
                [data]
                  dir = "%s"
                  wal-dir = "%s"
                [http]
                  bind-address = "127.0.0.1:%d"
                [monitor]
                  store-enabled = false
                """
                        .formatted(
                                RealProgram.freePort(),
                                folder.resolve("meta"),
                                folder.resolve("data"),
                                folder.resolve("wal"),
                                port));
        return RealProgram.start(
                port,
                "Listening on HTTP",
                "influxdb",
                List.of("influxd", "run", "-config", config.toString()));
    }

    private static String query(String text) {
        return "/query?db=fleet&epoch=ns&q=" + RealProgram.encoded(text);
    }

    @Test
    void influxDbGivesBackWhatWasWritten() throws IOException, InterruptedException {
        try (RealProgram database = influx()) {
            String points = points(17);
            database.post(query("CREATE DATABASE fleet"), "");
            assertThat(database.post("/write?db=fleet&precision=ms", points).statusCode())
                    .isEqualTo(204);
            String answer = database.get(query("SELECT * FROM kpi"), "application/csv").body();

            Path file = Files.writeString(folder.resolve("answer.csv"), answer);
            Mapping mapping = Mapping.parse(CapturedSeriesTest.INFLUX_CSV_MAPPING, "mapping.json");
            assertSame(ImportedRuns.of(file, mapping), written(points));
        }
    }

    /** Lines about which the two agree: what one takes the other takes, with the same values. */
    private static List<String> lines() {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "m,t=a f=1 5",
                                " m  f=1  5  ",
                                "m f=1,f=2 5",
                                "m,a=1 a=2 5",
                                "m,t=1,t=2 f=1 5",
                                "m,t= f=1 5",
                                "m,t=,u=1 f=1 5",
                                "m,=1 f=1 5",
                                "m,t f=1 5",
                                "m,t=a=b f=1 5",
                                "m,t=a\\=b f=1 5",
                                "a\\,b\\ c,k\\,1\\ x\\=y=v\\,1\\ x\\=y f\\,1\\ x\\=y=2i 5",
                                "m,t=a\\ f=1 5",
                                "m,t=a\\\\ f=1 5",
                                "m,t=a\\\\,u=b f=1 5",
                                "m,t=C:\\dir f=\"\\n \\\\ \\\" \\x\" 5",
                                "m,t=\"q\" \"k\"=1 5",
                                "m f=\"a,b=c d\ne\",g=f 5",
                                "m f=\"\" 5",
                                "m",
                                "m ",
                                "m f",
                                "m f= 5",
                                "m f=1, 5",
                                "m =1 5",
                                "m f=1 5 6",
                                "m f=1 5.0",
                                "m f=1 9223372036854775808",
                                "m f=1 -5",
                                "m f=\"a 5",
                                ",t=1 f=1 5",
                                "m#x f=1 5"));
        for (String value :
                List.of(
                        "9223372036854775807i",
                        "-9223372036854775808i",
                        "9223372036854775808i",
                        "1.5i",
                        "i",
                        "1e400",
                        "NaN",
                        "nan",
                        "Inf",
                        "-Inf",
                        "+Inf",
                        "+1",
                        "1e",
                        "1e+",
                        "1e5",
                        "1E5",
                        "1e+5",
                        "1e-5",
                        ".",
                        "-",
                        ".5",
                        "5.",
                        "-.5",
                        "1.1.1",
                        "0x1",
                        "1_0",
                        "1I",
                        "1iu",
                        "tRUE",
                        "yes",
                        "t",
                        "T",
                        "true",
                        "True",
                        "TRUE",
                        "f",
                        "F",
                        "false",
                        "False",
                        "FALSE",
                        "007",
                        "007i",
                        "-0",
                        "-0i",
                        "123456789012345678901234567890",
                        "1d",
                        "--1",
                        "\t1")) {
            lines.add("m f=" + value + " 5");
        }
        return lines;
    }

    @Test
    void influxDbTakesAndRefusesTheSameLines() throws IOException, InterruptedException {
        try (RealProgram database = influx()) {
            for (String line : lines()) {
                database.post(query("DROP DATABASE fleet"), "");
                database.post(query("CREATE DATABASE fleet"), "");
                int status = database.post("/write?db=fleet&precision=ns", line).statusCode();
                ReferenceLineProtocol.Point parsed;
                try {
                    parsed = ParsedPoints.parse(line);
                } catch (MalformedRowException e) {
                    assertThat(status).as(line).isEqualTo(400);
                    continue;
                }
                assertThat(status).as(line).isEqualTo(204);
                String stored =
                        database.get(query("SELECT * FROM /.*/ GROUP BY *"), "application/json")
                                .body();
                assertStored(JsonRow.MAPPER.readTree(stored), parsed, line);
            }
        }
    }

    private static void assertStored(
            JsonNode answer, ReferenceLineProtocol.Point point, String line) {
        JsonNode series = answer.at("/results/0/series/0");
        assertThat(series.path("name").textValue()).as(line).isEqualTo(point.measurement());
        Map<String, String> tags = new HashMap<>();
        series.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().textValue()));
        assertThat(tags).as(line).isEqualTo(point.tags());
        assertThat(series.at("/values/0/0").longValue()).as(line).isEqualTo(point.time());
        for (int i = 1; i < series.path("columns").size(); i++) {
            Object value = point.fields().get(series.path("columns").get(i).textValue());
            JsonNode stored = series.at("/values/0/" + i);
            switch (value) {
                case Long whole -> assertThat(stored.longValue()).as(line).isEqualTo(whole);
                case Boolean flag -> assertThat(stored.booleanValue()).as(line).isEqualTo(flag);
                case String text -> assertThat(stored.textValue()).as(line).isEqualTo(text);
                case Double real ->
                        assertThat(stored.doubleValue() + 0.0).as(line).isEqualTo(real + 0.0);
                case null, default -> throw new AssertionError(line + ": " + value);
            }
        }
        assertThat(series.path("columns").size() - 1).as(line).isEqualTo(point.fields().size());
    }
}
