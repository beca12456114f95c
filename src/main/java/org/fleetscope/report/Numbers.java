package org.fleetscope.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Unit;

/**
 * Numbers for people: thin grouping, about four significant digits, units. A missing value is a
 * dash.
 */
final class Numbers {
    static final String MISSING = "–";

    private static final char NARROW_SPACE = '\u202f';
    private static final double KILO = 1000;

    private Numbers() {}

    static String count(long value) {
        return format("#,##0", (double) value);
    }

    /** A value with its unit; it is never scaled to another unit, so that columns compare. */
    static String of(double value, Unit unit) {
        boolean bare = Double.isNaN(value) || unit.symbol().isEmpty();
        return bare ? bare(value, unit) : bare(value, unit) + NARROW_SPACE + unit.symbol();
    }

    /** A value as its unit asks for, without the unit. */
    static String bare(double value, Unit unit) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        return switch (unit) {
            case COUNT, BYTES -> format("#,##0", value);
            case FRACTION -> format("0.000", value);
            case SCORE -> format("0.0", value);
            default -> plain(value);
        };
    }

    /** About four significant digits, all of those before the point. */
    static String plain(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        double size = Math.abs(value);
        return format(
                size >= KILO ? "#,##0" : size >= 100 ? "0.0" : size >= 1 ? "0.00" : "0.0###",
                value);
    }

    /** A value with a given number of decimals. */
    static String fixed(double value, int decimals) {
        return format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), value);
    }

    static String percent(double fraction) {
        return Double.isNaN(fraction)
                ? MISSING
                : format("0.0", 100 * fraction) + NARROW_SPACE + "%";
    }

    /** A relative change with its sign. */
    static String change(double fraction) {
        return Double.isNaN(fraction)
                ? MISSING
                : format("+#,##0.0;−#,##0.0", 100 * fraction) + NARROW_SPACE + "%";
    }

    /** A metric by its id, or one without a unit for an id that is not built in. */
    static Metric metric(String id) {
        for (Metric metric : Metric.REPORTED) {
            if (metric.id().equals(id)) {
                return metric;
            }
        }
        return Metric.THROUGHPUT.id().equals(id)
                ? Metric.THROUGHPUT
                : new Metric(
                        id,
                        id.startsWith(Metric.CUSTOM_PREFIX)
                                ? id.substring(Metric.CUSTOM_PREFIX.length())
                                : id,
                        Unit.NONE);
    }

    private static String format(String pattern, double value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(NARROW_SPACE);
        symbols.setMinusSign('−');
        return new DecimalFormat(pattern, symbols).format(value);
    }
}
