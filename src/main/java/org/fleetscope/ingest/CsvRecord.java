package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the cells of one record stand in the bytes, and how they are written. */
final class CsvRecord {
    /** The cell's bytes are its text. */
    static final byte PLAIN = 0;

    /** The text between the quotes has quotes written twice. */
    static final byte DOUBLED = 1;

    /** It has characters behind an escape character. */
    static final byte ESCAPED = 2;

    byte[] bytes = new byte[0];
    int count;
    int[] from = new int[32];
    int[] to = new int[32];

    /** The quote around a cell, 0 for none. */
    byte[] quote = new byte[32];

    byte[] form = new byte[32];
    byte escape;
    byte primaryQuote;

    int start;

    /** Position behind the last cell, before the line end. */
    int end;

    /** Line feeds inside quoted cells. */
    int innerLines;

    /** A quote opened a cell and nothing closed it. */
    boolean unclosed;

    /** A quote stands where it should have been escaped. */
    boolean loose;

    void open(byte[] source, int position, byte escapeCharacter, byte usualQuote) {
        bytes = source;
        start = position;
        end = position;
        count = 0;
        innerLines = 0;
        unclosed = false;
        loose = false;
        escape = escapeCharacter;
        primaryQuote = usualQuote;
    }

    void add(int cellFrom, int cellTo, byte cellQuote, byte cellForm) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            quote = Arrays.copyOf(quote, 2 * count);
            form = Arrays.copyOf(form, 2 * count);
        }
        from[count] = cellFrom;
        to[count] = cellTo;
        quote[count] = cellQuote;
        form[count++] = cellForm;
    }

    /** A line of nothing but blanks. */
    boolean isBlank() {
        return count == 1 && quote[0] == 0 && isBlank(0);
    }

    boolean isBlank(int cell) {
        for (int i = from[cell]; i < to[cell]; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    int filled() {
        int filled = 0;
        for (int i = 0; i < count; i++) {
            filled += isBlank(i) ? 0 : 1;
        }
        return filled;
    }

    /** Text of a cell, what is no UTF-8 as U+FFFD. */
    String text(int cell) {
        int length = to[cell] - from[cell];
        if (form[cell] == PLAIN) {
            return new String(bytes, from[cell], length, StandardCharsets.UTF_8);
        }
        byte[] text = new byte[length];
        return new String(text, 0, unescape(cell, text, 0), StandardCharsets.UTF_8);
    }

    /** Writes the text of a cell into bytes from a position on; how many bytes it has. */
    int unescape(int cell, byte[] into, int position) {
        int size = position;
        byte q = quote[cell];
        for (int i = from[cell]; i < to[cell]; i++) {
            byte b = bytes[i];
            boolean more = i + 1 < to[cell];
            if (form[cell] == DOUBLED && b == q && more && bytes[i + 1] == q) {
                i++;
            } else if (form[cell] == ESCAPED
                    && b == escape
                    && more
                    && (bytes[i + 1] == q
                            || (bytes[i + 1] == escape && escape == '\\')
                            || q == 0)) {
                b = bytes[++i];
            } else if (form[cell] == ESCAPED && q != 0 && b == q && more && bytes[i + 1] == q) {
                i++;
            }
            into[size++] = b;
        }
        return size - position;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text(i));
        }
        return texts;
    }
}
