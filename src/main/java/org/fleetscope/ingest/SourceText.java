package org.fleetscope.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.fleetscope.model.RejectedRow;

/** Texts of rows from a second reading of their file, in the file's order. Used by one thread. */
final class SourceText implements AutoCloseable, PivotedRows.Source {
    private final SourceFile file;
    private final InputStream in;
    private long at;

    private SourceText(SourceFile file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static SourceText of(SourceFile file) throws IOException {
        return new SourceText(file, new BufferedInputStream(Streams.open(file), 1 << 18));
    }

    /**
     * @throws IOException when the file has become shorter
     */
    @Override
    public String text(RowOutput.Place place, int length) throws IOException {
        try {
            in.skipNBytes(place.offset() - at);
            int shown = Math.min(length, RejectedRow.MAX_RAW);
            byte[] bytes = in.readNBytes(shown);
            in.skipNBytes(length - shown);
            at = place.offset() + length;
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (EOFException e) {
            throw new IOException(
                    file.path()
                            + ": the file became shorter while it was read, byte "
                            + place.offset()
                            + " is no longer there. Import it again when it is complete",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
