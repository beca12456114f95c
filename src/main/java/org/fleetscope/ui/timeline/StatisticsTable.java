package org.fleetscope.ui.timeline;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import org.fleetscope.series.BrushStatistics.Row;
import org.fleetscope.ui.support.Numbers;

/** Columns of the table that sets the inside of a brush against its outside. */
final class StatisticsTable {
    private StatisticsTable() {}

    static List<TableColumn<Row, ?>> columns() {
        return List.of(
                Tables.text("Metric", 84, row -> row.metric().label()),
                number("Median inside", Row::medianInside),
                number("outside", Row::medianOutside),
                Tables.number("Change", 76, StatisticsTable::change, StatisticsTable::changeText),
                number("Mean inside", Row::meanInside),
                number("outside", Row::meanOutside),
                number("SD inside", Row::sdInside),
                number("outside", Row::sdOutside));
    }

    /** Relative change of the median from outside to inside; NaN when it can't be told. */
    static double change(Row row) {
        return row.medianOutside() == 0 ? Double.NaN : row.medianInside() / row.medianOutside() - 1;
    }

    private static String changeText(Row row) {
        double change = change(row);
        String text = Numbers.percent(change);
        return change > 0 ? "+" + text : text;
    }

    private static TableColumn<Row, Double> number(String name, ToDoubleFunction<Row> value) {
        return Tables.number(
                name, 112, value, row -> Numbers.of(value.applyAsDouble(row), row.metric().unit()));
    }
}
