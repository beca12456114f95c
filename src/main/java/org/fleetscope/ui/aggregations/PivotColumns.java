package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.Change;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a pivot's table, whose items are the grid's lines by number: the row dimensions,
 * then the measures of each value of the column dimension, then those of the total.
 */
final class PivotColumns {
    private final PivotGrid grid;
    private final Snapshot names;
    private final TimeText times;
    private final boolean heat;

    PivotColumns(PivotGrid grid, Snapshot names, TimeText times, boolean heat) {
        this.grid = grid;
        this.names = names;
        this.times = times;
        this.heat = heat;
    }

    /**
     * Where the numbers of a column come from.
     *
     * @param column of the grid
     * @param change whether it is the change of the measure
     */
    record Place(int column, int measure, boolean change) {}

    List<TableColumn<Integer, ?>> all() {
        List<TableColumn<Integer, ?>> all = new ArrayList<>();
        for (int i = 0; i < grid.layout().rows().size(); i++) {
            all.add(header(i));
        }
        boolean byColumn = !grid.layout().column().isNone();
        for (int c = byColumn ? 0 : grid.total(); c <= grid.total(); c++) {
            List<TableColumn<Integer, Double>> own = numbers(c);
            if (!byColumn) {
                all.addAll(own);
            } else if (own.size() == 1) {
                own.getFirst().setText(columnText(c));
                all.add(own.getFirst());
            } else {
                TableColumn<Integer, Double> parent = new TableColumn<>(columnText(c));
                parent.getColumns().addAll(own);
                all.add(parent);
            }
        }
        return all;
    }

    private TableColumn<Integer, String> header(int dimension) {
        TableColumn<Integer, String> column =
                new TableColumn<>(grid.layout().rows().get(dimension).label());
        column.setPrefWidth(dimension == 0 ? 150 : 180);
        column.setCellValueFactory(
                line -> new ReadOnlyObjectWrapper<>(headerText(line.getValue(), dimension)));
        column.setCellFactory(ignored -> new PivotCells.Header(grid));
        return column;
    }

    /** What stands before the numbers of a line. */
    String headerText(int line, int dimension) {
        List<@Nullable Object> key = grid.lines().get(line).key();
        if (dimension < key.size()) {
            return grid.layout().rows().get(dimension).text(key.get(dimension), names, times);
        }
        return dimension > key.size() ? "" : key.isEmpty() ? "All" : "All of it";
    }

    String columnText(int column) {
        return column == grid.total()
                ? "All"
                : grid.layout().column().text(grid.columns().get(column), names, times);
    }

    private List<TableColumn<Integer, Double>> numbers(int column) {
        List<TableColumn<Integer, Double>> own = new ArrayList<>();
        for (int m = 0; m < grid.layout().measures().size(); m++) {
            own.add(number(new Place(column, m, false)));
            if (grid.layout().isCompared()) {
                own.add(number(new Place(column, m, true)));
            }
        }
        return own;
    }

    private TableColumn<Integer, Double> number(Place place) {
        PivotMeasure measure = grid.layout().measures().get(place.measure());
        TableColumn<Integer, Double> column =
                new TableColumn<>(place.change() ? "Change" : measure.label());
        column.getStyleClass().add("number-column");
        column.setPrefWidth(140);
        column.setUserData(place);
        column.setCellValueFactory(
                line -> new ReadOnlyObjectWrapper<>(number(line.getValue(), place)));
        column.setCellFactory(ignored ->
                new PivotCells.Number(
                        grid,
                        place.change() ? value -> Change.relative(value, 0).text() : measure::text,
                        value -> heat && !place.change() ? grid.heat(value, place.measure()) : 0));
        return column;
    }

    private double number(int line, Place place) {
        return place.change()
                ? grid.change(line, place.column(), place.measure())
                : grid.value(line, place.column(), place.measure());
    }

    /** The table as it is shown, numbers at full precision. */
    TableData table(List<Integer> lines) {
        int rows = grid.layout().rows().size();
        List<String> header = new ArrayList<>();
        grid.layout().rows().forEach(row -> header.add(row.label()));
        List<Place> places = new ArrayList<>();
        boolean byColumn = !grid.layout().column().isNone();
        for (int c = byColumn ? 0 : grid.total(); c <= grid.total(); c++) {
            for (TableColumn<Integer, Double> column : numbers(c)) {
                Place place = (Place) column.getUserData();
                String measure = grid.layout().measures().get(place.measure()).id();
                String name = place.change() ? "relative_change(" + measure + ")" : measure;
                header.add(byColumn ? columnText(c) + " " + name : name);
                places.add(place);
            }
        }
        List<List<@Nullable Object>> table = new ArrayList<>();
        for (int line : lines) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                cells.add(headerText(line, i));
            }
            for (Place place : places) {
                double value = number(line, place);
                cells.add(Double.isNaN(value) ? null : (Object) value);
            }
            table.add(cells);
        }
        return new TableData(header, table);
    }
}
