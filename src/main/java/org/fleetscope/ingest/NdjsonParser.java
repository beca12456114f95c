package org.fleetscope.ingest;

import org.jspecify.annotations.Nullable;

/** Parses chunks of NDJSON: common KPI rows from the bytes, everything else through Jackson. */
final class NdjsonParser implements ChunkParser {
    private final String file;
    private final Mapping mapping;
    private final @Nullable FastKpiRow fast;
    private int bytesPerRow = 400;

    NdjsonParser(String file, Mapping mapping) {
        this(file, mapping, mapping.isPlain() ? new FastKpiRow(mapping) : null);
    }

    /**
     * @param fast null to read every row through Jackson
     */
    NdjsonParser(String file, Mapping mapping, @Nullable FastKpiRow fast) {
        this.file = file;
        this.mapping = mapping;
        this.fast = fast;
    }

    @Override
    public ParsedChunk parse(Chunk chunk) {
        ChunkRows rows = new ChunkRows(file, chunk, mapping, chunk.length() / bytesPerRow + 64);
        byte[] bytes = chunk.bytes();
        int line = 0;
        int at = 0;
        while (at < chunk.length()) {
            int read = fast == null || bytes[at] != '{' ? -1 : fast.read(bytes, at, rows.target());
            int feed = read;
            if (read >= 0) {
                rows.placed(line, at, withoutReturn(bytes, at, read));
            } else {
                feed = lineFeed(bytes, at);
                slow(rows, bytes, rows.place(line, at, withoutReturn(bytes, at, feed)));
            }
            line++;
            at = feed + 1;
        }
        ParsedChunk parsed = rows.build(line);
        if (parsed.kpiRows() > 0) {
            bytesPerRow = Math.max(64, (int) (chunk.length() / parsed.kpiRows()));
        }
        return parsed;
    }

    private void slow(ChunkRows rows, byte[] bytes, ChunkRows.Place place) {
        if (isBlank(bytes, place.start(), place.end())) {
            return;
        }
        try {
            rows.add(JsonRow.parse(bytes, place.start(), place.end()), place);
        } catch (MalformedRowException e) {
            rows.malformed(e, place);
        }
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static int lineFeed(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static int withoutReturn(byte[] bytes, int start, int feed) {
        return feed > start && bytes[feed - 1] == '\r' ? feed - 1 : feed;
    }
}
