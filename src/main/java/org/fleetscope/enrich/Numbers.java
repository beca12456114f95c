package org.fleetscope.enrich;

import java.math.BigDecimal;
import java.math.MathContext;
import org.fleetscope.model.Unit;

/** Numbers as text in explanations, independent of the locale. */
final class Numbers {
    private static final MathContext SHOWN = new MathContext(6);

    private Numbers() {}

    /** Six significant digits, without an exponent where it stays readable. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "missing";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        double magnitude = Math.abs(value);
        return magnitude >= 1e-6 && magnitude < 1e15 ? rounded.toPlainString() : rounded.toString();
    }

    static String text(double value, Unit unit) {
        return Double.isNaN(value) || unit.symbol().isEmpty()
                ? text(value)
                : text(value) + " " + unit.symbol();
    }

    static String text(double value, String unit) {
        return Double.isNaN(value) ? text(value) : text(value) + " " + unit;
    }
}
