package org.fleetscope.csv;

import java.util.ArrayList;
import java.util.List;

/** Writes records as delimited text in any spelling; quotes only what needs it. */
record CsvText(String delimiter, String quote, String escape, String end) {
    static final CsvText PLAIN = new CsvText(",", "\"", "\"", "\n");

    CsvText delimiter(String other) {
        return new CsvText(other, quote, escape, end);
    }

    CsvText quote(String other) {
        return new CsvText(delimiter, other, escape.equals(quote) ? other : escape, end);
    }

    CsvText escape(String other) {
        return new CsvText(delimiter, quote, other, end);
    }

    CsvText end(String other) {
        return new CsvText(delimiter, quote, escape, other);
    }

    String cell(String text) {
        boolean special =
                text.contains(delimiter)
                        || text.contains(",")
                        || text.contains("\n")
                        || text.contains("\"")
                        || (!quote.isEmpty() && text.contains(quote));
        if (!special || quote.isEmpty()) {
            return text;
        }
        String escaped = text.replace(quote, escape + quote);
        return quote
                + (escape.equals("\\")
                        ? text.replace("\\", "\\\\").replace(quote, "\\" + quote)
                        : escaped)
                + quote;
    }

    String record(List<String> cells) {
        return String.join(delimiter, cells.stream().map(this::cell).toList());
    }

    List<String> lines(CleanTable table) {
        List<String> lines = new ArrayList<>();
        lines.add(record(table.header()));
        table.records().forEach(record -> lines.add(record(record)));
        return lines;
    }

    String text(List<String> lines) {
        return String.join(end, lines) + end;
    }

    String text(CleanTable table) {
        return text(lines(table));
    }
}
