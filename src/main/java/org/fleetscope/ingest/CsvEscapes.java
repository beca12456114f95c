package org.fleetscope.ingest;

import java.util.List;

/** Whether a sample of CSV escapes all its quotes with backslashes. */
final class CsvEscapes {
    private final byte[] bytes;
    private final char delimiter;
    private final int start;

    /**
     * @param start position of the header row
     */
    CsvEscapes(byte[] bytes, char delimiter, int start) {
        this.bytes = bytes;
        this.delimiter = delimiter;
        this.start = start;
    }

    /** What a reading in one style shows. */
    private record Evidence(int regular, boolean escapesOnly) {}

    /** The style in which more records are as wide as the header; on a tie, the one it shows. */
    boolean areAll(int width) {
        if (!hasEscapedQuote()) {
            return false;
        }
        Evidence each = read(false, width);
        Evidence all = read(true, width);
        return all.regular > each.regular || (all.regular == each.regular && each.escapesOnly);
    }

    private Evidence read(boolean backslash, int width) {
        CsvDialect style = new CsvDialect(delimiter, backslash, false, List.of(), 0, 0);
        CsvRecords records = new CsvRecords(bytes, bytes.length, style);
        records.start(start, 0);
        int regular = 0;
        while (records.next()) {
            regular += records.cells.size() == width && !records.unclosed ? 1 : 0;
        }
        return new Evidence(regular, records.escapedCells > 0 && records.doubledQuotes == 0);
    }

    private boolean hasEscapedQuote() {
        for (int i = start + 1; i < bytes.length; i++) {
            if (bytes[i] == '"' && bytes[i - 1] == '\\') {
                return true;
            }
        }
        return false;
    }
}
