package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fleetscope.model.KpiBatch;
import org.junit.jupiter.api.Test;

/** Rows read from their bytes and rows read through Jackson must be the same rows. */
class FastKpiRowTest {
    private final Random random = new Random(42);

    @Test
    void agreesWithJacksonOnManyRows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            rows.add(row());
        }
        Chunk chunk = chunk(String.join("\n", rows));
        Mapping mapping = Mapping.identity();
        ParsedChunk fast = new NdjsonParser("f", mapping).parse(chunk);
        ParsedChunk slow = new NdjsonParser("f", mapping, null).parse(chunk);

        assertThat(fast.lines()).isEqualTo(slow.lines());
        assertThat(fast.rejects()).isEqualTo(slow.rejects());
        KpiBatch ours = fast.kpis().getFirst();
        KpiBatch theirs = slow.kpis().getFirst();
        assertThat(ours.rows).isEqualTo(theirs.rows).isGreaterThan(5500);
        for (int i = 0; i < ours.rows; i++) {
            assertThat(describe(ours, i)).isEqualTo(describe(theirs, i));
        }
        assertThat(ours.problems).isEqualTo(theirs.problems);
    }

    @Test
    void takesTheCommonSpellingItself() {
        FastKpiRow reader = new FastKpiRow(Mapping.identity());
        for (String row :
                List.of(
                        Rows.kpi(12.5),
                        Rows.kpi(1).replace(":", " : ").replace("23 : 59 : 59", "23:59:59"),
                        Rows.with(
                                "recorded_at",
                                "{\"secs_since_epoch\":1767225600,\"nanos_since_epoch\":5}"),
                        Rows.with("recorded_at", "1767225600123"),
                        Rows.with("unknown", "{\"a\":[1,{\"b\":null}],\"ü\":\"é\"}"))) {
            byte[] bytes = chunk(row).bytes();
            RowTarget target =
                    new RowTarget(new org.fleetscope.model.KpiBatchBuilder("f", bytes, 0, 1));
            assertThat(reader.read(bytes, 0, target))
                    .as(row)
                    .isEqualTo(row.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static Chunk chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + Chunk.PADDING);
        padded[bytes.length] = '\n';
        return new Chunk(padded, bytes.length, 0);
    }

    private static List<Object> describe(KpiBatch batch, int i) {
        List<Object> all =
                new ArrayList<>(
                        List.of(
                                batch.raw(i),
                                batch.recordedAt[i],
                                batch.taskHi[i],
                                batch.taskLo[i],
                                String.valueOf(batch.agentId(i)),
                                batch.latencyMs[i],
                                batch.accuracy[i],
                                batch.cpuUsage[i],
                                batch.memoryMb[i],
                                batch.networkBytes[i],
                                batch.gpu[i],
                                batch.priority[i],
                                name(batch.hosts, batch.host[i]),
                                name(batch.types, batch.type[i]),
                                name(batch.layers, batch.layer[i])));
        all.addAll(
                List.of(
                        batch.flags[i],
                        batch.lineIndex[i],
                        batch.offset[i],
                        batch.length[i],
                        batch.contentHash[i],
                        String.valueOf(batch.context(i)),
                        String.valueOf(batch.customText(i))));
        batch.custom.forEach((name, column) -> {
            if (!Double.isNaN(column[i])) {
                all.add(name + "=" + column[i]);
            }
        });
        Collections.sort(
                all.subList(22, all.size()), (a, b) -> a.toString().compareTo(b.toString()));
        return all;
    }

    private static String name(List<String> names, int code) {
        return code < 0 ? "-" : names.get(code);
    }

    private String row() {
        List<String> members = new ArrayList<>();
        member(members, "task_id", () -> quoted(uuid()), "null", "\"x\"", "5");
        member(members, "agent_id", () -> quoted(uuid()), "\"\"", "[]");
        member(members, "latency_ms", this::number, "\"12\"", "null", "{}");
        member(members, "accuracy", this::number, "\"NaN\"", "true");
        member(members, "cpu_usage", this::number, "null");
        member(members, "memory_mb", this::number, "-0", "-0.0", "1e999");
        member(
                members,
                "network_bytes",
                () -> "" + (random.nextLong() >>> random.nextInt(1, 60)),
                "12.0",
                "1e3",
                "-1",
                "1.5",
                "9223372036854775808",
                "\"1\"",
                "null");
        member(
                members,
                "custom_metrics",
                this::custom,
                "null",
                "[]",
                "{\"\":1}",
                "{\"a\":null}",
                "{\"a\":1,\"a\":2}");
        member(members, "recorded_at", this::time, "\"soon\"", "null", "1.5e9", "-5");
        member(members, "execution_context", this::context, "null", "\"x\"", "[]", "{}");
        member(
                members,
                "source_layer",
                () -> "\"layer" + random.nextInt(3) + "\"",
                "\" \"",
                "3",
                "\"\\u0041\"");
        member(
                members,
                "target_agent_type",
                () -> "\"typé" + random.nextInt(3) + "\"",
                "null",
                "\"\u00a0\"");
        member(
                members,
                "priority",
                () -> pick("\"High\"", "\"low\"", "50", "1"),
                "\"urgent\"",
                "51",
                "50.0",
                "null");
        if (random.nextInt(5) == 0) {
            members.add("\"gpu_utilization\":" + pick("0.5", "1.5", "-2", "\"x\"", "null"));
        }
        if (random.nextInt(5) == 0) {
            members.add(
                    "\"extra\":"
                            + pick(
                                    "1",
                                    "{\"a\":{\"b\":[1,2.50,\"c\",null,true]}}",
                                    "\"\\n\"",
                                    "[[]]"));
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(members, random);
        }
        if (random.nextInt(40) == 0) {
            members.add(members.getFirst());
        }
        String row = "{" + String.join(pick(",", ",", ", "), members) + "}";
        return switch (random.nextInt(60)) {
            case 0 -> row.substring(0, random.nextInt(row.length()));
            case 1 -> row + pick("x", " ", "\r", "{}");
            case 2 -> row.replace("0.", pick("00.", ".", "0.."));
            case 3 -> "";
            default -> row;
        };
    }

    private interface Text {
        String get();
    }

    private void member(List<String> members, String name, Text good, String... odd) {
        int dice = random.nextInt(100);
        if (dice == 0) {
            return;
        }
        members.add(quoted(name) + pick(":", ":", " : ") + (dice < 4 ? pick(odd) : good.get()));
    }

    private String uuid() {
        String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
        return random.nextInt(10) == 0 ? uuid.toUpperCase(java.util.Locale.ROOT) : uuid;
    }

    private String number() {
        return switch (random.nextInt(6)) {
            case 0 -> "" + random.nextInt(1000);
            case 1 -> "" + random.nextDouble();
            case 2 -> "" + random.nextGaussian() * 1e5;
            case 3 -> String.format(java.util.Locale.ROOT, "%.2e", random.nextDouble());
            case 4 -> "" + random.nextLong();
            default -> random.nextInt(10) + "." + random.nextInt(100) + "0";
        };
    }

    private String custom() {
        StringBuilder json = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append("\"m").append(i).append("\":").append(number()).append(i > 1 ? "," : "");
        }
        return json + "}";
    }

    private String time() {
        return pick(
                "\"2026-01-31T23:59:5"
                        + random.nextInt(10)
                        + "."
                        + random.nextInt(1, 999999)
                        + "Z\"",
                "\"2026-01-31 10:00:00+01:00\"",
                "1767225600",
                "1767225600123",
                "1767225600.5",
                "{\"secs_since_epoch\":17672256,\"nanos_since_epoch\":"
                        + random.nextInt(1000000000)
                        + "}",
                "{\"nanos_since_epoch\":1,\"secs_since_epoch\":17672256}");
    }

    private String context() {
        return "{"
                + pick(
                        "\"hostname\":\"node-" + random.nextInt(5) + "\"",
                        "\"hostname\":\" \"",
                        "\"hostname\":7",
                        "\"x\":1")
                + pick(
                        ",\"resources\":{\"cpu_cores\":4}",
                        ",\"resource_info\":{}",
                        ",\"cpu_cores\":2",
                        ",\"memory_mb\":\"2\"",
                        ",\"resources\":{\"gpu_utilization\":1.25},\"gpu_utilization\":-1",
                        ",\"resource_quota\":[1]",
                        ",\"note\":\"a\\\"b\"",
                        "")
                + "}";
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
