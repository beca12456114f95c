package org.fleetscope.store;

import java.util.List;

/**
 * What is known of an import when it starts.
 *
 * @param startedAt µs UTC
 * @param settings profile, mapping and limits as JSON text
 */
public record ImportHeader(long startedAt, List<SourceFile> files, String settings) {
    /** A file of the bundle: absolute path, recognised format, bytes on disk. */
    public record SourceFile(String path, String format, long size) {}
}
