package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Speed of CSV on one thread, warm: {@code CsvParseBench [MB [ROUNDS]]}. Reads KPI rows with dotted
 * columns, and with their context as JSON text in a cell; prints megabytes a second for finding the
 * records, for parsing them, and for both, and the time that recognising the file takes.
 */
public final class CsvParseBench {
    private static final int AGENTS = 200;
    private static final int HOSTS = 40;
    private static final int CHUNK = 8 << 20;

    private CsvParseBench() {}

    public static void main(String[] args) throws IOException {
        int megabytes = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 6;
        for (boolean dotted : new boolean[] {true, false}) {
            Path file = Files.createTempFile("fleetscope-bench-", ".csv");
            try {
                byte[] text = text(megabytes << 20, dotted);
                Files.write(file, text);
                System.out.println(dotted ? "dotted columns" : "context as JSON");
                run(file, text, rounds);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void run(Path file, byte[] text, int rounds) throws IOException {
        Ingest ingest = new Ingest(1);
        CsvFormat format = new CsvFormat();
        for (int round = 0; round < rounds; round++) {
            long sniff = System.nanoTime();
            SourceFile source = ingest.sniff(file);
            sniff = System.nanoTime() - sniff;
            long find = System.nanoTime();
            byte[] bytes = Arrays.copyOf(text, text.length + Chunk.PADDING);
            bytes[text.length] = '\n';
            int end = format.rowEnds(source).last(bytes, 0, text.length);
            find = System.nanoTime() - find;
            long objects = System.nanoTime();
            String name = file.toString();
            CsvDialect dialect = Objects.requireNonNull(source.dialect());
            parse(new CsvParser(name, dialect, Mapping.identity(), false), bytes, end);
            objects = System.nanoTime() - objects;
            long parse = System.nanoTime();
            long rows = parse(format.parser(source, Mapping.identity()), bytes, end);
            parse = System.nanoTime() - parse;
            System.out.printf(
                    Locale.ROOT,
                    "%8d rows: records %5.0f MB/s, parsing %5.0f MB/s (through objects %5.0f), both %5.0f MB/s, recognised in %3.0f ms%n",
                    rows,
                    end / (find / 1e3),
                    end / (parse / 1e3),
                    end / (objects / 1e3),
                    end / ((find + parse) / 1e3),
                    sniff / 1e6);
        }
    }

    private static long parse(ChunkParser parser, byte[] bytes, int end) {
        long rows = 0;
        for (int at = 0; at < end; ) {
            int to = Math.min(end, at + CHUNK);
            while (to < end && bytes[to - 1] != '\n') {
                to++;
            }
            byte[] part = Arrays.copyOfRange(bytes, at, to + Chunk.PADDING);
            part[to - at] = '\n';
            rows += parser.parse(new Chunk(part, to - at, at)).kpiRows();
            at = to;
        }
        return rows;
    }

    private static byte[] text(int size, boolean dotted) {
        Random random = new Random(20260131);
        UUID[] agents = new UUID[AGENTS];
        for (int i = 0; i < AGENTS; i++) {
            agents[i] = new UUID(random.nextLong(), random.nextLong());
        }
        StringBuilder text =
                new StringBuilder(
                        "task_id,agent_id,latency_ms,accuracy,cpu_usage,memory_mb,network_bytes,"
                                + "custom_metrics.tokens_in,custom_metrics.cost,recorded_at,"
                                + (dotted
                                        ? "execution_context.hostname,execution_context.cpu_cores"
                                        : "execution_context")
                                + ",source_layer,target_agent_type,priority\n");
        long at = 1_769_817_600_000_000L;
        while (text.length() < size) {
            int host = random.nextInt(HOSTS);
            at += random.nextInt(100_000);
            text.append(new UUID(random.nextLong(), random.nextLong())).append(',');
            text.append(agents[random.nextInt(AGENTS)]).append(',');
            text.append(random.nextInt(10_000_000) / 1000.0).append(',');
            text.append(random.nextInt(10_000) / 10_000.0).append(',');
            text.append(random.nextInt(10_000) / 10_000.0).append(',');
            text.append(random.nextInt(1_000_000) / 100.0).append(',');
            text.append(random.nextInt(1 << 24)).append(',');
            text.append(random.nextInt(5000)).append(',');
            text.append(random.nextInt(5000) / 10_000.0).append(',');
            text.append(Instant.ofEpochSecond(at / 1_000_000, at % 1_000_000 * 1000));
            text.append(
                    dotted
                            ? ",node-" + host + "," + 4 * (1 + host % 8)
                            : ",\"{\"\"hostname\"\":\"\"node-"
                                    + host
                                    + "\"\",\"\"resources\"\":{\"\"cpu_cores\"\":"
                                    + 4 * (1 + host % 8)
                                    + "}}\"");
            text.append(",layer").append(host % 4).append(",planner,High\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
