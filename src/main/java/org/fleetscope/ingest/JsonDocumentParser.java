package org.fleetscope.ingest;

import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * Parses the rows of a JSON document: common KPI rows from the bytes, everything else through
 * Jackson.
 */
final class JsonDocumentParser implements ChunkParser {
    private final String file;
    private final Mapping mapping;
    private final SourceFile.Part part;
    private final @Nullable FastKpiRow fast;
    private byte[] line = new byte[4096];

    JsonDocumentParser(SourceFile file, Mapping mapping) {
        this.file = file.path().toString();
        this.part = file.part();
        this.mapping = mapping;
        this.fast = mapping.isPlain() ? new FastKpiRow(mapping) : null;
    }

    @Override
    public ParsedChunk parse(Chunk chunk) {
        RowList list = chunk.rows();
        ChunkRows rows = new ChunkRows(file, chunk, mapping, list.size() + 1);
        byte[] bytes = chunk.bytes();
        int lines = 0;
        int counted = 0;
        for (int i = 0; i < list.size(); i++) {
            lines += Chunk.lineFeeds(bytes, counted, list.start(i));
            counted = list.start(i);
            if (part.takes(list.kind(i))) {
                add(rows, chunk, i, lines);
            }
        }
        return rows.build(lines + Chunk.lineFeeds(bytes, counted, chunk.length()));
    }

    private void add(ChunkRows rows, Chunk chunk, int row, int lines) {
        RowList list = chunk.rows();
        int start = list.start(row);
        int end = list.end(row);
        if (!list.isBroken(row) && isFast(rows, chunk.bytes(), start, end)) {
            rows.placed(lines, start, end);
            return;
        }
        EntityKind named = list.kind(row);
        ChunkRows.Place place = rows.place(lines, start, end);
        try {
            rows.add(JsonRow.parse(chunk.bytes(), start, end), place, named);
        } catch (MalformedRowException e) {
            rows.malformed(e, place);
        }
    }

    /**
     * Reads a common row, which may go over several lines: outside of strings, where alone they can
     * be, line feeds are as good as blanks.
     */
    private boolean isFast(ChunkRows rows, byte[] bytes, int start, int end) {
        if (fast == null || bytes[start] != '{') {
            return false;
        }
        int length = end - start;
        if (line.length < length + Chunk.PADDING) {
            line = new byte[2 * length + Chunk.PADDING];
        }
        for (int i = 0; i < length; i++) {
            byte b = bytes[start + i];
            line[i] = b == '\n' ? (byte) ' ' : b;
        }
        line[length] = '\n';
        return fast.read(line, 0, rows.target()) == length;
    }
}
