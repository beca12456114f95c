package org.fleetscope.enrich;

import java.util.BitSet;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Values of one feature, one a row of the scope. Arrays are shared and must not be written. */
public sealed interface FeatureColumn {
    /** Missing value of {@link Ints} and {@link Texts}, also Tablesaw's for integers. */
    int MISSING_INT = Integer.MIN_VALUE;

    int rows();

    boolean isMissing(int row);

    /** The value for people and text formats; empty when missing. */
    String text(int row);

    /** The values as a Tablesaw column with its own missing value. Copies. */
    Column<?> column(String name);

    /** Real numbers; NaN is missing. */
    record Doubles(double[] values) implements FeatureColumn {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : Numbers.text(values[row]);
        }

        @Override
        public Column<?> column(String name) {
            return DoubleColumn.create(name, values);
        }
    }

    /**
     * Whole numbers; {@link #MISSING_INT} is missing.
     *
     * @param labels names of the values 0, 1, … of an ordinal; empty for plain numbers
     */
    record Ints(int[] values, List<String> labels) implements FeatureColumn {
        public Ints {
            labels = List.copyOf(labels);
        }

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return values[row] == MISSING_INT;
        }

        @Override
        public String text(int row) {
            if (isMissing(row)) {
                return "";
            }
            return labels.isEmpty() ? Integer.toString(values[row]) : labels.get(values[row]);
        }

        @Override
        public Column<?> column(String name) {
            return labels.isEmpty() ? IntColumn.create(name, values) : strings(name, this);
        }
    }

    /**
     * Yes or no.
     *
     * @param set rows with a yes
     * @param missing rows without an answer
     */
    record Flags(int rows, BitSet set, BitSet missing) implements FeatureColumn {
        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }

        public boolean isSet(int row) {
            return set.get(row);
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : Boolean.toString(isSet(row));
        }

        @Override
        public Column<?> column(String name) {
            BooleanColumn column = BooleanColumn.create(name);
            for (int row = 0; row < rows; row++) {
                if (isMissing(row)) {
                    column.appendMissing();
                } else {
                    column.append(isSet(row));
                }
            }
            return column;
        }
    }

    /** Indicators, 1 or 0 each as statistics programs want them; never missing. */
    record Indicators(int rows, BitSet ones) implements FeatureColumn {
        public int value(int row) {
            return ones.get(row) ? 1 : 0;
        }

        @Override
        public boolean isMissing(int row) {
            return false;
        }

        @Override
        public String text(int row) {
            return Integer.toString(value(row));
        }

        @Override
        public Column<?> column(String name) {
            int[] values = new int[rows];
            ones.stream().forEach(row -> values[row] = 1);
            return IntColumn.create(name, values);
        }
    }

    /**
     * Names.
     *
     * @param codes index into the dictionary, or {@link #MISSING_INT}
     */
    record Texts(int[] codes, List<String> dictionary) implements FeatureColumn {
        public Texts {
            dictionary = List.copyOf(dictionary);
        }

        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] == MISSING_INT;
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : dictionary.get(codes[row]);
        }

        @Override
        public Column<?> column(String name) {
            return strings(name, this);
        }
    }

    private static StringColumn strings(String name, FeatureColumn values) {
        StringColumn column = StringColumn.create(name);
        for (int row = 0; row < values.rows(); row++) {
            column.append(values.text(row));
        }
        return column;
    }
}
