package org.fleetscope.workspace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.ingest.RowsAgain;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.store.QuarantineStore;

/**
 * Writes quarantined rows as their files have them, repaired ones in their repaired text: one file
 * a source file, with its header, ready to be imported or handed back. All files appear when all
 * are complete. Used once.
 */
final class RowsExport {
    private record Source(long importId, String path) {}

    /** A file being written. */
    private record Target(Path file, Path part, BufferedWriter to, RowsAgain syntax) {}

    private final QuarantineStore store;
    private final Path folder;
    private final JobContext job;
    private final ImportChecks checks;
    private final Map<Source, Target> targets = new LinkedHashMap<>();

    RowsExport(QuarantineStore store, Path folder, JobContext job) {
        this.store = store;
        this.folder = folder;
        this.job = job;
        this.checks = new ImportChecks(store);
    }

    List<Path> write(QuarantineFilter filter) throws IOException {
        Files.createDirectories(folder);
        try {
            store.stream(filter, this::add, job);
            for (Target target : targets.values()) {
                target.to.close();
            }
            List<Path> files = new ArrayList<>();
            for (Target target : targets.values()) {
                files.add(
                        Files.move(target.part, target.file, StandardCopyOption.REPLACE_EXISTING));
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (Target target : targets.values()) {
                target.to.close();
                Files.deleteIfExists(target.part);
            }
        }
    }

    private void add(List<QuarantinedRow> rows) {
        try {
            for (QuarantinedRow row : rows) {
                Target target = target(row);
                String text = row.repair() == null ? row.raw() : row.repair().text();
                target.to.write(target.syntax.line(text));
                target.to.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Target target(QuarantinedRow row) throws IOException {
        Source source = new Source(row.importId(), row.origin().file());
        Target known = targets.get(source);
        if (known != null) {
            return known;
        }
        RowsAgain syntax = checks.file(row.importId(), row.origin().file());
        Path file = folder.resolve(name(row, syntax));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Target target = new Target(file, part, Files.newBufferedWriter(part), syntax);
        targets.put(source, target);
        if (!syntax.head().isEmpty()) {
            target.to.write(syntax.head());
            target.to.write('\n');
        }
        return target;
    }

    /** The source's name with "rejected", and its import where two have the same. */
    private String name(QuarantinedRow row, RowsAgain syntax) {
        String source =
                String.valueOf(Path.of(row.origin().file()).getFileName())
                        .replaceFirst("(?i)\\.(gz|zst|zip)$", "");
        int dot = source.lastIndexOf('.');
        String stem = dot > 0 ? source.substring(0, dot) : source;
        String ending = syntax.ending(dot > 0 ? source.substring(dot) : "");
        String name = stem + "-rejected" + ending;
        boolean taken =
                targets.values().stream()
                        .anyMatch(target -> target.file.getFileName().toString().equals(name));
        return taken
                ? stem + "-rejected-" + row.importId() + "-" + (targets.size() + 1) + ending
                : name;
    }
}
