package org.fleetscope.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A place in the bytes of one chunk, and the tokens of plain JSON read from there. It understands
 * the common spelling only; any method that meets something else sets {@link #strange}, and the row
 * is then read by Jackson. The chunk ends with a line feed, which no token crosses.
 */
final class JsonCursor {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    byte[] bytes = new byte[0];
    int at;
    boolean strange;
    boolean nonAscii;

    /** Start and end of the last string, between the quotes. */
    int start;

    int end;

    /** The last number, and as a whole number when it was spelled as one that fits. */
    double number;

    long whole;
    boolean isWhole;

    void at(byte[] chunk, int position) {
        bytes = chunk;
        at = position;
        strange = false;
        nonAscii = false;
    }

    /** Skips white space but not line feeds, and returns the byte found without taking it. */
    byte peek() {
        byte b = bytes[at];
        while (b == ' ' || b == '\t' || b == '\r') {
            b = bytes[++at];
        }
        return b;
    }

    /** Takes one byte if it is next. */
    boolean take(char wanted) {
        if (bytes[at] == wanted || peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            strange = true;
        }
    }

    /** Takes a string without escapes. */
    void string() {
        expect('"');
        start = at;
        int p = at;
        while (!strange) {
            long word = (long) LONGS.get(bytes, p);
            long quote = word ^ (LOW * '"');
            long slash = word ^ (LOW * '\\');
            long hits =
                    (((quote - LOW) & ~quote)
                                    | ((slash - LOW) & ~slash)
                                    | (word - LOW * ' ')
                                    | word)
                            & HIGH;
            if (hits == 0) {
                p += Long.BYTES;
                continue;
            }
            p += Long.numberOfTrailingZeros(hits) >>> 3;
            byte b = bytes[p];
            if (b == '"') {
                end = p;
                at = p + 1;
                return;
            }
            nonAscii |= b < 0;
            strange = b >= 0;
            p++;
        }
    }

    /** Takes a number. */
    void number() {
        peek();
        int from = at;
        int p = at;
        boolean negative = bytes[p] == '-';
        if (negative) {
            p++;
        }
        int digitsFrom = p;
        long value = 0;
        int d;
        while ((d = bytes[p] - '0') >= 0 && d <= 9) {
            value = value * 10 + d;
            p++;
        }
        int digits = p - digitsFrom;
        if (digits == 0 || (digits > 1 && bytes[digitsFrom] == '0')) {
            strange = true;
            return;
        }
        int exponent = 0;
        boolean plain = true;
        if (bytes[p] == '.') {
            int point = ++p;
            while ((d = bytes[p] - '0') >= 0 && d <= 9) {
                value = value * 10 + d;
                p++;
            }
            exponent = point - p;
            strange |= exponent == 0;
            digits -= exponent;
            plain = false;
        }
        if (bytes[p] == 'e' || bytes[p] == 'E') {
            at = p + 1;
            exponent += exponent();
            p = at;
            plain = false;
        }
        at = p;
        finish(from, negative, value, digits, exponent, plain);
    }

    private void finish(
            int from, boolean negative, long value, int digits, int exponent, boolean plain) {
        // Eighteen digits can't overflow a long.
        boolean small = digits <= 18;
        isWhole = plain && small && !(negative && value == 0);
        whole = negative ? -value : value;
        double result = small ? Decimals.toDouble(value, exponent) : Double.NaN;
        if (Double.isNaN(result)) {
            if (plain || at - from > 400) {
                strange = true;
                return;
            }
            number =
                    Double.parseDouble(
                                    new String(bytes, from, at - from, StandardCharsets.ISO_8859_1))
                            + 0.0;
            return;
        }
        // Adding zero turns −0 into 0.
        number = (negative ? -result : result) + 0.0;
    }

    private int exponent() {
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        int from = at;
        int value = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9' && at - from < 6) {
            value = value * 10 + bytes[at++] - '0';
        }
        strange |= at == from || at - from == 6;
        return negative ? -value : value;
    }

    /** Hash of the last number. */
    long numberHash() {
        return isWhole ? ContentHash.ofLong(whole) : ContentHash.ofDouble(number);
    }

    void literal(byte[] word) {
        for (byte b : word) {
            if (bytes[at] != b) {
                strange = true;
                return;
            }
            at++;
        }
    }

    /** Takes a member's key with its colon; null when the spelling is strange. */
    @Nullable JsonKey key(JsonKeys keys) {
        if (bytes[at] != '"' && peek() != '"') {
            strange = true;
            return null;
        }
        JsonKey key = keys.expected(bytes, at);
        if (key == null) {
            string();
            key = strange ? null : keys.find(bytes, start, end);
        } else {
            at += key.quoted.length;
        }
        if (key == null || !keys.enter(key)) {
            strange = true;
            return null;
        }
        expect(':');
        return key;
    }
}
