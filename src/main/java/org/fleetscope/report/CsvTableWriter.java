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
 * RFC 4180 as every CSV of the program has it: numbers at full precision, booleans true and false.
 */
final class CsvTableWriter implements TableWriter {
    private final CsvWriter csv;

    CsvTableWriter(OutputStream to) {
        csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    }

    @Override
    public void columns(List<String> names) {
        csv.writeRecord(names);
    }

    @Override
    public void row(@Nullable Object[] cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = text(cells[i]);
        }
        csv.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        return cell == null || Cells.isMissing(cell) ? "" : cell.toString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
