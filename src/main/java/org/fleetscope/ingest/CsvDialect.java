package org.fleetscope.ingest;

import java.util.List;

/**
 * How a CSV file is written.
 *
 * @param delimiter comma, semicolon, tab or vertical bar
 * @param backslash whether {@code \"} in a quoted cell is always a quote and {@code \\} a
 *     backslash; otherwise each cell shows its style
 * @param decimalComma whether numbers may have a comma for the decimal point
 * @param columns names in the header row
 * @param preamble bytes of the lines before the header row, without a byte order mark
 * @param dataStart offset of the first byte behind the header row in the uncompressed stream
 */
public record CsvDialect(
        char delimiter,
        boolean backslash,
        boolean decimalComma,
        List<String> columns,
        int preamble,
        long dataStart) {
    public CsvDialect {
        columns = List.copyOf(columns);
    }

    CsvDialect behindPreamble() {
        return new CsvDialect(delimiter, backslash, decimalComma, columns, 0, dataStart);
    }
}
