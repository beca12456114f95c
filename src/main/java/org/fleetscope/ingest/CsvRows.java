package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fleetscope.ingest.CsvProfile.Fit;

/**
 * Reads records in a dialect. A record whose shape is off is read again in other spellings, and
 * kept in one that fits the table's width and kinds; else it stays as the dialect has it. Where a
 * record ends depends on the bytes from its start alone, not on where they are cut. Not
 * thread-safe.
 */
final class CsvRows {
    /** How far another spelling may look for the end of a record. */
    private static final int WINDOW = 64 << 10;

    static final List<String> DELIMITERS =
            List.of(",", ";", "\t", "|", ", ", "; ", "||", ":", " ", "^", "~", "#", "&", "\u00A7");
    private static final Set<String> PROVEN = Set.of(",", ";", "\t", "|");
    private static final String BOTH = "\"'";

    private final CsvProfile profile;
    private final CsvScanner usual;
    private final List<Other> others = new ArrayList<>();
    private final CsvMerge merge;
    private final char otherQuote;
    private final byte usualQuote;
    private final CsvRecord looked = new CsvRecord();
    private CsvRecord spare = new CsvRecord();

    /** The record read last. */
    CsvRecord record = new CsvRecord();

    private record Other(CsvScanner scanner, byte[] delimiter, boolean proven, boolean oneLine) {}

    CsvRows(CsvSpelling spelling, CsvProfile profile) {
        this.profile = profile;
        this.usual = new CsvScanner(spelling);
        this.merge = new CsvMerge(profile, spelling);
        this.otherQuote = otherQuote(spelling);
        this.usualQuote = spelling.quotes().isEmpty() ? 0 : (byte) spelling.quotes().charAt(0);
        if (profile.width() > 0) {
            others(spelling);
        }
    }

    /** The quotation mark that the file does not use. */
    static char otherQuote(CsvSpelling spelling) {
        return spelling.quotes().startsWith("'") ? '"' : '\'';
    }

    private void others(CsvSpelling spelling) {
        Set<CsvSpelling> alike = new LinkedHashSet<>();
        alike.add(spelling.withQuotes(spelling.quotes().startsWith("'") ? "'\"" : BOTH));
        alike.add(spelling.unescaped());
        alike.add(spelling.escapedBy('\\'));
        alike.remove(spelling);
        for (CsvSpelling other : alike) {
            add(other, true, false);
        }
        add(spelling, true, true);
        for (CsvSpelling other : alike) {
            add(other, true, true);
        }
        for (String delimiter : DELIMITERS) {
            if (!delimiter.equals(spelling.delimiter()) && profile.width() > 1) {
                CsvSpelling other = CsvSpelling.of(delimiter, BOTH);
                add(other, PROVEN.contains(delimiter), false);
                add(other, PROVEN.contains(delimiter), true);
            }
        }
    }

    private void add(CsvSpelling spelling, boolean proven, boolean oneLine) {
        others.add(new Other(new CsvScanner(spelling), spelling.delimiterBytes(), proven, oneLine));
    }

    /**
     * Reads the record at a position into {@link #record}.
     *
     * @param eof whether the bytes end at {@code limit}
     * @return position behind it and its line end, −1 when it goes on past the limit
     */
    int read(byte[] bytes, int start, int limit, boolean eof) {
        int end =
                usual.scan(
                        bytes,
                        start,
                        limit,
                        eof,
                        false,
                        profile.tells() ? this::isRow : null,
                        record);
        if (end < 0 || profile.width() == 0 || record.isBlank()) {
            return end;
        }
        if (record.count != profile.width() || record.unclosed || isSwallowing(record)) {
            end = repair(bytes, start, limit, eof, end);
        }
        if (end >= 0 && record.count == profile.width()) {
            unquote();
            unpad();
        }
        return end;
    }

    private int repair(byte[] bytes, int start, int limit, boolean eof, int end) {
        int window = Math.min(limit, start + WINDOW);
        boolean last = eof || window < limit;
        for (Other other : others) {
            if (!mayFit(other, bytes, start, window)) {
                continue;
            }
            int otherEnd =
                    other.scanner.scan(
                            bytes,
                            start,
                            window,
                            last,
                            other.oneLine,
                            profile.tells() ? this::isRow : null,
                            spare);
            if (otherEnd < 0) {
                return -1;
            }
            boolean closed = (!spare.unclosed || other.oneLine) && !isSwallowing(spare);
            Fit fit = closed ? profile.fit(spare) : Fit.NO;
            if (fit == Fit.KINDS || (fit == Fit.WIDTH && other.proven)) {
                keepSpare();
                return otherEnd;
            }
        }
        if (record.count > profile.width() && merge.merge(record, spare)) {
            keepSpare();
            return end;
        }
        return record.count < profile.width() && profile.tells()
                ? joined(bytes, window, last, end)
                : end;
    }

    /** Whether a quote that closes nothing may have taken the lines behind it into its cell. */
    private static boolean isSwallowing(CsvRecord read) {
        return read.loose && read.innerLines > 0;
    }

    private void keepSpare() {
        CsvRecord read = record;
        record = spare;
        spare = read;
    }

    /** Whether a delimiter stands often enough in the first line, or in the lines of the window. */
    private boolean mayFit(Other other, byte[] bytes, int start, int limit) {
        int wanted = profile.width() - 1;
        if (other.delimiter.length == 0) {
            return true;
        }
        byte first = other.delimiter[0];
        int found = 0;
        for (int i = start; i < limit && found < wanted; i++) {
            found += bytes[i] == first ? 1 : 0;
            if (other.oneLine && (bytes[i] == '\n' || bytes[i] == '\r')) {
                break;
            }
        }
        return found >= wanted;
    }

    /**
     * A line break that should have been quoted: this line and the next ones together have the
     * cells of one record, of the right kinds.
     */
    private int joined(byte[] bytes, int limit, boolean eof, int firstEnd) {
        CsvRecord next = new CsvRecord();
        CsvRecord all = new CsvRecord();
        all.open(bytes, record.start, record.escape, record.primaryQuote);
        copy(record, 0, all);
        int end = firstEnd;
        for (int lines = 0; lines < 8 && end < limit && all.count < profile.width(); lines++) {
            int nextEnd = usual.scan(bytes, end, limit, eof, true, null, next);
            if (nextEnd < 0) {
                return -1;
            }
            if (next.count == profile.width() || next.isBlank()) {
                return firstEnd;
            }
            int open = all.count - 1;
            all.to[open] = next.to[0];
            all.quote[open] = 0;
            all.form[open] = CsvRecord.PLAIN;
            copy(next, 1, all);
            all.innerLines++;
            all.end = next.end;
            end = nextEnd;
        }
        if (all.innerLines == 0 || all.count < profile.width()) {
            return firstEnd;
        }
        boolean whole = all.count == profile.width();
        if (!whole && !merge.merge(all, spare)) {
            return firstEnd;
        }
        spare = whole ? all : spare;
        if (profile.fit(spare) != Fit.KINDS) {
            return firstEnd;
        }
        keepSpare();
        return end;
    }

    private static void copy(CsvRecord from, int first, CsvRecord to) {
        for (int i = first; i < from.count; i++) {
            to.add(from.from[i], from.to[i], from.quote[i], from.form[i]);
        }
        to.end = from.end;
    }

    /** Takes off quotation marks that only this row or column uses. */
    private void unquote() {
        for (int i = 0; i < record.count; i++) {
            int from = record.from[i];
            int to = record.to[i];
            byte quote = record.quote[i];
            if (record.unclosed && quote == 0 && to > from && record.bytes[from] == usualQuote) {
                record.from[i]++;
            }
            if (quote == 0
                    && to - from > 1
                    && record.bytes[from] == otherQuote
                    && record.bytes[to - 1] == otherQuote
                    && (profile.column(i).otherQuoted()
                            || profile.column(i).quoted()
                            || has(record.primaryQuote, from, to))) {
                record.from[i] = from + 1;
                record.to[i] = to - 1;
                record.quote[i] = (byte) otherQuote;
                record.form[i] = CsvRecord.DOUBLED;
                quote = (byte) otherQuote;
            }
            if (quote == otherQuote && record.primaryQuote != quote && isDoubled(i)) {
                record.quote[i] = record.primaryQuote;
                record.form[i] = CsvRecord.DOUBLED;
            }
        }
    }

    /** Takes off the blank behind each delimiter, where only this record has it. */
    private void unpad() {
        if (profile.hasBlankStarts() || record.count < 2) {
            return;
        }
        for (int i = 1; i < record.count; i++) {
            boolean plain = record.quote[i] == 0;
            int before = plain ? record.from[i] : record.from[i] - 2;
            if ((plain && record.to[i] == before) || record.bytes[before] != ' ') {
                return;
            }
        }
        for (int i = 1; i < record.count; i++) {
            record.from[i] += record.quote[i] == 0 ? 1 : 0;
        }
    }

    private boolean has(byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (record.bytes[i] == wanted && wanted != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file's own quotes stand in a cell, and always in twos. */
    private boolean isDoubled(int cell) {
        byte quote = record.primaryQuote;
        boolean found = false;
        for (int i = record.from[cell]; i < record.to[cell]; i++) {
            if (record.bytes[i] == quote) {
                if (i + 1 >= record.to[cell] || record.bytes[i + 1] != quote) {
                    return false;
                }
                found = true;
                i++;
            }
        }
        return found;
    }

    private int isRow(byte[] bytes, int start, int limit, boolean eof) {
        int end = usual.scan(bytes, start, limit, eof, true, null, looked);
        if (end < 0) {
            return -1;
        }
        boolean whole = !looked.unclosed && !endsWithQuote(looked);
        return whole && profile.fit(looked) == Fit.KINDS ? 1 : 0;
    }

    /** Whether a cell without a quote at its start has one at its end. */
    private boolean endsWithQuote(CsvRecord read) {
        for (int i = 0; i < read.count; i++) {
            if (read.quote[i] == 0
                    && read.to[i] > read.from[i]
                    && read.bytes[read.to[i] - 1] == usualQuote) {
                return true;
            }
        }
        return false;
    }
}
