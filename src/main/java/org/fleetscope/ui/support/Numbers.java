package org.fleetscope.ui.support;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.fleetscope.model.Unit;

/**
 * Numbers for people: grouped, three to four significant digits, with a unit; a missing value is a
 * dash.
 */
public final class Numbers {
    /** Stands for a missing value. */
    public static final String MISSING = "–";

    private static final char GROUP = '\u202f';
    private static final String SPACE = "\u00a0";
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numbers() {}

    /** A whole number with its thousands grouped. */
    public static String count(long value) {
        return format("#,##0", (double) value);
    }

    /** A number without unit, at most four significant digits, whole numbers kept whole. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return MISSING;
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return format("#,##0", value);
        }
        if (size != 0 && size < 0.0001) {
            return format("0.##E0", value);
        }
        double rounded = new BigDecimal(value).round(FOUR_DIGITS).doubleValue();
        return format(
                size >= 100 ? "0.#" : size >= 10 ? "0.##" : size >= 1 ? "0.###" : "0.####",
                rounded);
    }

    /** A share as percent with one decimal, two close to 100, none at 100. */
    public static String percent(double share) {
        return Double.isFinite(share) ? percentNumber(share) + SPACE + "%" : MISSING;
    }

    /** As {@link #percent}, without the sign, for a column that has it in its header. */
    public static String percentNumber(double share) {
        if (!Double.isFinite(share)) {
            return MISSING;
        }
        if (share == 1) {
            return "100";
        }
        return format(share > 0.99 && share < 1 ? "0.00" : "0.0", share * 100);
    }

    /** A number with fixed decimals, so that a column of them aligns. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), value)
                : MISSING;
    }

    /** A value of a unit, scaled to a readable one: 1 240 ms is "1.24 s". */
    public static String of(double value, Unit unit) {
        if (!Double.isFinite(value)) {
            return MISSING;
        }
        return switch (unit) {
            case MILLISECONDS -> milliseconds(value);
            case FRACTION -> percent(value);
            case MEGABYTES -> bytes(value * 1e6);
            case BYTES -> bytes(value);
            case COUNT -> count(Math.round(value));
            case RUNS_PER_MINUTE -> digits(value) + SPACE + unit.symbol();
            case SCORE -> fixed(value, 1);
            case NONE -> plain(value);
        };
    }

    private static String milliseconds(double value) {
        double size = Math.abs(value);
        if (size < 1000) {
            return digits(value) + SPACE + "ms";
        }
        return size < 60_000
                ? digits(value / 1000) + SPACE + "s"
                : digits(value / 60_000) + SPACE + "min";
    }

    private static String bytes(double value) {
        double size = Math.abs(value);
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int step = 0;
        while (step < units.length - 1 && size >= 1000) {
            size /= 1000;
            step++;
        }
        return digits(Math.signum(value) * size) + SPACE + units[step];
    }

    /** Three significant digits, except that whole numbers stay whole. */
    private static String digits(double value) {
        double size = Math.abs(value);
        return format(
                size >= 100
                        ? "#,##0"
                        : size >= 10 ? "0.#" : size >= 0.1 || size == 0 ? "0.##" : "0.0###",
                value);
    }

    private static String format(String pattern, double value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(GROUP);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        // What rounds to zero has no sign.
        String text = format.format(value);
        return value < 0 && text.chars().noneMatch(c -> c >= '1' && c <= '9')
                ? format.format(0)
                : text;
    }
}
