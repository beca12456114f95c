package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a stretch of CSV (RFC 4180, and LF or CR as line ends, quotes in plain cells,
 * optionally backslash escapes), each with its bytes and line. A parser of its own because FastCSV
 * and its peers read characters and don't tell at which byte a record starts, which every row's
 * origin needs.
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

    CsvRecords(byte[] bytes, int length, CsvDialect dialect) {
        this.bytes = bytes;
        this.length = length;
        this.dialect = dialect;
        this.cell = new byte[length];
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
        at++;
        while (at < length) {
            byte b = bytes[at++];
            if (b == '"') {
                if (at >= length || bytes[at] != '"') {
                    return behindQuote(size);
                }
                at++;
            } else if (b == '\\' && dialect.backslash() && at < length) {
                b = bytes[at++];
            }
            nextLine += b == '\n' ? 1 : 0;
            cell[size++] = b;
        }
        unclosed = true;
        return new String(cell, 0, size, StandardCharsets.UTF_8);
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
