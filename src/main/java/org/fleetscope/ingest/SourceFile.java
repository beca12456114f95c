package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.TimePrecision;
import org.fleetscope.model.UnpackLimits;
import org.jspecify.annotations.Nullable;

/**
 * A recognised file.
 *
 * @param path of the file; of a member of a zip archive, {@code archive.zip!/member}
 * @param format id of its format, for example "ndjson", or "csv" for every delimiter
 * @param compression "none", "gzip" or "zstd"; of a member of an archive, how it is compressed
 *     besides
 * @param charset encoding of the text in the file
 * @param mainKind entity of the first row that tells; KPI report when none does, and of a file that
 *     is read in parts
 * @param size bytes as they lie there; of a member, bytes once it is out of its archive
 * @param dialect of a "csv" file, else null
 * @param modified when the file was last written, null when nobody looked
 * @param precision unit of the times that the user says it has; null when the user does not
 * @param part what is read of it
 */
public record SourceFile(
        Path path,
        String format,
        String compression,
        Charset charset,
        EntityKind mainKind,
        long size,
        @Nullable CsvDialect dialect,
        UnpackLimits limits,
        @Nullable FileTime modified,
        @Nullable TimePrecision precision,
        Part part) {
    /**
     * What is read of a file. One that names what it holds, array by array, is read in two turns,
     * since it may have the runs before the tasks that they inherit from.
     */
    public enum Part {
        ALL,
        BOTH,
        /** All that is not called KPI reports. */
        OTHERS,
        /** What is called KPI reports. */
        RUNS;

        boolean takes(@Nullable EntityKind named) {
            return switch (this) {
                case ALL, BOTH -> true;
                case OTHERS -> named != EntityKind.KPI_REPORT;
                case RUNS -> named == EntityKind.KPI_REPORT;
            };
        }
    }

    public static final String NONE = "none";
    public static final String GZIP = "gzip";
    public static final String ZSTD = "zstd";

    /** A file as a format recognises it; {@link Sniffer} adds what formats need not know. */
    SourceFile(
            Path path,
            String format,
            String compression,
            Charset charset,
            EntityKind mainKind,
            long size,
            @Nullable CsvDialect dialect) {
        this(
                path,
                format,
                compression,
                charset,
                mainKind,
                size,
                dialect,
                UnpackLimits.DEFAULTS,
                null,
                null,
                Part.ALL);
    }

    SourceFile opened(ReadOptions options, FileTime modifiedAt) {
        return new SourceFile(
                path,
                format,
                compression,
                options.charset() == null ? charset : options.charset(),
                mainKind,
                size,
                dialect,
                options.limits(),
                modifiedAt,
                options.precision(),
                part);
    }

    /** The same file, of which runs and what they inherit from are read one after the other. */
    SourceFile inParts() {
        return of(Part.BOTH, mainKind);
    }

    /** What has to be read in turn to have all of the file: first what runs inherit from. */
    public List<SourceFile> parts() {
        return part == Part.BOTH
                ? List.of(of(Part.OTHERS, EntityKind.TASK), of(Part.RUNS, EntityKind.KPI_REPORT))
                : List.of(this);
    }

    private SourceFile of(Part of, EntityKind kind) {
        return new SourceFile(
                path,
                format,
                compression,
                charset,
                kind,
                size,
                dialect,
                limits,
                modified,
                precision,
                of);
    }

    /**
     * Makes sure that the file is still the one that was recognised, by its size and the time of
     * its last change.
     *
     * @throws IOException when it was changed or is gone; the message names it and what to do
     */
    public void requireUnchanged() throws IOException {
        Location at = Location.of(path);
        if (!Files.isRegularFile(at.file())) {
            throw new IOException(
                    path + ": the file vanished while it was read. Put it back and start again");
        }
        boolean isSame =
                at.size() == size
                        && (modified == null
                                || modified.equals(Files.getLastModifiedTime(at.file())));
        if (!isSame) {
            throw new IOException(
                    path
                            + ": the file was changed while it was read, from "
                            + size
                            + " to "
                            + at.size()
                            + " bytes. Start again when nothing writes to it");
        }
    }

    /** The same for who begins to read behind the lines before the first row. */
    SourceFile behindPreamble() {
        return dialect == null || dialect.preamble() == 0
                ? this
                : new SourceFile(
                        path,
                        format,
                        compression,
                        charset,
                        mainKind,
                        size,
                        dialect.behindPreamble(),
                        limits,
                        modified,
                        precision,
                        part);
    }
}
