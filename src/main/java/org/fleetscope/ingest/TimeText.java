package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fleetscope.model.Times;

/**
 * Reads every form of time that exports have, into µs since the epoch (cut below a microsecond):
 * RFC 3339 text with any offset, epoch numbers in s, ms, µs or ns, and serde's SystemTime object.
 * {@link Times#MISSING} stands for what can't be read.
 */
public final class TimeText {
    static final String EXPECTED =
            "RFC 3339 text, an epoch number in s, ms, µs or ns, or {secs_since_epoch, nanos_since_epoch}";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private TimeText() {}

    /**
     * Time of a cell, for series whose times need no zone: text without an offset is taken as UTC.
     */
    public static long ofSeries(String text) {
        long time = of(text);
        return time == Times.MISSING ? of(text.strip() + "Z") : time;
    }

    static long of(JsonNode node) {
        if (node.isTextual()) {
            return of(node.textValue());
        }
        if (node.isNumber()) {
            return Double.isFinite(node.doubleValue())
                    ? ofNumber(node.decimalValue())
                    : Times.MISSING;
        }
        long seconds = whole(node.path("secs_since_epoch"));
        long nanos = whole(node.path("nanos_since_epoch"));
        return seconds == Times.MISSING ? Times.MISSING : ofSystemTime(seconds, nanos);
    }

    /** A whole number, however it is written; {@link Times#MISSING} for anything else. */
    private static long whole(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? value.longValue() : Times.MISSING;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        return number == Math.rint(number) && Math.abs(number) < 0x1p63
                ? (long) number
                : Times.MISSING;
    }

    static long ofSystemTime(long seconds, long nanos) {
        return Math.abs(seconds) > Long.MAX_VALUE / Times.SECOND - 1
                        || nanos < 0
                        || nanos >= 1_000_000_000
                ? Times.MISSING
                : seconds * Times.SECOND + nanos / 1000;
    }

    static long of(String text) {
        String trimmed = text.strip();
        int length = trimmed.length();
        if (length > 10 && trimmed.charAt(4) == '-') {
            return Rfc3339.micros(trimmed);
        }
        boolean number = length > 0 && length <= 40;
        for (int i = 0; i < length && number; i++) {
            char c = trimmed.charAt(i);
            number = (c >= '0' && c <= '9') || c == '.' || (c == '-' && i == 0);
        }
        if (!number
                || trimmed.endsWith(".")
                || trimmed.indexOf('.') != trimmed.lastIndexOf('.')
                || trimmed.equals("-")) {
            return Times.MISSING;
        }
        return ofNumber(new BigDecimal(trimmed));
    }

    /**
     * The unit by magnitude: below 10^11 s (the year 5138), below 10^14 ms, below 10^17 µs, else
     * ns.
     */
    static long ofNumber(BigDecimal number) {
        int digits = number.precision() - number.scale();
        if (digits > 30) {
            return Times.MISSING;
        }
        BigDecimal micros =
                digits <= 11
                        ? number.multiply(MILLION)
                        : digits <= 14
                                ? number.scaleByPowerOfTen(3)
                                : digits <= 17 ? number : number.scaleByPowerOfTen(-3);
        BigDecimal whole = micros.setScale(0, RoundingMode.FLOOR);
        return whole.abs().compareTo(LARGEST) > 0 ? Times.MISSING : whole.longValue();
    }

    /** {@link #ofNumber(BigDecimal)} for a whole number ≥ 0. */
    static long ofWhole(long number) {
        if (number < 100_000_000_000L) {
            return number * 1_000_000;
        }
        if (number < 100_000_000_000_000L) {
            return number * 1_000;
        }
        return number < 100_000_000_000_000_000L ? number : number / 1_000;
    }
}
