package org.fleetscope.ingest;

import java.io.InputStream;

/** A format whose rows end where their own bytes show it, at line ends for instance. */
interface LineFormat extends ChunkedFormat {
    LineChunks.RowEnds rowEnds(SourceFile file);

    @Override
    default ChunkSource chunks(InputStream in, SourceFile file, int size) {
        return LineChunks.passingOverLongRows(in, file.path().toString(), size, rowEnds(file));
    }
}
