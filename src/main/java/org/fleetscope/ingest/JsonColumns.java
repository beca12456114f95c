package org.fleetscope.ingest;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of JSON rows, in the order in which the rows show them, and the rows' cells in them. */
final class JsonColumns {
    private static final int MOST = 100_000;

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final String file;

    JsonColumns(String file) {
        this.file = file;
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    void learn(byte[] bytes, int start, int end) throws IOException, JsonFaultException {
        JsonCells.of(bytes, start, end, (name, _) -> columns.putIfAbsent(name, columns.size()));
        if (columns.size() > MOST) {
            throw new IOException(
                    file
                            + ": the rows have more than "
                            + MOST
                            + " different members, too many for the columns of a table");
        }
    }

    /** Cells of the columns known; a member that no column was learned for is left out. */
    List<@Nullable String> cells(byte[] bytes, int start, int end) throws JsonFaultException {
        @Nullable String[] cells = new @Nullable String[columns.size()];
        JsonCells.of(
                bytes,
                start,
                end,
                (name, text) -> {
                    Integer column = columns.get(name);
                    if (column != null) {
                        cells[column] = text;
                    }
                });
        return Arrays.asList(cells);
    }
}
