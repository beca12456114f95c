package org.fleetscope.ingest;

import org.jspecify.annotations.Nullable;

/** Parses chunks of CSV records. */
final class CsvParser implements ChunkParser {
    private final String file;
    private final Mapping mapping;
    private final CsvDialect dialect;
    private final CsvCells cells;
    private final CsvRows rows;
    private final CsvHeaderRows headers;
    private final @Nullable FastCsvRow fast;
    private int bytesPerRow = 200;

    CsvParser(String file, CsvDialect dialect, Mapping mapping) {
        this(file, dialect, mapping, true);
    }

    /**
     * @param isFast false to make objects of all rows
     */
    CsvParser(String file, CsvDialect dialect, Mapping mapping, boolean isFast) {
        this.file = file;
        this.mapping = mapping;
        this.dialect = dialect;
        this.cells = new CsvCells(dialect, mapping.textSources());
        this.rows = new CsvRows(dialect.spelling(), dialect.profile());
        this.headers = new CsvHeaderRows(dialect);
        FastCsvColumns columns = FastCsvColumns.of(dialect.columns());
        boolean plain = columns.possible() && mapping.isPlain() && !dialect.decimalComma();
        this.fast = plain && isFast ? new FastCsvRow(columns, cells, mapping) : null;
    }

    @Override
    public ParsedChunk parse(Chunk chunk) {
        ChunkRows to = new ChunkRows(file, chunk, mapping, chunk.length() / bytesPerRow + 64);
        byte[] bytes = chunk.bytes();
        boolean first = chunk.offset() < dialect.dataStart();
        int at = first ? dialect.preamble() : 0;
        int line = LineEnds.count(bytes, at);
        while (at < chunk.length()) {
            int end = rows.read(bytes, at, chunk.length(), true);
            CsvRecord record = rows.record;
            if (!record.isBlank()
                    && chunk.offset() + at >= dialect.dataStart()
                    && !headers.isRepeated(record)) {
                add(to, record, to.place(line, at, record.end));
            }
            line += record.innerLines + (end > record.end ? 1 : 0);
            at = end;
        }
        ParsedChunk parsed = to.build(line);
        if (parsed.kpiRows() > 0) {
            bytesPerRow = Math.max(32, (int) (chunk.length() / parsed.kpiRows()));
        }
        return parsed;
    }

    private void add(ChunkRows to, CsvRecord record, ChunkRows.Place place) {
        try {
            check(record, place.start(), place.end());
            if (fast != null && fast.write(record, to.target())) {
                to.placed(place);
                return;
            }
            to.add(cells.row(record.texts()), place);
        } catch (MalformedRowException e) {
            to.malformed(e, place);
        }
    }

    /** A record is whole, and is text. */
    static void check(CsvRecord record, int start, int end) throws MalformedRowException {
        if (record.unclosed) {
            throw new MalformedRowException(
                    "a quote that opens a cell", "a quote that closes it as well");
        }
        checkText(record.bytes, start, end);
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
