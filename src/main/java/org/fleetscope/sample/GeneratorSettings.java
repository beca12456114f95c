package org.fleetscope.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/**
 * What fleet to make. Equal settings give equal bytes.
 *
 * @param rows lines of the KPI file, bad rows included, 1 or more
 * @param agents agents of the fleet, 1..100 000
 * @param days whole UTC days from {@code start}, 1..3660
 * @param seed seed of the random numbers
 * @param start first UTC day
 * @param faults kinds of faults built in, each with its strength as of {@link FaultStrengths}
 * @param badRowShare share of bad rows 0..0.1 when {@link FaultKind#BAD_ROWS} is among the faults;
 *     every kind of bad row occurs once at least, if a tenth of the rows suffices for that
 */
public record GeneratorSettings(
        long rows,
        int agents,
        int days,
        long seed,
        LocalDate start,
        Map<FaultKind, Double> faults,
        double badRowShare) {
    /**
     * A day of 40 agents with all faults; of the year 2026, so that a generated file never lies in
     * the future.
     */
    public static final GeneratorSettings DEFAULTS =
            new GeneratorSettings(
                    24_000,
                    40,
                    1,
                    42,
                    LocalDate.of(2025, 11, 5),
                    FaultStrengths.parse("all", 1),
                    0.001);

    public GeneratorSettings {
        require(rows >= 1, "rows", rows, "1 or more");
        require(agents >= 1 && agents <= 100_000, "agents", agents, "1 to 100000");
        require(days >= 1 && days <= 3660, "days", days, "1 to 3660");
        require(badRowShare >= 0 && badRowShare <= 0.1, "badRowShare", badRowShare, "0 to 0.1");
        faults.forEach(FaultStrengths::checked);
        faults = Map.copyOf(faults);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": expected " + expected);
        }
    }

    /** The days covered. */
    public TimeRange time() {
        long from = Times.ofInstant(start.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new TimeRange(from, from + days * Times.DAY);
    }
}
