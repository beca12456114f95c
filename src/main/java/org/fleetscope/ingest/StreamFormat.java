package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;

/**
 * A format that is read from its first byte to its last by one thread, which hands out each row as
 * a JSON object. The rows go through the same mapping and checks as those of every other format, on
 * other threads.
 */
non-sealed interface StreamFormat extends Format {
    /**
     * A file being read.
     *
     * @param mapping the mapping that will be applied to the rows
     * @param in its uncompressed bytes from the first on, a byte order mark included
     */
    record Opened(SourceFile file, Mapping mapping, InputStream in) {
        /** The file's path, for messages. */
        String name() {
            return file.path().toString();
        }
    }

    /**
     * Reads to the end. A row that can't be read goes to {@link RowOutput#malformed} and reading
     * goes on.
     *
     * @throws IOException when nothing more can be read: which file, where, what was expected
     */
    void read(Opened opened, RowOutput rows) throws IOException;
}
