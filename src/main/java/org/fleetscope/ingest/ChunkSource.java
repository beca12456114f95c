package org.fleetscope.ingest;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into chunks of whole rows. Used by one thread. */
interface ChunkSource {
    /** The next chunk, null at the end. */
    @Nullable Chunk next() throws IOException;

    /** Hands over every chunk in turn. */
    default void all(Consumer<Chunk> to) throws IOException {
        for (Chunk chunk = next(); chunk != null; chunk = next()) {
            to.accept(chunk);
        }
    }
}
