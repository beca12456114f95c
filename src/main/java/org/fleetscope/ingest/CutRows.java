package org.fleetscope.ingest;

/** Turns rows that are too long into malformed ones, and leaves all others to their format. */
record CutRows(ChunkParser format, String file, Mapping mapping) implements ChunkParser {
    @Override
    public ParsedChunk parse(Chunk chunk) {
        if (!chunk.isCut()) {
            return format.parse(chunk);
        }
        ChunkRows rows = new ChunkRows(file, chunk, mapping, 1);
        long bytes = chunk.length() + chunk.cut().bytes();
        rows.malformed(
                new MalformedRowException(
                        "a row of " + bytes + " bytes",
                        "at most 64 MB; is a line end or a closing quote missing?"),
                rows.place(0, 0, chunk.length()));
        int lines = Chunk.lineFeeds(chunk.bytes(), 0, chunk.length()) + chunk.cut().lines();
        return rows.build(lines);
    }
}
