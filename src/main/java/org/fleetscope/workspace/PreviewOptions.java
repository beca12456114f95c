package org.fleetscope.workspace;

/**
 * Settings of a preview.
 *
 * @param rows rows to show, ≥ 0
 * @param whole whether the whole table is wanted as well, so that its columns are those of all rows
 */
public record PreviewOptions(int rows, boolean whole) {
    public PreviewOptions {
        if (rows < 0) {
            throw new IllegalArgumentException(rows + " rows");
        }
    }
}
