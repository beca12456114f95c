package org.fleetscope.ingest;

import java.util.List;

/**
 * How a CSV file is written and where its table stands.
 *
 * @param spelling how cells are told apart
 * @param profile what records of the table look like
 * @param decimalComma whether numbers have a comma for the decimal point
 * @param columns names of the columns; made up where the file has none
 * @param headers header rows as they stand in the file, none when it has none
 * @param preamble bytes of the lines before the table, without a byte order mark
 * @param dataStart offset of the first byte behind the header rows in the uncompressed stream
 * @param trailing whether rows end with a delimiter behind which there is no column
 */
public record CsvDialect(
        CsvSpelling spelling,
        CsvProfile profile,
        boolean decimalComma,
        List<String> columns,
        List<List<String>> headers,
        int preamble,
        long dataStart,
        boolean trailing) {
    public CsvDialect {
        columns = List.copyOf(columns);
        headers = List.copyOf(headers);
    }

    String delimiter() {
        return spelling.delimiter();
    }

    CsvDialect behindPreamble() {
        return new CsvDialect(
                spelling, profile, decimalComma, columns, headers, 0, dataStart, trailing);
    }
}
