package org.fleetscope.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into chunks of whole rows. Used by one thread. */
interface ChunkSource {
    /** The next chunk, null at the end. */
    @Nullable Chunk next() throws IOException;
}
