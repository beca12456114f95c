package org.fleetscope.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses which lines of the KPI file are bad: spread evenly, never two in a row, the kinds in
 * turn.
 */
final class BadRowPlan {
    private BadRowPlan() {}

    /** In order of lines; a file of fewer than ten lines has no bad ones. */
    static List<BadRow> make(GeneratorSettings settings, SplittableRandom random) {
        if (!settings.faults().containsKey(FaultKind.BAD_ROWS)) {
            return List.of();
        }
        BadRowKind[] kinds = BadRowKind.values();
        long wanted = Math.max(kinds.length, Math.round(settings.rows() * settings.badRowShare()));
        int count = Math.toIntExact(Math.min(wanted, settings.rows() / 10));
        List<BadRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            // the middle of its stretch, so that a neighbour stays good: repeats are made from it
            double at = (i + 0.2 + 0.6 * random.nextDouble()) / count;
            rows.add(new BadRow(1 + (long) (at * settings.rows()), kinds[i % kinds.length]));
        }
        return List.copyOf(rows);
    }
}
