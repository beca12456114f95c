package org.fleetscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fleetscope.workspace.Workspace;
import org.fleetscope.workspace.WorkspaceOpener;
import org.jspecify.annotations.Nullable;

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
        CliServices services = new CliServices(new Opener(), "1.2.3", Map.of(), terminal);
        int status = new CommandLineMain(services).run(args, stream(out), stream(err));
        return new Result(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** There is one workspace, "w"; others are made when they are opened. */
    private final class Opener implements WorkspaceOpener {
        @Override
        public Workspace open(@Nullable Path folder) {
            return workspace.opened(folder);
        }

        @Override
        public boolean isWorkspace(Path folder) {
            return folder.equals(Path.of("w"));
        }
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
