package org.fleetscope.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook, rows handed on as they come: a header that stays in view, missing is an empty
 * cell, times are ISO-8601 text as in the other formats. A table longer than a sheet goes on in the
 * next, under the same header. Whole numbers with more digits than Excel keeps are text.
 */
final class XlsxTableWriter implements TableWriter {
    /** Excel keeps 15 digits. */
    private static final long LARGEST_EXACT = 999_999_999_999_999L;

    private static final int LONGEST_TEXT = 32_767;
    private static final int ROWS_AT_ONCE = 1000;

    private final Workbook workbook;
    private final int rowsOfSheet;
    private List<String> columns = List.of();
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxTableWriter(OutputStream to) {
        this(to, Worksheet.MAX_ROWS);
    }

    XlsxTableWriter(OutputStream to, int rowsOfSheet) {
        this.workbook = new Workbook(to, "Fleetscope", null);
        this.rowsOfSheet = rowsOfSheet;
        this.sheet = workbook.newWorksheet("Table");
    }

    @Override
    public void columns(List<String> names) throws IOException {
        if (names.size() > Worksheet.MAX_COLS) {
            throw new IOException(
                    "An Excel sheet has "
                            + Worksheet.MAX_COLS
                            + " columns and the table "
                            + names.size()
                            + ": write it as .csv.");
        }
        columns = List.copyOf(names);
        header();
    }

    private void header() throws IOException {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, text(columns.get(column)));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        if (row == rowsOfSheet) {
            sheet.finish();
            sheet = workbook.newWorksheet("Table " + ++sheets);
            header();
        }
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell != null && !Cells.isMissing(cell)) {
                write(column, cell);
            }
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Object cell) throws IOException {
        switch (cell) {
            case Boolean truth -> sheet.value(row, column, truth);
            case Long number when Math.abs(number) > LARGEST_EXACT ->
                    sheet.value(row, column, number.toString());
            case BigInteger number -> sheet.value(row, column, number.toString());
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, text(cell.toString()));
        }
    }

    private String text(String text) throws IOException {
        if (text.length() > LONGEST_TEXT) {
            throw new IOException(
                    "A cell of an Excel sheet holds "
                            + LONGEST_TEXT
                            + " characters and row "
                            + row
                            + " has one of "
                            + text.length()
                            + ": write the table as .csv.");
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
