package org.fleetscope.workspace;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of a repair: {@code readmitted + alreadyThere + refused} is all of them.
 *
 * @param repairId 0 when nothing was changed
 * @param alreadyThere rows that say what a stored one says; they are out of quarantine, nothing was
 *     stored
 * @param refused rows that still break an error rule and stay in quarantine
 * @param rules refused rows by the rules they broke
 */
public record RepairOutcome(
        long repairId,
        String description,
        long readmitted,
        long alreadyThere,
        long refused,
        Map<String, Long> rules) {
    public RepairOutcome {
        rules = new TreeMap<>(rules);
    }

    /** Rows out of quarantine. */
    public long repaired() {
        return readmitted + alreadyThere;
    }
}
