package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fleetscope.ingest.FileMappings;
import org.fleetscope.ingest.HeldArchive;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.RowSink;
import org.fleetscope.ingest.SourceFile;
import org.fleetscope.ingest.UnrecognisedFileException;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.EntityKind;
import org.fleetscope.quality.RowRules;

/**
 * The files of one import, recognised. Files of tasks, agents and results are read before those of
 * KPI reports, since runs inherit from them.
 */
final class Bundle {
    /** What runs inherit from before the runs. */
    private static final Comparator<SourceFile> BY_KIND =
            Comparator.comparing(file -> file.mainKind() == EntityKind.KPI_REPORT);

    /** A file or part of one, and the mapping of its rows. */
    private record Reading(SourceFile part, Mapping mapping) {}

    /** Scores are needed by all others. */
    private static final Comparator<Reading> IN_TURN =
            Comparator.<Reading, Boolean>comparing(reading -> !reading.mapping.isScores())
                    .thenComparing(Reading::part, BY_KIND);

    private final List<Path> named;
    private final List<SourceFile> files;
    private final List<Path> passedOver;
    private final List<Path> strangers;

    private Bundle(
            List<Path> named, List<SourceFile> files, List<Path> passedOver, List<Path> strangers) {
        this.named = List.copyOf(named);
        this.files = List.copyOf(files);
        this.passedOver = List.copyOf(passedOver);
        this.strangers = List.copyOf(strangers);
    }

    /**
     * Recognises files. One that was named has to be data; one that only lies in a folder or an
     * archive, a note for instance, may be something else and is passed over.
     */
    static Bundle of(List<Path> paths, ImportOptions options, Ingest ingest) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        List<Path> passedOver = new ArrayList<>();
        String reason = "";
        try (HeldArchive archive = new HeldArchive()) {
            for (Path path : Ingest.expand(paths, options.read())) {
                Path file = path.toAbsolutePath();
                if (options.leavesOut(file)) {
                    continue;
                }
                try {
                    archive.next(file);
                    files.add(ingest.sniff(file, options.readOf(file)));
                } catch (UnrecognisedFileException e) {
                    if (paths.contains(path)) {
                        throw e;
                    }
                    passedOver.add(file);
                    reason = reason.isEmpty() ? ". " + e.getMessage() : reason;
                }
            }
        }
        requireAny(files, paths, reason);
        files.sort(BY_KIND);
        return new Bundle(paths, files, passedOver, List.of());
    }

    private static void requireAny(List<SourceFile> files, List<Path> paths, String reason)
            throws IOException {
        if (files.isEmpty()) {
            throw new IOException(
                    "there is no file to import in "
                            + paths
                            + "; name a file, or a folder or zip archive that holds some"
                            + reason);
        }
    }

    /**
     * The same without files that only lie in a folder or an archive and have rows of no known
     * kind, a list of settings for instance.
     */
    Bundle without(Predicate<SourceFile> stranger) throws IOException {
        Set<Path> asked = named.stream().map(Path::toAbsolutePath).collect(Collectors.toSet());
        List<SourceFile> kept = new ArrayList<>();
        List<Path> over = new ArrayList<>();
        for (SourceFile file : files) {
            if (asked.contains(file.path()) || !stranger.test(file)) {
                kept.add(file);
            } else {
                over.add(file.path());
            }
        }
        requireAny(kept, named, ". None of " + over + " has rows of a known kind");
        return new Bundle(named, kept, passedOver, over);
    }

    /** Files in the folders named that are no data. */
    List<Path> passedOver() {
        return passedOver;
    }

    /** Files in the folders named that are data of no known kind, which a mapping could tell. */
    List<Path> strangers() {
        return strangers;
    }

    List<SourceFile> files() {
        return files;
    }

    /**
     * Makes sure that no file was changed since it was recognised.
     *
     * @throws IOException naming the first that was
     */
    void requireUnchanged() throws IOException {
        for (SourceFile file : files) {
            file.requireUnchanged();
        }
    }

    /** Takes the rows of a bundle. */
    interface Sink extends RowSink {
        /** Hears of each file before its rows, and by which rules they are judged. */
        void reading(String path, RowRules rules);

        /** Rows taken so far. */
        long rowsRead();
    }

    /**
     * Reads all files in turn, with the progress of the whole.
     *
     * @param rules the rules for rows of a mapping
     */
    void read(
            Ingest ingest,
            FileMappings mappings,
            Function<Mapping, RowRules> rules,
            Sink sink,
            JobContext job)
            throws IOException {
        List<Reading> readings =
                mappings.order(files).stream()
                        .flatMap(file ->
                                file.parts().stream()
                                        .map(part -> new Reading(part, mappings.of(file))))
                        .sorted(IN_TURN)
                        .toList();
        long total = readings.stream().mapToLong(reading -> reading.part.size()).sum();
        long before = 0;
        try (HeldArchive archive = new HeldArchive()) {
            for (Reading reading : readings) {
                SourceFile file = reading.part;
                Mapping mapping = reading.mapping;
                archive.next(file.path());
                sink.reading(file.path().toString(), rules.apply(mapping));
                ingest.read(file, mapping, sink, new Share(job, before, total, sink.rowsRead()));
                file.requireUnchanged();
                before += file.size();
            }
        }
    }

    /** Shows a file's progress as a share of the bundle's. */
    private record Share(JobContext whole, long bytesBefore, long bytesTotal, long rowsBefore)
            implements JobContext {
        @Override
        public void progress(Progress part) {
            whole.progress(
                    new Progress(
                            part.phase(),
                            bytesBefore + part.done(),
                            bytesTotal,
                            "bytes",
                            rowsBefore + part.rows()));
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
