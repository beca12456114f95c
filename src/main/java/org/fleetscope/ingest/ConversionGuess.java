package org.fleetscope.ingest;

import java.util.Optional;
import org.fleetscope.model.Unit;
import org.jspecify.annotations.Nullable;

/** Guesses the unit of a column from its name, else from the size of its values. */
final class ConversionGuess {
    /** No run of a task is shorter than this many ms in the middle of its fleet. */
    private static final double SHORT = 60;

    private static final double LARGE_MS = 1e7;
    private static final double MANY_BYTES = 1e6;

    /**
     * The conversion into a field's unit.
     *
     * @param unit that the column's name ends with; null for none
     * @return null when the values need none
     */
    @Nullable Conversion of(String field, @Nullable String unit, ColumnFacts column) {
        Unit target = FieldRuleReader.unit(field);
        if (target == null || column.numbers().isEmpty()) {
            return null;
        }
        Optional<Conversion> named =
                unit == null ? Optional.empty() : Conversion.from(unit, target);
        if (named.isPresent() || (unit != null && isOwn(unit, target))) {
            return named.orElse(null);
        }
        return Conversion.of(
                        switch (target) {
                            case MILLISECONDS -> duration(column);
                            case FRACTION -> column.max() > 1 ? "%->fraction" : "";
                            case MEGABYTES -> column.median() >= MANY_BYTES ? "B->MB" : "";
                            default -> "";
                        })
                .orElse(null);
    }

    private static boolean isOwn(String unit, Unit target) {
        return switch (target) {
            case MILLISECONDS -> unit.equals("ms");
            case MEGABYTES -> unit.equals("MB");
            case BYTES -> unit.equals("B");
            default -> false;
        };
    }

    private static String duration(ColumnFacts column) {
        if (column.hasFractions() && column.median() < SHORT) {
            return "s->ms";
        }
        return column.median() >= LARGE_MS ? "ns->ms" : "";
    }
}
