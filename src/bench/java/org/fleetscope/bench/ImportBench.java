package org.fleetscope.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Import against DuckDB's bare load of the same file, in turns, each in a process of its own:
 * {@code ImportBench FILE.ndjson [ROUNDS [HEAP [DISTRIBUTION]]]}. Prints every round, the medians,
 * and the ratio of "overview ready since the start of the JVM" to DuckDB's load. With the folder of
 * a distribution its jars run, started as its script does, AOT cache included; without, the classes
 * that were just compiled, with nothing noted of earlier runs.
 */
public final class ImportBench {
    /** Those of the distribution's script but for its cache. */
    private static final List<String> OPTIONS =
            List.of("-XX:+UseParallelGC", "-XX:MetaspaceSize=64m", "-Xlog:aot*=off,cds*=off");

    private ImportBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path file = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        String heap = args.length > 2 ? args[2] : "1500m";
        Path distribution = args.length > 3 ? Path.of(args[3]).toAbsolutePath() : null;
        List<Map<String, Double>> ours = new ArrayList<>();
        List<Map<String, Double>> theirs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            theirs.add(duckDb(file));
            System.out.println("round " + round + " DuckDB     " + theirs.getLast());
            ours.add(fleetscope(file, heap, distribution));
            System.out.println("round " + round + " Fleetscope " + ours.getLast());
        }
        double load = median(theirs, "load");
        System.out.printf(Locale.ROOT, "DuckDB load            %6.2f s%n", load);
        for (String phase : List.of("read", "enriched", "scored", "ready", "durable", "indexed")) {
            double seconds = median(ours, phase);
            System.out.printf(
                    Locale.ROOT,
                    "Fleetscope %-11s %6.2f s  %5.2f x%n",
                    phase,
                    seconds,
                    seconds / load);
        }
        System.out.printf(
                Locale.ROOT,
                "Durable after ready    %6.2f s%n",
                median(ours, "durable") - median(ours, "ready"));
        for (String size : List.of("heap_mb", "heap_left_mb", "heap_committed_mb", "file_mb")) {
            System.out.printf(Locale.ROOT, "%-22s %6.0f MB%n", size, median(ours, size));
        }
    }

    private static Map<String, Double> fleetscope(
            Path file, String heap, @Nullable Path distribution)
            throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-Xmx" + heap);
        if (distribution != null) {
            Path lib = distribution.resolve("lib");
            classPath = lib.resolve("fleetscope.jar") + File.pathSeparator + classPath;
            options.add("-XX:AOTCache=" + lib.resolve("fleetscope.aot"));
        }
        Path folder = Files.createTempDirectory("fleetscope-bench-");
        try {
            return run(EngineRun.class, classPath, options, file, folder.resolve("workspace"));
        } finally {
            delete(folder);
        }
    }

    private static Map<String, Double> duckDb(Path file) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("duckdb-bench-");
        try {
            return run(
                    DuckDbRun.class,
                    System.getProperty("java.class.path"),
                    List.of("-Xmx256m"),
                    file,
                    folder.resolve("runs.duckdb"));
        } finally {
            delete(folder);
        }
    }

    private static Map<String, Double> run(
            Class<?> main, String classPath, List<String> options, Path file, Path target)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(classPath);
        command.add(main.getName());
        command.add(file.toString());
        command.add(target.toString());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(main.getSimpleName() + " failed: " + output);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        output.lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(parts[0], Double.valueOf(parts[1])));
        return values;
    }

    private static double median(List<Map<String, Double>> rounds, String name) {
        double[] values =
                rounds.stream()
                        .mapToDouble(round -> round.getOrDefault(name, Double.NaN))
                        .sorted()
                        .toArray();
        return values[values.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
