package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;

/** Numbers of line protocol: {@code 1.5e3} a float, {@code 1i} an integer, {@code 1u} unsigned. */
final class LineProtocolNumber {
    private static final int SURE_DIGITS = 18;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;

    /** What was read, as {@link PivotKind} has it. */
    byte kind;

    long bits;

    private LineProtocolNumber(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    /**
     * Reads a number that fills the stretch.
     *
     * @throws MalformedRowException with what it expected, when it is none or out of range
     */
    static LineProtocolNumber read(byte[] bytes, int start, int end) throws MalformedRowException {
        LineProtocolNumber number = new LineProtocolNumber(bytes, start, end);
        switch (bytes[end - 1]) {
            case 'i' -> number.integer();
            case 'u' -> number.unsigned();
            default -> number.real();
        }
        return number;
    }

    private void integer() throws MalformedRowException {
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        long value = digits(end - 1, "an integer, digits and an i");
        // Digits add up as a negative number, which reaches one further.
        if (value > 0 || (!negative && value == Long.MIN_VALUE)) {
            throw fault("an integer of 64 bits, -2^63 to 2^63 - 1");
        }
        kind = PivotKind.WHOLE;
        bits = negative ? value : -value;
    }

    /** The digits as a negative number, 1 when they are too many. */
    private long digits(int to, String expected) throws MalformedRowException {
        if (at == to) {
            throw fault(expected);
        }
        long value = 0;
        boolean wide = false;
        for (; at < to; at++) {
            if (!isDigit(bytes[at])) {
                throw fault(expected);
            }
            int digit = bytes[at] - '0';
            wide |= value < (Long.MIN_VALUE + digit) / 10;
            value = value * 10 - digit;
        }
        return wide ? 1 : value;
    }

    private void unsigned() throws MalformedRowException {
        int from = at;
        digits(end - 1, "an unsigned integer, digits and a u");
        try {
            bits = Long.parseUnsignedLong(text(from, end - 1));
        } catch (NumberFormatException e) {
            throw fault("an unsigned integer of 64 bits, 0 to 2^64 - 1");
        }
        kind = PivotKind.UNSIGNED;
    }

    private void real() throws MalformedRowException {
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        long significand = 0;
        int digits = 0;
        int fraction = 0;
        boolean point = false;
        for (; at < end && (isDigit(bytes[at]) || (bytes[at] == '.' && !point)); at++) {
            if (bytes[at] == '.') {
                point = true;
            } else {
                significand = significand * 10 + bytes[at] - '0';
                digits++;
                fraction += point ? 1 : 0;
            }
        }
        boolean exponent = digits > 0 && exponent();
        if (digits == 0 || at != end) {
            throw fault(
                    "a number such as 1, 1.5, 1e3, 1i or 1u, true or false, or a string in quotes");
        }
        double value =
                exponent || digits > SURE_DIGITS
                        ? Double.NaN
                        : Decimals.toDouble(significand, -fraction);
        if (Double.isNaN(value)) {
            value = Math.abs(Double.parseDouble(text(start, end)));
        }
        if (Double.isInfinite(value)) {
            throw fault("a number that a 64-bit float can hold");
        }
        kind = PivotKind.REAL;
        bits = Double.doubleToRawLongBits(negative ? -value : value);
    }

    private boolean exponent() {
        if (at == end || (bytes[at] != 'e' && bytes[at] != 'E')) {
            return false;
        }
        int digits = at + 1;
        digits += digits < end && (bytes[digits] == '+' || bytes[digits] == '-') ? 1 : 0;
        if (digits == end) {
            return false;
        }
        at = digits;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return true;
    }

    private MalformedRowException fault(String expected) {
        return new MalformedRowException(text(start, end), expected);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
