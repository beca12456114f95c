package org.fleetscope.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the end of a JSON value by its brackets and strings, without judging what stands between
 * them. Can stop anywhere and go on with more bytes. A line end within a string, brackets that
 * don't match and an object where a member's name has to stand are faults: from there on nobody can
 * tell where the value ends.
 */
final class JsonSkim {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private long[] objects = new long[8];
    private int depth;
    private boolean started;
    private boolean inString;
    private boolean afterBackslash;
    private boolean isScalar;

    /** Where the fault is; −1 for none. */
    int faultAt = -1;

    void start() {
        depth = 0;
        started = false;
        inString = false;
        afterBackslash = false;
        isScalar = false;
        faultAt = -1;
    }

    /** Whether the value ends where the text does, as a number can. */
    boolean canEndHere() {
        return isScalar;
    }

    /**
     * Position behind the value; −1 when it goes on past {@code to} or has a fault. The array goes
     * on for eight bytes more.
     *
     * @param at first byte not seen yet
     */
    int run(byte[] bytes, int at, int to) {
        int next = at;
        while (next < to) {
            if (inString) {
                next = string(bytes, next, to);
                if (inString || faultAt >= 0) {
                    return -1;
                }
                if (depth == 0) {
                    return next;
                }
            } else if (isScalar) {
                return scalar(bytes, next, to);
            } else {
                next = token(bytes, next);
                if (faultAt >= 0) {
                    return -1;
                }
                if (depth == 0 && !inString && !isScalar) {
                    return next;
                }
            }
            started = true;
        }
        return -1;
    }

    /** Takes one byte outside of strings. */
    private int token(byte[] bytes, int at) {
        switch (bytes[at]) {
            case '"' -> inString = true;
            case '{' -> {
                if (depth > 0 && isObject() && before(bytes, at) == ',') {
                    faultAt = at;
                }
                open(true);
            }
            case '[' -> open(false);
            case '}', ']' -> {
                if (depth == 0 || isObject() != (bytes[at] == '}')) {
                    faultAt = at;
                } else {
                    depth--;
                }
            }
            default -> isScalar = !started;
        }
        return at + 1;
    }

    private static int scalar(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            switch (bytes[at]) {
                case ' ', '\t', '\n', '\r', ',', ']', '}' -> {
                    return at;
                }
                default -> {}
            }
        }
        return -1;
    }

    private static byte before(byte[] bytes, int at) {
        int i = at - 1;
        while (i > 0 && bytes[i] >= 0 && bytes[i] <= ' ') {
            i--;
        }
        return i < 0 ? 0 : bytes[i];
    }

    private void open(boolean object) {
        int word = depth >> 6;
        if (word == objects.length) {
            objects = Arrays.copyOf(objects, 2 * word);
        }
        long bit = 1L << depth;
        objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
        depth++;
    }

    private boolean isObject() {
        int top = depth - 1;
        return (objects[top >> 6] >>> top & 1) != 0;
    }

    /** Passes over a string; {@code inString} is off when it ended. */
    private int string(byte[] bytes, int from, int to) {
        int at = from;
        if (afterBackslash) {
            afterBackslash = false;
            at++;
        }
        while (at < to) {
            long word = (long) LONGS.get(bytes, at);
            long quote = word ^ (LOW * '"');
            long slash = word ^ (LOW * '\\');
            long hits =
                    (((quote - LOW) & ~quote)
                                    | ((slash - LOW) & ~slash)
                                    | ((word - LOW * ' ') & ~word))
                            & HIGH;
            if (hits == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(hits) >>> 3;
            if (at >= to) {
                return to;
            }
            switch (bytes[at]) {
                case '"' -> {
                    inString = false;
                    return at + 1;
                }
                case '\\' -> {
                    afterBackslash = at + 1 == to;
                    at += 2;
                }
                case '\n', '\r' -> {
                    faultAt = at;
                    return at;
                }
                default -> at++;
            }
        }
        return to;
    }
}
