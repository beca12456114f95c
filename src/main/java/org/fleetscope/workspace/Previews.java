package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.PlainTable;
import org.fleetscope.ingest.SourceFile;
import org.fleetscope.ingest.TableShape;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.TablePreview;
import org.jspecify.annotations.Nullable;

/** Shows what a file is and says before any mapping; needs no workspace. Thread-safe. */
public final class Previews {
    /** Rows that types are found by, unless more are shown. */
    private static final int TYPED_ROWS = 10_000;

    private final Ingest ingest = new Ingest(1);

    /** A file opened for looking at it. */
    public static final class PreviewedFile {
        private final PlainTable table;
        private final TablePreview preview;

        PreviewedFile(PlainTable table, TablePreview preview) {
            this.table = table;
            this.preview = preview;
        }

        public TablePreview preview() {
            return preview;
        }

        /** Header rows as they stand in the file, none when it has none. */
        public List<List<String>> headerRows() {
            return table.headerRows();
        }

        /**
         * Reads the whole table, in bounded memory.
         *
         * @throws IOException when the file can't be read to its end, saying where
         */
        public void rows(Rows to, JobContext job) throws IOException {
            table.rows(
                    cells -> {
                        to.row(cells);
                        return true;
                    },
                    job);
        }
    }

    /** Takes rows: cells in the order of the columns, null for missing; a long row has more. */
    public interface Rows {
        void row(List<@Nullable String> cells) throws IOException;
    }

    /**
     * Recognises a file and reads its first rows.
     *
     * @throws IOException when it can't be read or recognised, or when a document is malformed
     *     there; the message names the file and the place
     */
    public PreviewedFile open(Path path, PreviewOptions options, JobContext job)
            throws IOException {
        SourceFile file = ingest.look(path.toAbsolutePath(), options.read());
        int sample = Math.max(TYPED_ROWS, options.rows());
        PlainTable table = ingest.table(file, options.whole() ? Long.MAX_VALUE : sample, job);
        TableShape shape = new TableShape(table.columns());
        List<List<@Nullable String>> rows = new ArrayList<>();
        int[] read = {0};
        table.rows(
                cells -> {
                    shape.add(cells);
                    if (rows.size() < options.rows()) {
                        rows.add(cells);
                    }
                    return ++read[0] < sample;
                },
                job);
        return new PreviewedFile(
                table,
                new TablePreview(
                        file.format(),
                        file.charset().name(),
                        table.dialect(),
                        shape.columns(),
                        rows));
    }
}
