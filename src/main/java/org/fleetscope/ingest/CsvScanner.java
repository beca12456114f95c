package org.fleetscope.ingest;

import org.fleetscope.ingest.CsvSpelling.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records of delimited text in one spelling: RFC 4180, and LF or CR as line ends,
 * quotes in plain cells, blanks around quoted ones, unescaped and backslash-escaped quotes. A
 * parser of its own because FastCSV and its peers read characters and don't tell at which byte a
 * record starts, which every row's origin needs.
 */
final class CsvScanner {
    /** Bytes that a quoted cell over several lines may have; a longer one is a quote too many. */
    private static final int LONGEST_QUOTED = 8 << 20;

    private static final int NEED_MORE = -1;
    private static final int NOT_QUOTED = -2;

    private final byte[] delimiter;
    private final byte first;
    private final byte usualQuote;
    private final byte otherQuote;
    private final boolean always;
    private final boolean never;
    private final byte escape;
    private final boolean blanks;
    private final boolean plainEscapes;
    private final boolean[] special = new boolean[256];

    /** Whether a line that starts at a position looks like a row of its own. */
    interface RowLook {
        /** 1 for yes, 0 for no, −1 when more bytes are needed to tell. */
        int isRow(byte[] bytes, int start, int limit, boolean eof);
    }

    CsvScanner(CsvSpelling spelling) {
        delimiter = spelling.delimiterBytes();
        first = delimiter.length == 0 ? (byte) '\n' : delimiter[0];
        String quotes = spelling.quotes();
        usualQuote = quotes.isEmpty() ? 0 : (byte) quotes.charAt(0);
        otherQuote = quotes.length() < 2 ? usualQuote : (byte) quotes.charAt(1);
        always = spelling.escapes() == Escapes.ALWAYS;
        never = spelling.escapes() == Escapes.NEVER;
        escape = always ? (byte) spelling.escape() : (byte) '\\';
        blanks = first != ' ';
        plainEscapes = always && escape == '\\' && delimiter.length > 0;
        special['\n'] = true;
        special['\r'] = true;
        special[first & 0xFF] = true;
        special['\\'] |= plainEscapes;
    }

    /**
     * Reads the record at a position.
     *
     * @param eof whether the bytes end at {@code limit}
     * @param oneLine a quoted cell may not go over the end of the line
     * @param look tells a quote too many from a cell over several lines; null for not
     * @return position behind the record and its line end, −1 when it goes on past the limit
     */
    int scan(
            byte[] bytes,
            int start,
            int limit,
            boolean eof,
            boolean oneLine,
            @Nullable RowLook look,
            CsvRecord to) {
        to.open(bytes, start, escape, usualQuote);
        int at = start;
        while (true) {
            int end = cell(bytes, at, limit, eof, oneLine, look, to);
            if (end < 0 || (end >= limit && !eof)) {
                return NEED_MORE;
            }
            if (!isDelimiter(bytes, end, limit)) {
                to.end = end;
                return lineEnd(bytes, end, limit, eof);
            }
            at = end + delimiter.length;
        }
    }

    private static int lineEnd(byte[] bytes, int end, int limit, boolean eof) {
        if (end >= limit) {
            return limit;
        }
        if (bytes[end] == '\r') {
            if (end + 1 >= limit) {
                return eof ? limit : NEED_MORE;
            }
            return bytes[end + 1] == '\n' ? end + 2 : end + 1;
        }
        return end + 1;
    }

    private int cell(
            byte[] bytes,
            int at,
            int limit,
            boolean eof,
            boolean oneLine,
            @Nullable RowLook look,
            CsvRecord to) {
        int open = at;
        while (blanks && open < limit && bytes[open] == ' ') {
            open++;
        }
        if (open < limit && usualQuote != 0 && isQuote(bytes[open])) {
            int lines = to.innerLines;
            int end = quoted(bytes, open, limit, eof, oneLine, look, to);
            if (end != NOT_QUOTED) {
                return end;
            }
            to.innerLines = lines;
            to.unclosed |= bytes[open] == usualQuote;
        }
        return plain(bytes, at, limit, to);
    }

    private boolean isQuote(byte b) {
        return b == usualQuote || b == otherQuote;
    }

    /** Where JSON ends whose own quotes nobody escaped, or 0. */
    private int quotedJson(byte[] bytes, int open, int limit) {
        boolean json =
                open + 3 < limit
                        && bytes[open] == '"'
                        && (bytes[open + 1] == '{' || bytes[open + 1] == '[')
                        && bytes[open + 2] == '"'
                        && bytes[open + 3] != '"';
        int end = json ? CsvJson.end(bytes, open + 1, limit) : -1;
        boolean closed = end > 0 && end + 1 < limit && bytes[end] == '"';
        return closed && isCellEnd(bytes, behind(bytes, end + 1, limit), limit) ? end : 0;
    }

    /** Where JSON ends that stands in a cell without quotes, or the cell's start. */
    private int plainJson(byte[] bytes, int from, int limit) {
        boolean json = from < limit && (bytes[from] == '{' || bytes[from] == '[');
        int end = json && delimiter.length > 0 ? CsvJson.end(bytes, from, limit) : -1;
        return end > 0 && isCellEnd(bytes, end, limit) ? end : from;
    }

    private int plain(byte[] bytes, int from, int limit, CsvRecord to) {
        int at = plainJson(bytes, from, limit);
        boolean escaped = false;
        while (at < limit) {
            byte b = bytes[at];
            if (special[b & 0xFF]) {
                if (b == '\n' || b == '\r' || isDelimiter(bytes, at, limit)) {
                    break;
                }
                if (plainEscapes && b == escape && at + 1 < limit) {
                    escaped = true;
                    at++;
                }
            }
            at++;
        }
        int end = Math.min(at, limit);
        to.add(from, end, (byte) 0, escaped ? CsvRecord.ESCAPED : CsvRecord.PLAIN);
        return end;
    }

    /** Reads a quoted cell; where it ends, or that it is none. */
    private int quoted(
            byte[] bytes,
            int open,
            int limit,
            boolean eof,
            boolean oneLine,
            @Nullable RowLook look,
            CsvRecord to) {
        byte quote = bytes[open];
        int json = quotedJson(bytes, open, limit);
        if (json > 0) {
            to.add(open + 1, json, quote, CsvRecord.PLAIN);
            return behind(bytes, json + 1, limit);
        }
        boolean escapes = always;
        boolean loose = false;
        byte form = CsvRecord.PLAIN;
        int at = open + 1;
        while (at < limit) {
            byte b = bytes[at];
            if (b == quote && !(always && escape == quote)) {
                if (at + 1 >= limit && !eof) {
                    return NEED_MORE;
                }
                if (!never && at + 1 < limit && bytes[at + 1] == quote) {
                    form = form == CsvRecord.PLAIN ? CsvRecord.DOUBLED : form;
                    at += 2;
                    continue;
                }
                int behind = behind(bytes, at + 1, limit);
                if (behind >= limit && !eof) {
                    return NEED_MORE;
                }
                if (isCellEnd(bytes, behind, limit)) {
                    to.loose |= loose;
                    to.add(open + 1, at, quote, form);
                    return behind;
                }
                loose = true;
            } else if (b == escape && !never && at + 1 < limit) {
                byte next = bytes[at + 1];
                if (!escapes && next == quote && !isQuoteOrCellEnd(bytes, at + 2, limit, quote)) {
                    escapes = true;
                    form = CsvRecord.ESCAPED;
                }
                if ((next == escape && escape == '\\') || (escapes && next == quote)) {
                    form = escapes ? CsvRecord.ESCAPED : form;
                    at += 2;
                    continue;
                }
            } else if (b == '\n' || b == '\r') {
                if (oneLine || at - open > LONGEST_QUOTED) {
                    return NOT_QUOTED;
                }
                boolean pair = b == '\r' && at + 1 < limit && bytes[at + 1] == '\n';
                if (look != null && !pair) {
                    int row = look.isRow(bytes, at + 1, limit, eof);
                    if (row != 0) {
                        return row < 0 ? NEED_MORE : NOT_QUOTED;
                    }
                }
                to.innerLines += b == '\n' ? 1 : 0;
            }
            at++;
        }
        return eof ? NOT_QUOTED : NEED_MORE;
    }

    /** Passes over blanks behind a closing quote. */
    private int behind(byte[] bytes, int from, int limit) {
        int at = from;
        while (blanks && at < limit && bytes[at] == ' ' && !isDelimiter(bytes, at, limit)) {
            at++;
        }
        return at;
    }

    /**
     * Only text behind {@code \"} shows that it is an escaped quote: before a delimiter the quote
     * closes a cell that ends with a backslash, before a quote it is one of two.
     */
    private boolean isQuoteOrCellEnd(byte[] bytes, int at, int limit, byte quote) {
        return at >= limit || bytes[at] == quote || isCellEnd(bytes, at, limit);
    }

    private boolean isCellEnd(byte[] bytes, int at, int limit) {
        return at >= limit
                || bytes[at] == '\n'
                || bytes[at] == '\r'
                || isDelimiter(bytes, at, limit);
    }

    private boolean isDelimiter(byte[] bytes, int at, int limit) {
        int length = delimiter.length;
        if (length == 0 || at + length > limit || bytes[at] != first) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (bytes[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }
}
