package org.fleetscope.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows, held open, so that its rest can be read after it was renamed or deleted. Hands
 * over whole rows only: the bytes of a row that is still being written are kept until its end has
 * come. Used by one thread.
 */
final class TailedFile implements Closeable {
    private static final int STEP = 1 << 20;
    private static final int NEW_FILE = 256 << 10;
    private static final int GZIP = 0x1F8B;
    private static final int ZSTD = 0x28B52FFD;
    private static final int ZIP = 0x504B0304;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final FileChannel channel;
    private final String key;
    private final TailSettings settings;
    private final Sniffer sniffer;
    private Path path;
    private @Nullable Rows rows;
    private TailMark mark;
    private long read;
    private long rowStart;
    private long line;
    private byte[] bytes = new byte[0];
    private int length;
    private long triedSize = -1;
    private String format = "";

    /** How the file's rows are found and parsed; known once its first line is there. */
    private record Rows(LineChunks.RowEnds ends, ChunkParser parser, Mapping mapping) {}

    /** What is known of a file's content. */
    enum Content {
        /** There is no whole line yet. */
        UNKNOWN,
        /** Rows of lines, which can be handed over one by one. */
        ROWS,
        /** Something that makes sense as a whole only. */
        WHOLE
    }

    private TailedFile(
            FileChannel channel, String key, Path path, TailSettings settings, Sniffer sniffer)
            throws IOException {
        this.channel = channel;
        this.key = key;
        this.path = path;
        this.settings = settings;
        this.sniffer = sniffer;
        this.mark = TailMark.of(key, TailPosition.START, channel);
        from(TailPosition.START);
    }

    static TailedFile open(Path path, TailSettings settings, Sniffer sniffer) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new TailedFile(channel, TailKeys.of(path), path, settings, sniffer);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    String key() {
        return key;
    }

    Path path() {
        return path;
    }

    void renamed(Path to) {
        path = to;
    }

    /** Goes on where an earlier reading of this file ended; false when it is not this file. */
    boolean resume(TailMark earlier) throws IOException {
        if (!earlier.matches(channel)) {
            return false;
        }
        from(earlier.position());
        mark = earlier;
        return true;
    }

    /** Whether it begins with what was read of another file. */
    boolean beginsLike(TailMark other) throws IOException {
        return other.begins(channel);
    }

    private void from(TailPosition position) {
        read = position.offset();
        rowStart = position.offset();
        line = position.line();
        length = 0;
        rows = null;
        triedSize = -1;
    }

    /** What the file is known by at the end of the last whole row. */
    TailMark mark() {
        return mark;
    }

    /** Whether there are bytes that were not looked at yet. */
    boolean hasMore() throws IOException {
        long size = channel.size();
        return rows == null ? size != triedSize && hasLine(size) : read < size;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Bytes that are there and not handed over as rows. */
    long behind() throws IOException {
        return Math.max(0, channel.size() - rowStart);
    }

    /** Bytes looked at so far, those of an unfinished row included. */
    long seen() {
        return read;
    }

    /** Position of the first byte of the first row not read yet. */
    long position() {
        return rowStart;
    }

    /**
     * Starts over when what was read is no longer in the file: it was cut, or written anew.
     *
     * @return whether it did
     */
    boolean restartIfReplaced() throws IOException {
        long size = channel.size();
        if (size >= read && (size == read || mark.matches(channel))) {
            return false;
        }
        from(TailPosition.START);
        mark = TailMark.of(key, TailPosition.START, channel);
        return true;
    }

    /**
     * Recognises the file once a whole line is there.
     *
     * @throws IOException when it can't be read; asked again only when there is more of it
     */
    Content content() throws IOException {
        if (rows != null) {
            return Content.ROWS;
        }
        long size = channel.size();
        if (size == triedSize || triedSize > NEW_FILE || !hasLine(size)) {
            return Content.UNKNOWN;
        }
        triedSize = size;
        if (isPacked()) {
            return Content.WHOLE;
        }
        SourceFile found;
        try {
            found = sniffer.sniff(path, settings.read());
        } catch (IOException e) {
            if (hasItsName()) {
                throw e;
            }
            triedSize = -1;
            return Content.UNKNOWN;
        }
        if (!hasItsName()) {
            // It was renamed meanwhile, so that another file was looked at.
            triedSize = -1;
            return Content.UNKNOWN;
        }
        format = found.format();
        if (!found.compression().equals(SourceFile.NONE)
                || !found.charset().equals(StandardCharsets.UTF_8)
                || !(Ingest.format(found) instanceof LineFormat format)) {
            return Content.WHOLE;
        }
        SourceFile ahead = read == 0 ? found : found.behindPreamble();
        Mapping mapping = settings.mappings().of(found);
        rows = new Rows(format.rowEnds(ahead), format.parser(found, mapping), mapping);
        return Content.ROWS;
    }

    private boolean hasItsName() throws IOException {
        try {
            return TailKeys.of(path).equals(key);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Id of its format; empty while that is not known, or when it is packed. */
    String format() {
        return format;
    }

    /** Mapping of its rows; that of nothing while it is not recognised. */
    Mapping mapping() {
        return rows == null ? Mapping.identity() : rows.mapping();
    }

    /** Whether it is known what its rows look like. */
    boolean isRecognised() {
        return rows != null;
    }

    private boolean isPacked() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4);
        channel.read(head, 0);
        int magic = head.getInt(0);
        return magic >>> 16 == GZIP || magic == ZSTD || magic == ZIP;
    }

    private boolean hasLine(long size) throws IOException {
        if (isPacked()) {
            return true;
        }
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(size, NEW_FILE));
        channel.read(head, 0);
        for (int i = 0; i < head.position(); i++) {
            if (head.get(i) == '\n' || head.get(i) == '\r') {
                return true;
            }
        }
        return size >= NEW_FILE;
    }

    /**
     * Hands over rows that have come since.
     *
     * @return false when no row was finished since
     */
    boolean read(RowSink sink) throws IOException {
        Rows known = rows;
        while (known != null) {
            makeRoom();
            int count = channel.read(ByteBuffer.wrap(bytes, length, STEP), read);
            if (count <= 0) {
                return false;
            }
            int from = length;
            read += count;
            length += count;
            if (rowStart == 0) {
                from = skipMark(from);
            }
            int end = known.ends().last(bytes, from, length);
            if (end > 0) {
                deliver(known, end, sink);
                return true;
            }
        }
        return false;
    }

    /** Hands over what stands behind the last line end of a file that will not grow any more. */
    boolean finish(RowSink sink) throws IOException {
        Rows known = rows;
        if (known == null || length == 0) {
            return false;
        }
        deliver(known, length, sink);
        return true;
    }

    private void makeRoom() throws IOException {
        if (length > LineChunks.LONGEST_ROW) {
            throw new IOException(
                    path
                            + ": the row at byte "
                            + rowStart
                            + " is longer than 64 MB and is no longer waited for. Is a line end or"
                            + " a closing quote missing there? Correct the file and follow it again");
        }
        if (bytes.length < length + STEP + Chunk.PADDING) {
            bytes = Arrays.copyOf(bytes, 2 * length + STEP + Chunk.PADDING);
        }
    }

    private int skipMark(int from) {
        if (from == 0 && length >= MARK.length && Arrays.equals(bytes, 0, 3, MARK, 0, 3)) {
            System.arraycopy(bytes, MARK.length, bytes, 0, length - MARK.length);
            length -= MARK.length;
            rowStart = MARK.length;
        }
        return from;
    }

    private void deliver(Rows known, int end, RowSink sink) throws IOException {
        byte[] whole = new byte[end + Chunk.PADDING];
        System.arraycopy(bytes, 0, whole, 0, end);
        whole[end] = '\n';
        ParsedChunk chunk = known.parser().parse(new Chunk(whole, end, rowStart));
        System.arraycopy(bytes, end, bytes, 0, length - end);
        length -= end;
        rowStart += end;
        long firstLine = line;
        line += chunk.lines();
        mark = TailMark.of(key, new TailPosition(rowStart, line), channel);
        if (length == 0 && bytes.length > 4 * STEP) {
            bytes = new byte[0];
        }
        hand(chunk, firstLine, sink);
    }

    private void hand(ParsedChunk chunk, long firstLine, RowSink sink) {
        chunk.kpis().forEach(sink::prepare);
        if (chunk.taken() > 0) {
            sink.passedOver(chunk.taken());
        }
        if (chunk.entities().size() > 0) {
            sink.deliver(chunk.entities());
        }
        for (ParsedChunk.Reject reject : chunk.rejects()) {
            RejectedRow row = reject.at(path.toString(), firstLine);
            UUID flagged = reject.flagged();
            if (flagged == null) {
                sink.reject(row);
            } else {
                sink.flag(flagged, row);
            }
        }
        for (KpiBatch batch : chunk.kpis()) {
            batch.firstLine(firstLine);
            sink.deliver(batch);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
