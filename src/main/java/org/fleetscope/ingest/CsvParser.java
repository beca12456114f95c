package org.fleetscope.ingest;

/** Parses chunks of CSV records. */
final class CsvParser implements ChunkParser {
    private final String file;
    private final Mapping mapping;
    private final CsvDialect dialect;
    private final CsvCells cells;
    private int bytesPerRow = 200;

    CsvParser(String file, CsvDialect dialect, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
        this.dialect = dialect;
        this.cells = new CsvCells(dialect, mapping.textSources());
    }

    @Override
    public ParsedChunk parse(Chunk chunk) {
        ChunkRows rows = new ChunkRows(file, chunk, mapping, chunk.length() / bytesPerRow + 64);
        CsvRecords records = new CsvRecords(chunk.bytes(), chunk.length(), dialect);
        if (chunk.offset() < dialect.dataStart()) {
            int preamble = dialect.preamble();
            records.start(preamble, LineEnds.count(chunk.bytes(), preamble));
        }
        while (records.next()) {
            boolean header =
                    chunk.offset() + records.start < dialect.dataStart()
                            || isRepeatedHeader(records);
            if (!records.isBlank() && !header) {
                add(rows, records, chunk.bytes());
            }
        }
        ParsedChunk parsed = rows.build(records.lines());
        if (parsed.kpiRows() > 0) {
            bytesPerRow = Math.max(32, (int) (chunk.length() / parsed.kpiRows()));
        }
        return parsed;
    }

    private boolean isRepeatedHeader(CsvRecords records) {
        return CsvHeaders.name(records.cells.getFirst()).equals(dialect.columns().getFirst())
                && CsvHeaders.names(records.cells).equals(dialect.columns());
    }

    private void add(ChunkRows rows, CsvRecords records, byte[] bytes) {
        ChunkRows.Place place = rows.place(records.line, records.start, records.end);
        try {
            check(records, bytes);
            rows.add(cells.row(records.cells), place);
        } catch (MalformedRowException e) {
            rows.malformed(e, place);
        }
    }

    /** The record just read is whole, and is text. */
    static void check(CsvRecords records, byte[] bytes) throws MalformedRowException {
        if (records.unclosed) {
            throw new MalformedRowException(
                    "the end of the file", "a quote that closes the row's last cell");
        }
        checkText(bytes, records.start, records.end);
    }

    private static void checkText(byte[] bytes, int start, int end) throws MalformedRowException {
        int at = start;
        while (at < end && bytes[at] > 0) {
            at++;
        }
        int invalid = Utf8.firstInvalid(bytes, at, end);
        if (invalid >= 0) {
            throw new MalformedRowException(
                    "byte 0x%02X".formatted(bytes[invalid] & 0xFF),
                    "UTF-8 text at byte " + (invalid - start) + " of the row");
        }
        for (; at < end; at++) {
            if (bytes[at] == 0) {
                throw new MalformedRowException(
                        "a zero byte", "text at byte " + (at - start) + " of the row");
            }
        }
    }
}
