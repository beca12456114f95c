package org.fleetscope.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 as every CSV of the program has it: CRLF, a header, missing is empty, numbers at full
 * precision, booleans true and false.
 */
final class CsvTableWriter implements TableWriter {
    private final CsvWriter csv;
    private final TextCells texts;

    CsvTableWriter(OutputStream to, TextCells texts) {
        csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        this.texts = texts;
    }

    @Override
    public void columns(List<String> names) {
        csv.writeRecord(names.stream().map(texts::text).toList());
    }

    @Override
    public void row(@Nullable Object[] cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = text(cells[i]);
        }
        csv.writeRecord(row);
    }

    private String text(@Nullable Object cell) {
        if (cell == null || Cells.isMissing(cell)) {
            return "";
        }
        // A number is never a formula, whatever its sign.
        return cell instanceof Number ? cell.toString() : texts.text(cell.toString());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
