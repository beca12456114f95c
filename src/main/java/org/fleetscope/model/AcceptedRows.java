package org.fleetscope.model;

/**
 * Rows of a batch that passed validation and are new.
 *
 * @param rows indices into the batch, ascending
 * @param metadata one entry a row of {@code rows}; instances are shared
 */
public record AcceptedRows(KpiBatch batch, int[] rows, RunMetadata[] metadata) {
    public AcceptedRows {
        if (rows.length != metadata.length) {
            throw new IllegalArgumentException(
                    rows.length + " rows with metadata of " + metadata.length);
        }
    }

    public int size() {
        return rows.length;
    }
}
