package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.fleetscope.model.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a stream format in their order and hands them on in groups. Waits in between
 * when groups are not taken as fast, and ends the reading when the job is cancelled. Used by one
 * thread.
 */
final class RowOutput {
    private static final int GROUP_ROWS = 2000;
    private static final int GROUP_BYTES = 4 << 20;

    /**
     * Where a row stands, or the first of the places that it was put together from.
     *
     * @param line counted from 1
     * @param offset of the line, or of the row within it, in the uncompressed stream
     */
    record Place(long line, long offset) {}

    /** A row, or the reason why it can't be read; its text is a stretch of the group's. */
    record Row(
            @Nullable ObjectNode node,
            @Nullable MalformedRowException fault,
            Place place,
            int start,
            int end) {}

    /**
     * Rows that are handed on together.
     *
     * @param text their texts, as a chunk
     */
    record Group(List<Row> rows, Chunk text) {}

    private final Consumer<Group> to;
    private List<Row> rows = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    RowOutput(Consumer<Group> to) {
        this.to = to;
    }

    /**
     * Takes a row.
     *
     * @param raw the row's text as a person should see it when the row is rejected
     */
    void row(ObjectNode row, Place place, String raw) {
        add(row, null, place, raw);
    }

    /** Takes the text of what can't be read as a row. */
    void malformed(MalformedRowException fault, Place place, String raw) {
        add(null, fault, place, raw);
    }

    private void add(
            @Nullable ObjectNode node,
            @Nullable MalformedRowException fault,
            Place place,
            String raw) {
        int start = text.size();
        String shown =
                raw.length() > RejectedRow.MAX_RAW ? raw.substring(0, RejectedRow.MAX_RAW) : raw;
        text.writeBytes(shown.getBytes(StandardCharsets.UTF_8));
        rows.add(new Row(node, fault, place, start, text.size()));
        if (rows.size() == GROUP_ROWS || text.size() >= GROUP_BYTES) {
            flush();
        }
    }

    /** Hands on what is left. */
    void flush() {
        if (!rows.isEmpty()) {
            byte[] bytes = Arrays.copyOf(text.toByteArray(), text.size() + Chunk.PADDING);
            to.accept(new Group(rows, new Chunk(bytes, text.size(), 0)));
            rows = new ArrayList<>();
            text.reset();
        }
    }
}
