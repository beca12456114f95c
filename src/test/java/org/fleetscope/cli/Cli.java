package org.fleetscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The command line over a {@link FakeWorkspace}, in a folder with one input file. */
final class Cli {
    /** What a command left behind. */
    record Result(int status, String out, String err) {}

    final FakeWorkspace workspace = new FakeWorkspace();
    final Path folder;
    final String kpi;
    boolean terminal;

    Cli(Path folder) {
        this.folder = folder;
        try {
            kpi = Files.writeString(folder.resolve("kpi.ndjson"), "{}\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliServices services = new CliServices(workspace::opened, "1.2.3", Map.of(), terminal);
        int status = new CommandLineMain(services).run(args, stream(out), stream(err));
        return new Result(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
