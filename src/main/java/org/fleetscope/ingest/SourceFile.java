package org.fleetscope.ingest;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * A recognised file.
 *
 * @param format "ndjson", or "csv" for every delimiter
 * @param compression "none" or "gzip"
 * @param mainKind entity of the first row that tells; KPI report when none does
 * @param size bytes on disk
 * @param dialect of a "csv" file, else null
 */
public record SourceFile(
        Path path,
        String format,
        String compression,
        Charset charset,
        EntityKind mainKind,
        long size,
        @Nullable CsvDialect dialect) {
    public static final String NONE = "none";
    public static final String GZIP = "gzip";

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
                        dialect.behindPreamble());
    }
}
