package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.EntityKind;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Looks at the disk and does a small import, so that what fails is known before it matters. */
final class StorageChecks {
    private static final long SPACE_WANTED = 2L << 30;
    private static final long SPACE_NEEDED = 100L << 20;
    private static final String ROW =
            """
            {"task_id":"7d3f0b52-6c1e-4f6a-9a53-0f5f5b1f2c11","agent_id":"1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",\
            "latency_ms":120.5,"accuracy":0.95,"cpu_usage":0.4,"memory_mb":256,"network_bytes":1024,\
            "custom_metrics":{},"recorded_at":"2026-01-01T12:00:00Z",\
            "execution_context":{"hostname":"doctor","resources":{"cpu_cores":2}}}
            """;

    private final CommandContext context;

    StorageChecks(CommandContext context) {
        this.context = context;
    }

    List<DoctorCheck> all(@Nullable Path workspace) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
        List<DoctorCheck> checks = new ArrayList<>();
        checks.add(disk("temporary folder", temporary));
        if (workspace != null) {
            checks.add(disk("workspace folder", nearest(workspace)));
            if (Files.isDirectory(workspace)) {
                checks.add(workspace(workspace));
            }
        }
        checks.add(store(temporary));
        return checks;
    }

    /** The folder itself, or the one it would be made in. */
    private static Path nearest(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static DoctorCheck disk(String name, Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "fleetscope-doctor", ".tmp"));
            long free = Files.getFileStore(folder).getUsableSpace();
            String found =
                    String.format(
                            Locale.ROOT,
                            "%s: writable, %.1f GB free",
                            folder,
                            free / (double) (1L << 30));
            if (free < SPACE_NEEDED) {
                return DoctorCheck.fail(
                        name, found, "Free some space: a million runs need about 1 GB.");
            }
            return free < SPACE_WANTED
                    ? DoctorCheck.warn(
                            name, found, "Free some space: a million runs need about 1 GB.")
                    : DoctorCheck.ok(name, found);
        } catch (IOException e) {
            return DoctorCheck.fail(
                    name,
                    folder + " can't be written",
                    "Check its permissions, or choose another folder.");
        }
    }

    private DoctorCheck workspace(Path folder) {
        try (Workspace opened = context.open(folder)) {
            long runs = opened.info().rows().getOrDefault(EntityKind.KPI_REPORT, 0L);
            return DoctorCheck.ok(
                    "workspace", String.format(Locale.ROOT, "%s: %,d runs", folder, runs));
        } catch (IOException | RuntimeException e) {
            return DoctorCheck.fail(
                    "workspace",
                    Failure.of(e).sentence(),
                    "Close other programs that have the workspace open.");
        }
    }

    private DoctorCheck store(Path temporary) {
        try {
            Path file = Files.createTempFile(temporary, "fleetscope-doctor", ".ndjson");
            try (Workspace opened = context.open(null)) {
                Files.writeString(file, ROW);
                return readBack(opened, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | RuntimeException e) {
            return DoctorCheck.fail(
                    "store",
                    Failure.of(e).sentence(),
                    "See the checks above, then run again with --debug.");
        }
    }

    private DoctorCheck readBack(Workspace opened, Path file) throws IOException {
        opened.importFiles(
                List.of(file), ImportOptions.DEFAULTS, ImportListener.NONE, context.job());
        long rows = opened.info().rows().getOrDefault(EntityKind.KPI_REPORT, 0L);
        return rows == 1
                ? DoctorCheck.ok("store", "opened, wrote and read a temporary workspace")
                : DoctorCheck.fail("store", "wrote 1 run, read " + rows, "Reinstall the program.");
    }
}
