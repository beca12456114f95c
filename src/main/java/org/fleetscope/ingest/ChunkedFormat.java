package org.fleetscope.ingest;

/**
 * A format whose rows follow each other, so that stretches of a file can be parsed side by side.
 */
non-sealed interface ChunkedFormat extends Format {
    LineChunks.RowEnds rowEnds(SourceFile file);

    ChunkParser parser(SourceFile file, Mapping mapping);
}
