package org.fleetscope.detection;

import java.time.LocalDate;
import java.util.Arrays;
import org.fleetscope.sample.FaultKind;
import org.fleetscope.sample.FaultStrengths;
import org.fleetscope.sample.GeneratorSettings;

/**
 * Size of the fleets that are looked at.
 *
 * @param days whole days from Wednesday 2025-11-05
 * @param runs of an agent a day on the average
 */
record Scenario(int agents, int days, int runs) {
    int rows() {
        return agents * days * runs;
    }

    long agentDays() {
        return (long) agents * days;
    }

    /**
     * Settings of a fleet with every kind of fault but bad rows.
     *
     * @param strength of all faults; at 0 they change nothing
     */
    GeneratorSettings settings(long seed, double strength) {
        String kinds =
                String.join(
                        ",",
                        Arrays.stream(FaultKind.values())
                                .filter(kind -> kind != FaultKind.BAD_ROWS)
                                .map(FaultKind::id)
                                .toList());
        return new GeneratorSettings(
                rows(),
                agents,
                days,
                seed,
                LocalDate.of(2025, 11, 5),
                FaultStrengths.parse(kinds, strength),
                0);
    }
}
