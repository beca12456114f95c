package org.fleetscope.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as CSV: RFC 4180 with a header and line feeds, missing values empty, numbers at
 * full precision. Text that a spreadsheet would take for a formula gets a leading apostrophe;
 * numbers never do.
 */
public final class CsvTables {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /**
     * Beyond it not every whole number is a double, so plain digits would claim more than is known.
     */
    private static final double EXACT_WHOLE = 0x1p53;

    private CsvTables() {}

    /** Writes a file, replacing one of that name once the table is complete. */
    public static Path write(TableData table, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        return ReportFiles.replace(
                part,
                file,
                () -> {
                    try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                        write(table, out);
                    }
                });
    }

    /** Writes to an open writer, which stays open. */
    public static void write(TableData table, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(table.columns().stream().map(CsvTables::harmless).toList());
        for (List<@Nullable Object> row : table.rows()) {
            csv.writeRecord(row.stream().map(CsvTables::cell).toList());
        }
        csv.flush();
    }

    /** Text of a cell: empty for null and NaN. */
    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> number(number);
            case Float number -> number(number);
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            default -> harmless(value.toString());
        };
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
