package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.TableColumn;
import org.jspecify.annotations.Nullable;

/** Finds the types of a table's columns while its rows pass. */
public final class TableShape {
    private final List<String> names;
    private final List<CellTypes> types = new ArrayList<>();

    public TableShape(List<String> names) {
        this.names = List.copyOf(names);
        names.forEach(_ -> types.add(new CellTypes()));
    }

    /** Takes a row; cells beyond the columns have no type. */
    public void add(List<@Nullable String> cells) {
        for (int i = 0; i < Math.min(cells.size(), types.size()); i++) {
            types.get(i).add(cells.get(i));
        }
    }

    public List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new TableColumn(names.get(i), types.get(i).type()));
        }
        return columns;
    }
}
