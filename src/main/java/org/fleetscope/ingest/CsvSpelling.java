package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;

/**
 * How cells are told apart in delimited text.
 *
 * @param delimiter text between cells, one character or more; empty when a record is one cell
 * @param quotes characters that quote a cell, the usual one first; empty for none
 * @param escapes how a quote stands inside a quoted cell
 * @param escape the character that escapes a quote where all are escaped, else 0
 */
public record CsvSpelling(String delimiter, String quotes, Escapes escapes, char escape) {
    /** Quotes inside quoted cells. */
    public enum Escapes {
        /** Written twice, or behind a backslash in cells that show it. */
        BY_CELL,
        /** Each behind the escape character. */
        ALWAYS,
        /** As they are: a quote closes its cell only at the cell's end. */
        NEVER
    }

    static final CsvSpelling COMMAS = of(",", "\"");

    public CsvSpelling {
        if (quotes.length() > 2 || (escapes == Escapes.ALWAYS) != (escape != 0)) {
            throw new IllegalArgumentException(quotes + ", " + escapes + ", " + escape);
        }
    }

    static CsvSpelling of(String delimiter, String quotes) {
        return new CsvSpelling(delimiter, quotes, Escapes.BY_CELL, (char) 0);
    }

    CsvSpelling withQuotes(String other) {
        return new CsvSpelling(delimiter, other, escapes, escape);
    }

    CsvSpelling withDelimiter(String other) {
        return new CsvSpelling(other, quotes, escapes, escape);
    }

    CsvSpelling unescaped() {
        return new CsvSpelling(delimiter, quotes, Escapes.NEVER, (char) 0);
    }

    CsvSpelling escapedBy(char character) {
        return new CsvSpelling(delimiter, quotes, Escapes.ALWAYS, character);
    }

    byte[] delimiterBytes() {
        return delimiter.getBytes(StandardCharsets.UTF_8);
    }
}
