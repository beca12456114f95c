package org.fleetscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The tenth day beside the first: {@code DaysBench FOLDER HEAP ROWS...} makes a day of so many rows
 * for each number given, in the folder, and imports one after another into one workspace there, in
 * one process. See {@link DaysRun} for what is printed. {@code DaysBench /tmp/days 4g 1000000
 * 300000 1000000} for instance.
 */
public final class DaysBench {
    static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    /** Bad rows would make days differ. */
    private static final String FAULTS =
            "latency-spike,slow-drift,accuracy-drop,bad-host,memory-leak,throughput-dip";

    private DaysBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> days = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            Path file = folder.resolve("day" + (i - 1) + ".ndjson");
            start(
                    "256m",
                    "org.fleetscope.Launcher",
                    List.of(
                            "generate",
                            "--rows",
                            args[i],
                            "--agents",
                            "200",
                            "--seed",
                            String.valueOf(i),
                            "--start",
                            FIRST.plusDays(i - 2L).toString(),
                            "--faults",
                            FAULTS,
                            "--out",
                            file.toString()));
            days.add(file.toString());
        }
        days.addFirst(folder.resolve("workspace").toString());
        start(args[1], DaysRun.class.getName(), days);
    }

    private static void start(String heap, String main, List<String> args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.add("-XX:+UseParallelGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(args);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(main + " failed");
        }
    }
}
