package org.fleetscope.ingest;

import java.io.IOException;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;

/**
 * A text format of rows: how it is recognised and what a row of it looks like in the file.
 * Stateless. Rows that are stretches of bytes, one after the other, make a {@link ChunkedFormat};
 * rows put together from several places, or taken out of a larger whole, a {@link StreamFormat}.
 */
sealed interface Format permits ChunkedFormat, StreamFormat {
    String id();

    /**
     * What a file is by its first bytes; null when it is not of this format.
     *
     * @throws IOException when it is of this format but can't be read, saying why
     */
    @Nullable SourceFile recognise(Sample sample) throws IOException;

    /**
     * Position behind the text that a row's origin points to, which starts at 0, its line end
     * included; −1 when it goes on past {@code length}.
     */
    int firstRowEnd(SourceFile file, byte[] bytes, int length);

    /**
     * The file as the plain table it is.
     *
     * @param rows how many of its first rows the columns are to be those of, where only the rows
     *     tell the columns
     * @throws IOException when it can't be read; a fault in these rows is named with line and byte
     */
    PlainTable table(SourceFile file, long rows, JobContext job) throws IOException;
}
