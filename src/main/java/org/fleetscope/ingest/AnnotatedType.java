package org.fleetscope.ingest;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fleetscope.model.Times;

/** Types of columns in annotated CSV, and how their cells are spelled. */
enum AnnotatedType {
    STRING("string", "text", PivotKind.TEXT),
    LONG("long", "an integer of 64 bits", PivotKind.WHOLE),
    UNSIGNED_LONG("unsignedLong", "an unsigned integer of 64 bits", PivotKind.UNSIGNED),
    DOUBLE("double", "a number, NaN, +Inf or -Inf", PivotKind.REAL),
    BOOLEAN("boolean", "true or false", PivotKind.FLAG),
    TIME("dateTime:RFC3339", "an RFC 3339 time in the years 1678 to 2261", PivotKind.TEXT),
    TIME_NANO("dateTime:RFC3339Nano", "an RFC 3339 time in the years 1678 to 2261", PivotKind.TEXT),
    DATE_TIME("dateTime", "an RFC 3339 time in the years 1678 to 2261", PivotKind.TEXT),
    DURATION("duration", "a duration such as 1h30m or 250ms", PivotKind.TEXT),
    BASE64("base64Binary", "Base64", PivotKind.TEXT);

    private static final Pattern REAL =
            Pattern.compile("[-+]?(\\d++\\.?\\d*+|\\.\\d++)([eE][-+]?\\d++)?");
    private static final Pattern SPAN = Pattern.compile("-?(\\d++(y|mo|w|d|h|ms|m|us|µs|ns|s))+");

    private final String id;
    private final String expected;
    private final byte kind;

    AnnotatedType(String id, String expected, byte kind) {
        this.id = id;
        this.expected = expected;
        this.kind = kind;
    }

    static Optional<AnnotatedType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id.strip())).findFirst();
    }

    static String known() {
        return String.join(", ", Arrays.stream(values()).map(type -> type.id).toList());
    }

    /** Kind of its values in a pivot. */
    byte kind() {
        return kind;
    }

    boolean isTime() {
        return this == TIME || this == TIME_NANO || this == DATE_TIME;
    }

    /** The bits of a cell's value, see {@link PivotKind}; 0 for a text. */
    long bits(String cell) throws MalformedRowException {
        try {
            return switch (this) {
                case LONG -> Long.parseLong(cell);
                case UNSIGNED_LONG -> Long.parseUnsignedLong(cell);
                case DOUBLE -> Double.doubleToRawLongBits(real(cell));
                case BOOLEAN -> flag(cell);
                case STRING, TIME, TIME_NANO, DATE_TIME, DURATION, BASE64 -> {
                    check(cell);
                    yield 0;
                }
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedRowException(cell, expected);
        }
    }

    private static double real(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!REAL.matcher(cell).matches()) {
                    throw new NumberFormatException(cell);
                }
                yield Double.parseDouble(cell);
            }
        };
    }

    private static long flag(String cell) {
        return switch (cell) {
            case "true" -> 1;
            case "false" -> 0;
            default -> throw new IllegalArgumentException(cell);
        };
    }

    private void check(String cell) {
        if (isTime() && SeriesTime.of(cell) == Times.MISSING
                || this == DURATION && !SPAN.matcher(cell).matches()) {
            throw new IllegalArgumentException(cell);
        }
        if (this == BASE64) {
            Base64.getDecoder().decode(cell);
        }
    }
}
