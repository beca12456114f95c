package org.fleetscope.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A text format of rows: how it is recognised, where its rows end, how they are parsed. Stateless.
 */
interface Format {
    String id();

    /**
     * What a file is by its first bytes; null when it is not of this format.
     *
     * @throws IOException when it is of this format but can't be read, saying why
     */
    @Nullable SourceFile recognise(Sample sample) throws IOException;

    LineChunks.RowEnds rowEnds(SourceFile file);

    /**
     * Position behind the row that starts at 0, its line end included; −1 when it goes on past
     * {@code length}.
     */
    int firstRowEnd(SourceFile file, byte[] bytes, int length);

    ChunkParser parser(SourceFile file, Mapping mapping);
}
