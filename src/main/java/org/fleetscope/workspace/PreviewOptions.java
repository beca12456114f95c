package org.fleetscope.workspace;

import org.fleetscope.model.CsvOptions;

/**
 * Settings of a preview.
 *
 * @param rows rows to show, ≥ 0
 * @param whole whether the whole table is wanted as well, so that its columns are those of all rows
 * @param csv what is known of the dialect of a CSV file
 */
public record PreviewOptions(int rows, boolean whole, CsvOptions csv) {
    public PreviewOptions {
        if (rows < 0) {
            throw new IllegalArgumentException(rows + " rows");
        }
    }
}
