package org.fleetscope.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.fleetscope.model.CellType;
import org.fleetscope.model.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are a series.
 *
 * @param timestamp index of the column with the times; −1 when there is none
 * @param value index of the column with the values
 */
record SeriesColumns(int timestamp, int value) {
    private static final Set<String> TIME_NAMES =
            Set.of("timestamp", "time", "datetime", "date", "ts", "recorded_at");

    /**
     * The columns named, else the first that looks like one: a column of times, a column called
     * value, a column of numbers.
     *
     * @throws IllegalArgumentException when a name is not there, or nothing looks like a value; the
     *     message lists the columns
     */
    static SeriesColumns of(
            List<TableColumn> columns, @Nullable String timestamp, @Nullable String value) {
        int time = timestamp == null ? usualTime(columns) : named(columns, timestamp);
        int number = value == null ? usualValue(columns, time) : named(columns, value);
        if (number < 0) {
            throw new IllegalArgumentException(
                    "no column has numbers; name one with --value. " + known(columns));
        }
        return new SeriesColumns(time, number);
    }

    private static int usualTime(List<TableColumn> columns) {
        int named = first(columns, -1, column -> TIME_NAMES.contains(lower(column)));
        return named >= 0
                ? named
                : first(columns, -1, column -> column.type() == CellType.TIMESTAMP);
    }

    private static int usualValue(List<TableColumn> columns, int time) {
        int named = first(columns, time, column -> lower(column).equals("value"));
        return named >= 0
                ? named
                : first(
                        columns,
                        time,
                        column ->
                                column.type() == CellType.DECIMAL
                                        || column.type() == CellType.INTEGER);
    }

    private static int named(List<TableColumn> columns, String name) {
        int found = first(columns, -1, column -> column.name().equals(name));
        if (found < 0) {
            throw new IllegalArgumentException(
                    "there is no column \"" + name + "\". " + known(columns));
        }
        return found;
    }

    private static int first(List<TableColumn> columns, int but, Predicate<TableColumn> wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (i != but && wanted.test(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String lower(TableColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private static String known(List<TableColumn> columns) {
        return "Columns: " + String.join(", ", columns.stream().map(TableColumn::name).toList());
    }
}
