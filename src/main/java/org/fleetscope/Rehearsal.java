package org.fleetscope;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fleetscope.cli.CliServices;
import org.fleetscope.cli.CommandLineMain;
import org.fleetscope.workspace.LocalWorkspace;

/**
 * What the build runs once to let the JVM note down which classes the program loads and which of
 * its methods are hot; the distribution starts from these notes (its AOT cache). {@code Rehearsal
 * SAMPLE-DATA}: imports a generated fleet and the sample, then writes features and a report of
 * them. Exit status 1 when a command fails, which is said on standard error.
 */
public final class Rehearsal {
    private static final String ROWS = "60000";

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("fleetscope-rehearsal-");
        try {
            if (!run(folder, args[0])) {
                System.exit(1);
            }
        } finally {
            delete(folder);
        }
    }

    private static boolean run(Path folder, String sample) {
        CommandLineMain commands =
                new CommandLineMain(
                        new CliServices(LocalWorkspace::open, "(rehearsal)", Map.of(), false));
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String runs = folder.resolve("runs.ndjson").toString();
        String fleet = folder.resolve("fleet").toString();
        String enriched = folder.resolve("enriched.csv").toString();
        String report = folder.resolve("report").toString();
        return Stream.of(
                        List.of("generate", "--rows", ROWS, "--agents", "100", "--out", runs),
                        List.of("import", runs, "--workspace", fleet),
                        List.of("enrich", sample, "--out", enriched),
                        List.of("report", "--workspace", fleet, "--out", report))
                .allMatch(command ->
                        commands.run(command.toArray(String[]::new), nowhere, System.err) == 0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
