package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;

/** Fetches rows again from the files they came from. Immutable. */
public final class RawRows {
    private static final int STEP = 1 << 20;

    private final Sniffer sniffer = new Sniffer(Ingest.FORMATS);
    private final Function<Path, ReadOptions> options;

    public RawRows() {
        this(ReadOptions.DEFAULTS);
    }

    /**
     * @param options what the user said about the files when they were read
     */
    public RawRows(ReadOptions options) {
        this(file -> options);
    }

    /**
     * @param options what the user said about each file when it was read
     */
    public RawRows(Function<Path, ReadOptions> options) {
        this.options = options;
    }

    /**
     * The row as it stands in its file, without its line end; a CSV record with all its lines.
     *
     * @throws IOException when the file is gone, shorter than when it was imported or no longer
     *     readable
     */
    public String read(RowOrigin origin, JobContext job) throws IOException {
        Path path = Path.of(origin.file());
        if (!Files.isRegularFile(Location.of(path).file())) {
            throw new IOException(
                    path
                            + ": the file is no longer there, so line "
                            + origin.line()
                            + " can't be shown. Put it back, or look at the stored values");
        }
        SourceFile file = sniffer.sniff(path, options.apply(path));
        try (InputStream in = Streams.open(file)) {
            skip(in, origin, job);
            return row(in, file, origin);
        }
    }

    private static void skip(InputStream in, RowOrigin origin, JobContext job) throws IOException {
        long left = origin.byteOffset();
        while (left > 0) {
            job.checkCancelled();
            long skipped = in.skip(Math.min(left, STEP));
            if (skipped <= 0) {
                if (in.read() < 0) {
                    throw shorter(origin);
                }
                skipped = 1;
            }
            left -= skipped;
        }
    }

    private static String row(InputStream in, SourceFile file, RowOrigin origin)
            throws IOException {
        Format format = Ingest.format(file);
        byte[] bytes = new byte[STEP / 16];
        int length = 0;
        int end = -1;
        boolean more = true;
        while (end < 0 && more && length <= LineChunks.LONGEST_ROW) {
            bytes = length == bytes.length ? Arrays.copyOf(bytes, 2 * length) : bytes;
            int wanted = bytes.length - length;
            int read = in.readNBytes(bytes, length, wanted);
            more = read == wanted;
            length += read;
            end = format.firstRowEnd(file, bytes, length);
        }
        if (length == 0) {
            throw shorter(origin);
        }
        end = end < 0 && !more ? lastRowEnd(format, file, bytes, length) : end;
        int last = end < 0 ? length : end;
        while (last > 0 && (bytes[last - 1] == '\n' || bytes[last - 1] == '\r')) {
            last--;
        }
        return RawText.of(bytes, 0, last);
    }

    /** A line end behind the last line shows where the first row ends. */
    private static int lastRowEnd(Format format, SourceFile file, byte[] bytes, int length) {
        byte[] closed = Arrays.copyOf(bytes, length + 1);
        closed[length] = '\n';
        return Math.min(length, format.firstRowEnd(file, closed, length + 1));
    }

    private static IOException shorter(RowOrigin origin) {
        return new IOException(
                origin.file()
                        + ": the file is shorter than when it was imported, byte "
                        + origin.byteOffset()
                        + " of line "
                        + origin.line()
                        + " is not there. Import it again");
    }
}
