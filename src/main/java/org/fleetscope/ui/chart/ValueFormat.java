package org.fleetscope.ui.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.fleetscope.model.Unit;

/**
 * How the values of one axis are written: scaled so that labels stay short, fractions as percent.
 *
 * @param factor what a value is multiplied with before it is written
 * @param unit symbol of the scaled values, empty without
 * @param decimals of axis labels; −1 for as many as needed
 */
record ValueFormat(double factor, String unit, int decimals) {
    private static final char NARROW_SPACE = '\u202f';

    static ValueFormat of(Unit unit, NiceTicks ticks) {
        double high = Math.max(Math.abs(ticks.low()), Math.abs(ticks.high()));
        double factor = 1;
        String symbol = unit.symbol();
        switch (unit) {
            case FRACTION -> {
                factor = 100;
                symbol = "%";
            }
            case BYTES -> {
                int power = high >= 1e9 ? 3 : high >= 1e6 ? 2 : high >= 1e3 ? 1 : 0;
                factor = Math.pow(10, -3.0 * power);
                symbol = new String[] {"B", "kB", "MB", "GB"}[power];
            }
            case MEGABYTES -> {
                factor = high >= 10_000 ? 1e-3 : 1;
                symbol = high >= 10_000 ? "GB" : "MB";
            }
            case MILLISECONDS -> {
                factor = high >= 10_000 && ticks.step() > 0 ? 1e-3 : 1;
                symbol = factor == 1 ? "ms" : "s";
            }
            case COUNT, RUNS_PER_MINUTE, SCORE, NONE -> {}
        }
        return new ValueFormat(factor, symbol, decimals(ticks.step() * factor));
    }

    private static int decimals(double step) {
        return step <= 0 ? -1 : Math.clamp((int) -Math.floor(Math.log10(step) + 1e-9), 0, 9);
    }

    /** Text of a tick: percent carry their sign, other units stand in the title. */
    String axis(double value) {
        String number =
                decimals < 0
                        ? number(value * factor, 9, false)
                        : number(value * factor, decimals, true);
        return unit.equals("%") ? number + "%" : number;
    }

    /** Text of a measured value: four significant digits with its unit; a dash when missing. */
    String readout(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double scaled = value * factor;
        int digits =
                scaled == 0
                        ? 0
                        : Math.clamp(3 - (int) Math.floor(Math.log10(Math.abs(scaled))), 0, 6);
        String number = number(scaled, digits, false);
        return unit.isEmpty() ? number : unit.equals("%") ? number + "%" : number + " " + unit;
    }

    private static String number(double value, int digits, boolean fixed) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ENGLISH);
        symbols.setGroupingSeparator(NARROW_SPACE);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(fixed ? digits : 0);
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        return format.format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }
}
