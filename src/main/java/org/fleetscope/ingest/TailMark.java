package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a growing file is known by, also under another name and after a restart: its key in the file
 * system, and hashes of its first bytes and of those before the position reached.
 *
 * @param key of the file system, the inode for instance; a new file may get that of a deleted one
 * @param position how far it was read
 * @param head hash of its first bytes, at most {@value #HEAD} of those read
 * @param last hash of the bytes before the position, at most {@value #LAST}
 */
public record TailMark(String key, TailPosition position, String head, String last) {
    static final int HEAD = 256;
    static final int LAST = 64;

    static TailMark of(String key, TailPosition position, FileChannel file) throws IOException {
        long offset = position.offset();
        return new TailMark(
                key,
                position,
                hash(file, 0, (int) Math.min(HEAD, offset)),
                hash(file, Math.max(0, offset - LAST), (int) Math.min(LAST, offset)));
    }

    /** Whether a file still says what this one said up to the position. */
    boolean matches(FileChannel file) throws IOException {
        return file.size() >= position.offset() && equals(of(key, position, file));
    }

    /** Whether a file begins as this one does; it may be shorter than what was read of this one. */
    boolean begins(FileChannel file) throws IOException {
        int length = (int) Math.min(HEAD, position.offset());
        return length > 0 && file.size() >= length && head.equals(hash(file, 0, length));
    }

    /** Of fewer bytes when the file ends before. */
    private static String hash(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        long at = from;
        while (bytes.hasRemaining()) {
            int read = file.read(bytes, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.flip());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this Java has no SHA-256", e);
        }
    }
}
