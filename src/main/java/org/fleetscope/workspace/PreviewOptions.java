package org.fleetscope.workspace;

import org.fleetscope.model.ReadOptions;

/**
 * Settings of a preview.
 *
 * @param rows rows to show, ≥ 0
 * @param whole whether the whole table is wanted as well, so that its columns are those of all rows
 * @param read format, encoding and limits of the file
 */
public record PreviewOptions(int rows, boolean whole, ReadOptions read) {
    public PreviewOptions(int rows, boolean whole) {
        this(rows, whole, ReadOptions.DEFAULTS);
    }

    public PreviewOptions {
        if (rows < 0) {
            throw new IllegalArgumentException(rows + " rows");
        }
    }
}
