package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip data of any number of members, RFC 1952. The JDK's stream silently ends where a
 * member behind the first is damaged; here nothing is left out: whatever follows a member is
 * another one, or zeros that fill up a block, or an error.
 */
final class Gunzip extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream in;
    private final String path;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private boolean inMember;
    private boolean finished;

    Gunzip(InputStream in, String path) throws IOException {
        this.in = in;
        this.path = path;
        openMember(true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (inMember || openMember(false)) {
            int read = inflate(bytes, from, count);
            if (read > 0) {
                checksum.update(bytes, from, read);
                return read;
            }
            if (inflater.finished()) {
                closeMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int from, int count) throws IOException {
        try {
            int read = inflater.inflate(bytes, from, count);
            if (read == 0 && inflater.needsDictionary()) {
                throw damaged("it asks for a dictionary");
            }
            if (read == 0 && inflater.needsInput()) {
                if (at == end && !fill()) {
                    throw damaged("it ends within a member");
                }
                inflater.setInput(buffer, at, end - at);
                at = end;
            }
            return read;
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private boolean openMember(boolean first) throws IOException {
        if (finished || (!first && passZeros() < 0)) {
            finished = true;
            return false;
        }
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw damaged("no member starts where one has to");
        }
        int flags = next();
        pass(6);
        if ((flags & HAS_EXTRA) != 0) {
            pass(next() | next() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            passText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            passText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            pass(2);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        return true;
    }

    private void closeMember() throws IOException {
        at = end - inflater.getRemaining();
        long sum = number();
        long length = number();
        if (sum != checksum.getValue() || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged("its size or checksum is not the one stated");
        }
        inMember = false;
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    /** Passes over zeros; returns the byte behind them without taking it, −1 at the end. */
    private int passZeros() throws IOException {
        while (at < end || fill()) {
            if (buffer[at] != 0) {
                return buffer[at] & 0xFF;
            }
            at++;
        }
        return -1;
    }

    private void pass(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void passText() throws IOException {
        while (next() != 0) {
            continue;
        }
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw damaged("it ends within a member");
        }
        return buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private IOException damaged(String reason) {
        return new IOException(
                path
                        + ": the gzip data is damaged or cut off ("
                        + reason
                        + "). Copy the file again, or test it with gzip -t");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
