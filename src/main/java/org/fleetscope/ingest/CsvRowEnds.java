package org.fleetscope.ingest;

/** Where the records of a CSV stream end: at line ends outside quotes, whatever the dialect. */
final class CsvRowEnds implements LineChunks.RowEnds {
    private final CsvRows rows;
    private int preamble;

    /**
     * @param preamble bytes to pass over before the first record
     */
    CsvRowEnds(CsvDialect dialect, int preamble) {
        this.rows = new CsvRows(dialect.spelling(), dialect.profile());
        this.preamble = preamble;
    }

    @Override
    public int last(byte[] bytes, int from, int to) {
        int last = -1;
        // A chunk begins with the record that the one before left unfinished.
        for (int at = preamble; at >= 0 && at < to; ) {
            at = rows.read(bytes, at, to, false);
            last = Math.max(last, at);
        }
        preamble = last < 0 ? preamble : 0;
        return last;
    }

    /** Position behind the record at 0, −1 when it goes on past {@code to}. */
    int first(byte[] bytes, int to) {
        return to == 0 ? -1 : rows.read(bytes, 0, to, false);
    }
}
