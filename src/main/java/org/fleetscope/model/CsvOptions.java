package org.fleetscope.model;

import org.jspecify.annotations.Nullable;

/**
 * What the person says about the dialect of a CSV file; everything left open is found by trying.
 *
 * @param delimiter text between cells, null to find it
 * @param quote character around cells, empty for none, null to find it
 * @param escape character that escapes quotes inside cells; the quote itself for quotes written
 *     twice; null to find it
 * @param header whether the first row names the columns, null to find out
 * @param skipLines lines before the table, 0 to find them
 */
public record CsvOptions(
        @Nullable String delimiter,
        @Nullable String quote,
        @Nullable String escape,
        @Nullable Boolean header,
        int skipLines) {
    /** Everything is found by trying. */
    public static final CsvOptions DETECT = new CsvOptions(null, null, null, null, 0);

    public CsvOptions {
        boolean badDelimiter = delimiter != null && delimiter.isEmpty();
        boolean badQuote =
                quote != null
                        && (quote.length() > 1 || (!quote.isEmpty() && quote.charAt(0) > 126));
        boolean badEscape = escape != null && (escape.length() != 1 || escape.charAt(0) > 126);
        if (badDelimiter || badQuote || badEscape || skipLines < 0) {
            throw new IllegalArgumentException(
                    "delimiter \""
                            + delimiter
                            + "\", quote \""
                            + quote
                            + "\", escape \""
                            + escape
                            + "\", "
                            + skipLines
                            + " lines skipped; expected a delimiter, one ASCII character each for quote and escape, and lines from 0 up");
        }
    }
}
