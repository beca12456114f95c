package org.fleetscope.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fleetscope.ingest.HeldArchive;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.UnrecognisedFileException;
import org.fleetscope.model.ReadOptions;

/**
 * Tells the CPU time of recognising files, each the first that a Java process looks at. Argument: a
 * folder for the files, which are made when they are not there (2 GB), and rounds. With one file
 * instead it is the process that looks.
 */
public final class SniffBench {
    private static final int MEGA = 1 << 20;

    private SniffBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path given = Path.of(args[0]);
        if (args.length == 1) {
            System.out.printf(Locale.ROOT, "%.0f%n", millis(given));
            return;
        }
        for (Map.Entry<String, Path> file : files(Files.createDirectories(given)).entrySet()) {
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < Integer.parseInt(args[1]); round++) {
                times.add(inOwnProcess(file.getValue()));
            }
            times.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%-32s median %5.0f ms, worst %5.0f ms%n",
                    file.getKey(),
                    times.get(times.size() / 2),
                    times.getLast());
        }
    }

    private static double inOwnProcess(Path file) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=4",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SniffBench.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(file + " could not be looked at");
        }
        return Double.parseDouble(answer.strip());
    }

    /** CPU time of this thread; for a folder or archive of all of its files. */
    private static double millis(Path path) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Ingest ingest = new Ingest(1);
        List<Path> all = Ingest.expand(List.of(path));
        try (HeldArchive archive = new HeldArchive()) {
            for (Path file : all) {
                archive.next(file);
                try {
                    ingest.sniff(file, ReadOptions.DEFAULTS);
                } catch (UnrecognisedFileException binary) {
                    continue;
                }
            }
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("CSV, 60 rows", make(folder.resolve("small.csv"), csv(60)));
        files.put("CSV, 10 000 columns", make(folder.resolve("wide.csv"), SniffBench::wide));
        files.put("CSV, 500 MB", make(folder.resolve("large.csv"), csv(6_500_000)));
        files.put(
                "CSV, semicolons, quotes", make(folder.resolve("quoted.csv"), SniffBench::quoted));
        files.put("NDJSON", make(folder.resolve("runs.ndjson"), ndjson(5000)));
        files.put(
                "NDJSON, gzip",
                make(
                        folder.resolve("runs.ndjson.gz"),
                        out -> {
                            try (OutputStream packed = new GZIPOutputStream(out)) {
                                ndjson(5000).to(packed);
                            }
                        }));
        files.put(
                "CSV, zstd",
                make(
                        folder.resolve("small.csv.zst"),
                        out -> {
                            try (OutputStream packed =
                                    new com.github.luben.zstd.ZstdOutputStream(out)) {
                                csv(5000).to(packed);
                            }
                        }));
        files.put("one line of 1 GB", make(folder.resolve("line.txt"), filled('x', 1024)));
        files.put(
                "JSON, one string of 1 GB",
                make(
                        folder.resolve("string.json"),
                        out -> {
                            out.write("{\"note\":\"".getBytes(StandardCharsets.UTF_8));
                            filled('x', 1024).to(out);
                            out.write("\"}".getBytes(StandardCharsets.UTF_8));
                        }));
        files.put(
                "JSON, numbers before the rows",
                make(
                        folder.resolve("numbers.json"),
                        out -> {
                            out.write("{\"matrix\":[0".getBytes(StandardCharsets.UTF_8));
                            byte[] numbers = ",1".repeat(MEGA).getBytes(StandardCharsets.UTF_8);
                            for (int i = 0; i < 20; i++) {
                                out.write(numbers);
                            }
                            out.write("]}".getBytes(StandardCharsets.UTF_8));
                        }));
        files.put("binary, 64 MB", make(folder.resolve("binary.bin"), SniffBench::noise));
        files.put("zip of 2 000 CSV", make(folder.resolve("many.zip"), SniffBench::archive));
        Path many = folder.resolve("many");
        if (!Files.isDirectory(many)) {
            Files.createDirectories(many);
            for (int i = 0; i < 1000; i++) {
                make(
                        many.resolve("day-" + i + (i % 2 == 0 ? ".csv" : ".ndjson")),
                        i % 2 == 0 ? csv(200) : ndjson(200));
            }
        }
        files.put("folder of 1 000 files, all", many);
        return files;
    }

    private static Path make(Path file, Content content) throws IOException {
        if (!Files.exists(file)) {
            try (OutputStream out =
                    new java.io.BufferedOutputStream(Files.newOutputStream(file), MEGA)) {
                content.to(out);
            }
        }
        return file;
    }

    private static Content csv(int rows) {
        return out -> {
            Random random = new Random(1);
            out.write("job,agent,started,took_s,cpu,status\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < rows; i++) {
                out.write(
                        ("job-"
                                        + i
                                        + ",agent-"
                                        + random.nextInt(40)
                                        + ",2026-03-02T08:0"
                                        + i % 10
                                        + ":00Z,"
                                        + random.nextInt(10_000) / 1000.0
                                        + ","
                                        + random.nextInt(100)
                                        + ",completed\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static void wide(OutputStream out) throws IOException {
        for (int row = 0; row < 20; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < 10_000; column++) {
                line.append(column == 0 ? "" : ",")
                        .append(row == 0 ? "column_" + column : row + column + 0.5);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void quoted(OutputStream out) throws IOException {
        out.write("Bericht der Nacht\n\nid;name;wert;notiz\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 5000; i++) {
            out.write(
                    (i
                                    + ";\"M\u00fcller; "
                                    + i
                                    + "\";1.234,5"
                                    + i % 10
                                    + ";\"er sagte \"\"ja\"\"\nund ging\"\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Content ndjson(int rows) {
        return out -> {
            for (int i = 0; i < rows; i++) {
                out.write(
                        ("{\"task_id\":\"00000000-0000-4000-8000-"
                                        + String.format(Locale.ROOT, "%012d", i)
                                        + "\",\"agent_id\":\"00000000-0000-4000-8000-000000000001\",\"latency_ms\":12.5,"
                                        + "\"accuracy\":0.9,\"recorded_at\":\"2026-03-02T08:00:00Z\",\"extra\":{\"a\":1}}\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static Content filled(char with, int megabytes) {
        return out -> {
            byte[] block = new byte[MEGA];
            Arrays.fill(block, (byte) with);
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        };
    }

    private static void noise(OutputStream out) throws IOException {
        byte[] block = new byte[MEGA];
        new Random(2).nextBytes(block);
        for (int i = 0; i < 64; i++) {
            out.write(block);
        }
    }

    private static void archive(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 2000; i++) {
                zip.putNextEntry(new ZipEntry("day/" + i + ".csv"));
                csv(20).to(zip);
                zip.closeEntry();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
