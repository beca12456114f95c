package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Execution contexts by the bytes of their cells. Rows of one host share theirs, so that most rows
 * need only look theirs up. Not thread-safe.
 */
final class CsvContexts {
    private static final int MOST = 4096;

    private final int[] columns;
    private final CsvCells cells;
    private final JsonCursor in = new JsonCursor();
    private final FastContext reader = new FastContext(in);
    private final Map<Long, Known> known = new HashMap<>();
    private byte[] key = new byte[256];
    private int size;

    /**
     * @param columns those that make up the context
     * @param cells makes a context of cells seen for the first time
     */
    CsvContexts(int[] columns, CsvCells cells) {
        this.columns = columns;
        this.cells = cells;
    }

    /**
     * A context.
     *
     * @param json its text, with room for a cursor behind it
     * @param length of the text; 0 when the row has no context
     * @param hostStart where the host's name stands in it, −1 for none
     */
    record Known(
            byte[] key,
            byte[] json,
            int length,
            long hash,
            int flags,
            int hostStart,
            int hostEnd,
            long hostHash,
            double gpu) {}

    /** The context of a record; null when its cells are out of the ordinary. */
    @Nullable Known of(CsvRecord record) {
        size = 0;
        for (int column : columns) {
            append(record, column);
        }
        long hash = ContentHash.ofText(key, 0, size);
        Known found = known.get(hash);
        if (found != null && Arrays.equals(found.key, 0, found.key.length, key, 0, size)) {
            return found;
        }
        Known made = make(record);
        if (made != null) {
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(hash, made);
        }
        return made;
    }

    private void append(CsvRecord record, int column) {
        int length = record.to[column] - record.from[column];
        if (size + length + 2 + Long.BYTES > key.length) {
            key = Arrays.copyOf(key, 2 * (size + length + 2 + Long.BYTES));
        }
        System.arraycopy(record.bytes, record.from[column], key, size, length);
        size += length;
        key[size++] = record.form[column];
        key[size++] = record.quote[column];
    }

    private @Nullable Known make(CsvRecord record) {
        JsonNode context;
        try {
            context = cells.row(record.texts()).node().path(KpiFields.CONTEXT);
        } catch (MalformedRowException tooManyCells) {
            return null;
        }
        byte[] own = Arrays.copyOf(key, size);
        if (context.isMissingNode()) {
            return new Known(own, new byte[0], 0, 0, 0, -1, -1, 0, Double.NaN);
        }
        byte[] text = JsonRow.text(context);
        byte[] json = Arrays.copyOf(text, text.length + Chunk.PADDING);
        json[text.length] = '\n';
        in.at(json, 0);
        reader.reset();
        long hash = context.isObject() ? reader.context() : 0;
        // A number beyond all doubles is text in JSON, and hashes otherwise.
        boolean same = !in.strange && in.at == text.length && hash == ContentHash.of(context);
        if (!context.isObject() || !same) {
            return null;
        }
        return new Known(
                own,
                json,
                text.length,
                hash,
                reader.flags,
                reader.hostStart,
                reader.hostEnd,
                reader.hostHash,
                reader.gpu);
    }
}
