package org.fleetscope.ui.chart;

import org.fleetscope.model.Unit;
import org.fleetscope.ui.support.Numbers;

/**
 * How the values of one axis are written: scaled so that labels stay short, fractions as percent.
 *
 * @param unit of the values themselves
 * @param factor what a value is multiplied with before it is written
 * @param symbol of the scaled values, empty without
 * @param decimals of axis labels; −1 for as many as needed
 */
public record ValueFormat(Unit unit, double factor, String symbol, int decimals) {
    static ValueFormat of(Unit unit, NiceTicks ticks) {
        double high = Math.max(Math.abs(ticks.low()), Math.abs(ticks.high()));
        // A logarithmic axis may span both sides of a limit; its lowest label decides then.
        Scale scale = Scale.of(unit, ticks.step() > 0 ? high : Math.abs(ticks.low()));
        return new ValueFormat(
                unit, scale.factor, scale.symbol, decimals(ticks.step() * scale.factor));
    }

    /** What values of a size are multiplied with, and the symbol of the result. */
    private record Scale(double factor, String symbol) {
        private static final String[] BYTES = {"B", "kB", "MB", "GB"};

        static Scale of(Unit unit, double size) {
            return switch (unit) {
                case FRACTION -> new Scale(100, "%");
                case BYTES -> {
                    int power = size >= 1e9 ? 3 : size >= 1e6 ? 2 : size >= 1e3 ? 1 : 0;
                    yield new Scale(Math.pow(10, -3.0 * power), BYTES[power]);
                }
                case MEGABYTES -> size >= 1e4 ? new Scale(1e-3, "GB") : new Scale(1, "MB");
                case MILLISECONDS -> size >= 1e4 ? new Scale(1e-3, "s") : new Scale(1, "ms");
                case COUNT, RUNS_PER_MINUTE, SCORE, NONE -> new Scale(1, unit.symbol());
            };
        }
    }

    private static int decimals(double step) {
        return step <= 0 ? -1 : Math.clamp((int) -Math.floor(Math.log10(step) + 1e-9), 0, 9);
    }

    /** Text of a tick: percent carry their sign, other units stand in the title. */
    String axis(double value) {
        String number =
                decimals < 0
                        ? Numbers.plain(value * factor)
                        : Numbers.fixed(value * factor, decimals);
        return symbol.equals("%") ? number + "%" : number;
    }

    /** Text of a measured value of this axis. */
    String readout(double value) {
        return Numbers.of(value, unit);
    }
}
