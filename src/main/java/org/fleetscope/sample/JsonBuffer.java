package org.fleetscope.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.fleetscope.model.Times;

/** One line of JSON under construction, as bytes. Not thread-safe. */
final class JsonBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int DATE_LENGTH = "2026-01-01T".length();

    private byte[] bytes = new byte[2048];
    private int length;
    private long day = Long.MIN_VALUE;
    private String date = "";

    void clear() {
        length = 0;
    }

    /** Text that is JSON already. ASCII only. */
    @SuppressWarnings(
            "deprecation") // getBytes(int, …) is the copy of ASCII without an encoder, for speed
    JsonBuffer raw(String ascii) {
        reserve(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    private void put(int ascii) {
        bytes[length++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }

    JsonBuffer number(long value) {
        reserve(20);
        if (value < 0) {
            put('-');
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long power = 10; digits < 19 && rest >= power; power *= 10) {
            digits++;
        }
        digits(rest, digits);
        return this;
    }

    private void digits(long value, int count) {
        long rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    /** A number of 0 or more, rounded to at most 6 decimals. */
    JsonBuffer decimal(double value, int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(value * scale);
        number(scaled / scale);
        reserve(decimals + 1);
        put('.');
        digits(scaled % scale, decimals);
        return this;
    }

    /** A UUID without quotes. */
    JsonBuffer uuid(long high, long low) {
        reserve(36);
        hex(high, 60, 8);
        put('-');
        hex(high, 28, 4);
        put('-');
        hex(high, 12, 4);
        put('-');
        hex(low, 60, 4);
        put('-');
        hex(low, 44, 12);
        return this;
    }

    JsonBuffer uuid(UUID id) {
        return uuid(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private void hex(long value, int shift, int count) {
        for (int i = 0; i < count; i++) {
            put(HEX[(int) (value >>> (shift - 4 * i)) & 15]);
        }
    }

    /** RFC 3339 in UTC with six decimals, without quotes. */
    JsonBuffer rfc3339(long micros) {
        long newDay = Times.epochDay(micros);
        if (newDay != day) {
            day = newDay;
            date = Times.iso(micros).substring(0, DATE_LENGTH);
        }
        raw(date);
        reserve(16);
        long ofDay = micros - day * Times.DAY;
        digits(ofDay / Times.HOUR, 2);
        put(':');
        digits(ofDay / Times.MINUTE % 60, 2);
        put(':');
        digits(ofDay / Times.SECOND % 60, 2);
        put('.');
        digits(ofDay % Times.SECOND, 6);
        put('Z');
        return this;
    }

    /** A time as serde writes Rust's {@code SystemTime}. */
    JsonBuffer systemTime(long micros) {
        return raw("{\"secs_since_epoch\":")
                .number(Math.floorDiv(micros, Times.SECOND))
                .raw(",\"nanos_since_epoch\":")
                .number(Math.floorMod(micros, Times.SECOND) * 1000)
                .raw("}");
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
