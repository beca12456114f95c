package org.fleetscope.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an import when it starts.
 *
 * @param startedAt µs UTC
 * @param settings profile, mapping and limits as JSON text
 */
public record ImportHeader(long startedAt, List<SourceFile> files, String settings) {
    /**
     * A file of the bundle.
     *
     * @param path absolute
     * @param format as recognised
     * @param size bytes on disk
     * @param reading how it is read, as JSON, so that a row of it can be read again without it;
     *     null when that is not known
     */
    public record SourceFile(String path, String format, long size, @Nullable String reading) {
        public SourceFile(String path, String format, long size) {
            this(path, format, size, null);
        }
    }
}
