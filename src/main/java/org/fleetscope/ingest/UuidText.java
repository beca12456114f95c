package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * UUIDs from their canonical text, 8-4-4-4-12 hexadecimal digits in any case, and from foreign
 * names.
 */
final class UuidText {
    static final int LENGTH = 36;

    private static final byte[] DIGITS = new byte[256];
    private static final UUID DNS = new UUID(0x6ba7b8109dad11d1L, 0x80b400c04fd430c8L);
    private static final UUID NAMESPACE = nameBased(DNS, "org.fleetscope");

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < 16; i++) {
            DIGITS["0123456789abcdef".charAt(i)] = (byte) i;
            DIGITS["0123456789ABCDEF".charAt(i)] = (byte) i;
        }
    }

    long hi;
    long lo;

    /**
     * Reads a UUID into {@link #hi} and {@link #lo}; false when there is none in {@link #LENGTH}
     * bytes from here.
     */
    boolean read(byte[] bytes, int at) {
        if (bytes[at + 8] != '-'
                || bytes[at + 13] != '-'
                || bytes[at + 18] != '-'
                || bytes[at + 23] != '-') {
            return false;
        }
        long a = digits(bytes, at, 8);
        long b = digits(bytes, at + 9, 4);
        long c = digits(bytes, at + 14, 4);
        long d = digits(bytes, at + 19, 4);
        long e = digits(bytes, at + 24, 12);
        hi = a << 32 | b << 16 | c;
        lo = d << 48 | e;
        return (a | b | c | d | e) >= 0;
    }

    static @Nullable UUID parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        UuidText reader = new UuidText();
        return bytes.length == LENGTH && reader.read(bytes, 0)
                ? new UUID(reader.hi, reader.lo)
                : null;
    }

    /**
     * Negative when a byte is no digit: its −1 stays in the sign, since 15 digits never reach it.
     */
    private static long digits(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = at; i < at + count; i++) {
            value = value << 4 | DIGITS[bytes[i] & 0xFF];
        }
        return value;
    }

    /**
     * Name-based UUID, version 5, of a foreign id in a field, in the namespace that the
     * documentation gives.
     */
    static UUID ofForeignId(String field, String id) {
        return nameBased(NAMESPACE, field + ":" + id);
    }

    private static UUID nameBased(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            for (long half :
                    new long[] {
                        namespace.getMostSignificantBits(), namespace.getLeastSignificantBits()
                    }) {
                for (int shift = 56; shift >= 0; shift -= 8) {
                    sha1.update((byte) (half >>> shift));
                }
            }
            byte[] digest = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
            long hi = 0;
            long lo = 0;
            for (int i = 0; i < 8; i++) {
                hi = hi << 8 | (digest[i] & 0xFF);
                lo = lo << 8 | (digest[i + 8] & 0xFF);
            }
            return new UUID(
                    (hi & ~0xF000L) | 0x5000L, (lo & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
