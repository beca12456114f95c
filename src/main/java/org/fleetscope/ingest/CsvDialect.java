package org.fleetscope.ingest;

import java.util.List;

/**
 * How a CSV file is written.
 *
 * @param delimiter comma, semicolon, tab or vertical bar
 * @param backslash whether a backslash in a quoted cell takes the next character as it is
 * @param decimalComma whether numbers may have a comma for the decimal point
 * @param columns names in the header row
 * @param dataStart offset of the first byte behind the header row in the uncompressed stream
 */
public record CsvDialect(
        char delimiter,
        boolean backslash,
        boolean decimalComma,
        List<String> columns,
        long dataStart) {
    public CsvDialect {
        columns = List.copyOf(columns);
    }
}
