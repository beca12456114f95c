package org.fleetscope.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Formats that a table can be written in; text is always UTF-8. */
public enum TableFormat {
    /** RFC 4180: CRLF, a header, missing is empty, text as it is. */
    CSV(".csv"),
    /** One JSON object a line, missing is null. */
    NDJSON(".ndjson"),
    /** One JSON array of objects, missing is null. */
    JSON(".json"),
    /** An Excel workbook, missing is an empty cell. */
    XLSX(".xlsx");

    private final String ending;

    TableFormat(String ending) {
        this.ending = ending;
    }

    /** Ending of a file's name, with the dot. */
    public String ending() {
        return ending;
    }

    /** The format that a file's name asks for by its ending, in any case. */
    public static Optional<TableFormat> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        for (TableFormat format : values()) {
            if (name.endsWith(format.ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Starts a table; closing the writer closes the stream. */
    public TableWriter open(OutputStream to) throws IOException {
        return switch (this) {
            case CSV -> new CsvTableWriter(to, TextCells.PLAIN);
            case NDJSON -> JsonTableWriter.lines(to);
            case JSON -> JsonTableWriter.array(to);
            case XLSX -> new XlsxTableWriter(to);
        };
    }
}
