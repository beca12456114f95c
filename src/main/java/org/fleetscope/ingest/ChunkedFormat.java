package org.fleetscope.ingest;

import java.io.InputStream;

/**
 * A format whose rows follow each other, so that stretches of a file can be parsed side by side.
 */
non-sealed interface ChunkedFormat extends Format {
    /**
     * Cuts a file into stretches of whole rows.
     *
     * @param in its uncompressed bytes
     * @param size bytes of a stretch, unless a single row is longer
     */
    ChunkSource chunks(InputStream in, SourceFile file, int size);

    ChunkParser parser(SourceFile file, Mapping mapping);
}
