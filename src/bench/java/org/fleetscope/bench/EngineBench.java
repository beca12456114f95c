package org.fleetscope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Speed of the engine on runs in memory: {@code EngineBench [ROWS:AGENTS:DAYS:HEAP[:WORK,…] …]}.
 * Every work on every size has a process of its own, so that its first call is one that nothing
 * warmed up; see {@link EngineWorkRun}. Seconds; of DuckDB the better of grouping by number and by
 * id.
 */
public final class EngineBench {
    private static final List<String> SIZES =
            List.of("100000:200:0.1:1500m", "1000000:200:1:1500m", "10000000:200:10:6g");

    private EngineBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println(
                "    rows agents work              cold    cpu    warm   best    cpu   DuckDB warm   best    cpu"
                        + "  heap MB   left");
        for (String size : args.length == 0 ? SIZES : List.of(args)) {
            String[] parts = size.split(":");
            for (EngineWork work : EngineWork.values()) {
                if (parts.length < 5 || List.of(parts[4].split(",")).contains(work.name())) {
                    measure(work, parts);
                }
            }
        }
    }

    private static void measure(EngineWork work, String[] size)
            throws IOException, InterruptedException {
        Map<String, Double> of =
                child(
                        List.of("-Xmx" + size[3], "-XX:+UseParallelGC"),
                        List.of(work.name(), size[0], size[1], size[2]));
        System.out.printf(
                Locale.ROOT,
                "%8s %6s %-14s %7.3f %6.2f %7.3f %6.3f %6.2f       %7.3f %6.3f %6.2f   %6.0f %6.0f%n",
                size[0],
                size[1],
                work.name().toLowerCase(Locale.ROOT),
                value(of, "cold"),
                value(of, "cold_cpu"),
                value(of, "warm"),
                value(of, "warm_best"),
                value(of, "warm_cpu"),
                better(of, "warm"),
                better(of, "warm_best"),
                better(of, "warm_cpu"),
                value(of, "heap_mb"),
                value(of, "heap_left_mb"));
    }

    private static double value(Map<String, Double> of, String name) {
        return of.getOrDefault(name, Double.NaN);
    }

    private static double better(Map<String, Double> of, String call) {
        return Math.min(value(of, "duckdb_" + call), value(of, "duckdb_id_" + call));
    }

    private static Map<String, Double> child(List<String> options, List<String> args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(EngineWorkRun.class.getName());
        command.addAll(args);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(args + " failed: " + output);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        output.lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(parts[0], Double.valueOf(parts[1])));
        return values;
    }
}
