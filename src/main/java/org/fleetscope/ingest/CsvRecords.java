package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a stretch of CSV (RFC 4180, and LF or CR as line ends, quotes in plain cells,
 * quotes escaped with backslashes), each with its bytes and line. A parser of its own because
 * FastCSV and its peers read characters and don't tell at which byte a record starts, which every
 * row's origin needs.
 */
final class CsvRecords {
    private final byte[] bytes;
    private final int length;
    private final CsvDialect dialect;
    private final byte[] cell;
    private int at;
    private int nextLine;

    /** First line of the record, counted from 0; its first byte and the one behind its last. */
    int line;

    int start;
    int end;
    boolean unclosed;
    List<String> cells = List.of();

    /** Quoted cells so far that write a quote as {@code \"}, and quotes written twice. */
    int escapedCells;

    int doubledQuotes;

    CsvRecords(byte[] bytes, int length, CsvDialect dialect) {
        this.bytes = bytes;
        this.length = length;
        this.dialect = dialect;
        this.cell = new byte[length];
    }

    /** Goes to a position where a record starts, so many lines from the first. */
    void start(int position, int linesBefore) {
        nextLine = linesBefore;
        at = position;
    }

    /** Line ends passed so far. */
    int lines() {
        return nextLine;
    }

    /** Goes to the next record; false at the end. */
    boolean next() {
        if (at >= length) {
            return false;
        }
        line = nextLine;
        start = at;
        unclosed = false;
        List<String> found = new ArrayList<>(Math.max(8, cells.size()));
        boolean more = true;
        while (more) {
            found.add(at < length && bytes[at] == '"' ? quoted() : plain());
            more = at < length && bytes[at] == dialect.delimiter();
            at += more ? 1 : 0;
        }
        end = at;
        cells = found;
        lineEnd();
        return true;
    }

    /** A record of nothing at all, a blank line. */
    boolean isBlank() {
        return cells.size() == 1 && cells.getFirst().isBlank();
    }

    private String plain() {
        int from = at;
        while (!isCellEnd()) {
            at++;
        }
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    private boolean isCellEnd() {
        return at >= length
                || bytes[at] == dialect.delimiter()
                || bytes[at] == '\n'
                || bytes[at] == '\r';
    }

    private String quoted() {
        int size = 0;
        boolean escapes = dialect.backslash();
        at++;
        while (at < length) {
            byte b = bytes[at++];
            if (b == '"') {
                if (at >= length || bytes[at] != '"') {
                    return behindQuote(size);
                }
                doubledQuotes += bytes[at - 2] == '\\' ? 0 : 1;
                at++;
            } else if (b == '\\' && at < length) {
                if (!escapes && bytes[at] == '"' && !isQuoteOrCellEnd(at + 1)) {
                    escapes = true;
                    escapedCells++;
                    size = unescaped(size);
                }
                if (bytes[at] == '\\' || (escapes && bytes[at] == '"')) {
                    cell[size] = b;
                    size += escapes ? 0 : 1;
                    b = bytes[at++];
                }
            }
            nextLine += b == '\n' ? 1 : 0;
            cell[size++] = b;
        }
        unclosed = true;
        return new String(cell, 0, size, StandardCharsets.UTF_8);
    }

    /**
     * Only text behind {@code \"} shows that it is an escaped quote: before a delimiter the quote
     * closes a cell that ends with a backslash, before a quote it is one of two.
     */
    private boolean isQuoteOrCellEnd(int position) {
        return position >= length
                || bytes[position] == '"'
                || bytes[position] == dialect.delimiter()
                || bytes[position] == '\n'
                || bytes[position] == '\r';
    }

    /** Makes two backslashes one in the cell's first bytes; how many bytes are left. */
    private int unescaped(int size) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            i += cell[i] == '\\' && i + 1 < size && cell[i + 1] == '\\' ? 1 : 0;
            cell[kept++] = cell[i];
        }
        return kept;
    }

    /** What stands between a closing quote and the delimiter belongs to the cell. */
    private String behindQuote(int size) {
        int all = size;
        while (!isCellEnd()) {
            cell[all++] = bytes[at++];
        }
        return new String(cell, 0, all, StandardCharsets.UTF_8);
    }

    private void lineEnd() {
        if (at < length) {
            at += bytes[at] == '\r' && at + 1 < length && bytes[at + 1] == '\n' ? 2 : 1;
            nextLine++;
        }
    }
}
