package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows read from their bytes say what the same rows say as objects, however they are spelled. */
class FastCsvRowTest {
    private static final long SEED = 20260131;
    private static final List<String> COLUMNS =
            List.of(
                    "task_id",
                    "agent_id",
                    "latency_ms",
                    "accuracy",
                    "cpu_usage",
                    "memory_mb",
                    "network_bytes",
                    "custom_metrics.tokens in",
                    "custom_metrics.cost",
                    "recorded_at",
                    "execution_context.hostname",
                    "execution_context.cpu_cores",
                    "execution_context.resources.gpu_utilization",
                    "source_layer",
                    "target_agent_type",
                    "priority",
                    "gpu_utilization",
                    "note");
    private static final String[] NUMBERS = {
        "1",
        "0",
        "12.5",
        "0.25",
        "1e3",
        "1E-3",
        "-1",
        "+2",
        "007",
        "1.",
        ".5",
        "-0",
        " 3 ",
        "abc",
        "",
        "1,234",
        "1234567890123456789",
        "99999999999999999999",
        "1e400",
        "NaN",
        "\"4\"",
        "5.0"
    };
    private static final String[] TEXTS = {
        "a",
        "ä",
        " b ",
        "\"c, d\"",
        "\"say \"\"hi\"\"\"",
        "",
        "true",
        "FALSE",
        "nulls",
        "12",
        "3.5",
        "2026-01-31",
        "{}",
        "[1]",
        "{\"x\":1}",
        "x'y",
        "'q'",
        "\u00A0"
    };
    private static final String[] TIMES = {
        "2026-01-31T23:59:59.000001Z", "2026-01-31T23:59:59+01:00", "1769903999", "1769903999000",
        "1769903999.5", "soon", "", "2026-01-31"
    };
    private static final String[] LEVELS = {
        "High", "low", "75", "075", "75.0", "50 ", "", "urgent"
    };

    @TempDir Path folder;

    private static String cell(int column, Random random) {
        boolean odd = random.nextInt(6) == 0;
        return switch (COLUMNS.get(column)) {
            case "task_id", "agent_id" ->
                    odd
                            ? TEXTS[random.nextInt(TEXTS.length)]
                            : new UUID(7, random.nextInt(9)).toString();
            case "recorded_at" -> odd ? TIMES[random.nextInt(TIMES.length)] : TIMES[0];
            case "priority" -> LEVELS[random.nextInt(LEVELS.length)];
            case "source_layer", "target_agent_type", "execution_context.hostname", "note" ->
                    TEXTS[odd ? random.nextInt(TEXTS.length) : 0];
            default -> odd ? NUMBERS[random.nextInt(NUMBERS.length)] : NUMBERS[random.nextInt(5)];
        };
    }

    private static Map<String, Object> said(KpiBatch batch, int row) {
        Map<String, Object> said = new TreeMap<>();
        said.put("hash", batch.contentHash[row]);
        said.put("task", batch.taskHi[row] + " " + batch.taskLo[row]);
        said.put("agent", batch.agent[row] < 0 ? "" : batch.agents.get(batch.agent[row]));
        said.put("at", batch.recordedAt[row]);
        said.put("latency", batch.latencyMs[row]);
        said.put("accuracy", batch.accuracy[row]);
        said.put("cpu", batch.cpuUsage[row]);
        said.put("memory", batch.memoryMb[row]);
        said.put("network", batch.networkBytes[row]);
        said.put("gpu", batch.gpu[row]);
        said.put("priority", batch.priority[row]);
        said.put("flags", batch.flags[row]);
        said.put("host", batch.host[row] < 0 ? "" : batch.hosts.get(batch.host[row]));
        said.put("type", batch.type[row] < 0 ? "" : batch.types.get(batch.type[row]));
        said.put("layer", batch.layer[row] < 0 ? "" : batch.layers.get(batch.layer[row]));
        said.put("context", String.valueOf(batch.context(row)));
        batch.custom.forEach((name, values) -> said.put("custom " + name, values[row]));
        said.put(
                "origin", batch.offset[row] + " " + batch.lineIndex[row] + " " + batch.length[row]);
        said.put(
                "problems",
                batch.problems.stream()
                        .filter(problem -> problem.row() == row)
                        .map(problem -> problem.field() + problem.found())
                        .toList());
        return said;
    }

    private static List<Map<String, Object>> rows(ParsedChunk chunk) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (KpiBatch batch : chunk.kpis()) {
            for (int i = 0; i < batch.rows; i++) {
                rows.add(said(batch, i));
            }
        }
        return rows;
    }

    @Test
    void everySpellingSaysTheSame() throws IOException {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (int row = 0; row < 3000; row++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                cells.add(cell(i, random));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("a.csv"), text);
        CsvDialect dialect = Objects.requireNonNull(new Ingest(1).sniff(file).dialect());
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Chunk chunk =
                new Chunk(Arrays.copyOf(bytes, bytes.length + Chunk.PADDING), bytes.length, 0);

        ParsedChunk fast = new CsvParser("a.csv", dialect, Mapping.identity(), true).parse(chunk);
        ParsedChunk slow = new CsvParser("a.csv", dialect, Mapping.identity(), false).parse(chunk);

        assertThat(dialect.decimalComma()).isFalse();
        assertThat(rows(fast)).isEqualTo(rows(slow));
    }

    @Test
    void ordinaryRowsNeedNoObjects() {
        String line =
                "11111111-2222-4333-8444-555555555555,aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,12.5,2026-01-31T00:00:00Z,n1,High";
        List<String> columns =
                List.of(
                        "task_id",
                        "agent_id",
                        "latency_ms",
                        "recorded_at",
                        "execution_context.hostname",
                        "priority");
        byte[] bytes =
                Arrays.copyOf(
                        (line + "\n").getBytes(StandardCharsets.UTF_8),
                        line.length() + 1 + Chunk.PADDING);
        CsvRecord record = new CsvRecord();
        new CsvScanner(CsvSpelling.COMMAS)
                .scan(bytes, 0, line.length() + 1, true, false, null, record);
        CsvDialect dialect =
                new CsvDialect(
                        CsvSpelling.COMMAS,
                        CsvProfile.NONE,
                        false,
                        columns,
                        List.of(),
                        0,
                        0,
                        false);
        CsvCells cells = new CsvCells(dialect, Set.of());
        RowTarget target = new RowTarget(new KpiBatchBuilder("a", null, 0, 1));

        assertThat(
                        new FastCsvRow(FastCsvColumns.of(columns), cells, Mapping.identity())
                                .write(record, target))
                .isTrue();
        assertThat(target.batch.latencyMs[0]).isEqualTo(12.5);
        assertThat(target.batch.priority[0]).isEqualTo(75);
        assertThat(target.batch.build().hosts).containsExactly("n1");
    }
}
