package org.fleetscope.enrich;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Features as numbers to take measures of: yes is 1 and no 0, an ordinal its place. */
public final class FeatureNumbers {
    private FeatureNumbers() {}

    /**
     * One value a row, NaN where missing; the column's own array where it has one. Not for names.
     */
    public static Optional<double[]> of(FeatureColumn column) {
        return switch (column) {
            case FeatureColumn.Doubles doubles -> Optional.of(doubles.values());
            case FeatureColumn.Ints ints -> Optional.of(numbers(column, row -> ints.values()[row]));
            case FeatureColumn.Flags flags ->
                    Optional.of(numbers(column, row -> flags.isSet(row) ? 1 : 0));
            case FeatureColumn.Indicators ones -> Optional.of(numbers(column, ones::value));
            case FeatureColumn.Texts texts -> Optional.empty();
        };
    }

    private static double[] numbers(FeatureColumn column, IntUnaryOperator value) {
        return IntStream.range(0, column.rows())
                .mapToDouble(row -> column.isMissing(row) ? Double.NaN : value.applyAsInt(row))
                .toArray();
    }
}
