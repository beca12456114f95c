package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts cells together that a missing or unescaped quotation mark has torn: of all ways to make as
 * many cells as the table has columns, the one whose cells are of the columns' kinds.
 */
final class CsvMerge {
    private static final int MOST_CELLS = 400;
    private static final double GOOD = 2;
    private static final double BAD = -3;
    private static final double KNOWN = 1;
    private static final double BLANK_JOIN = -0.5;
    private static final double JOIN = -1;

    /** For a value that would lose its kind in a text. */
    private static final double VALUE_JOIN = -2;

    private static final double EMPTY_JOIN = -4;
    private static final double QUOTED = 3;
    private static final double MARGIN = 1;

    private final CsvProfile profile;
    private final byte quote;

    CsvMerge(CsvProfile profile, CsvSpelling spelling) {
        this.profile = profile;
        this.quote = spelling.quotes().isEmpty() ? (byte) '"' : (byte) spelling.quotes().charAt(0);
    }

    /** Writes the record with fewer cells; false when nothing speaks for any way of doing so. */
    boolean merge(CsvRecord from, CsvRecord to) {
        int width = profile.width();
        int most = from.count - width + 1;
        if (width < 1 || from.count > MOST_CELLS || most > 40) {
            return false;
        }
        double[][] best = new double[width + 1][from.count + 1];
        int[][] taken = new int[width + 1][from.count + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int column = 0; column < width; column++) {
            for (int at = column; at < from.count; at++) {
                for (int size = 1; size <= most && at + size <= from.count; size++) {
                    if (best[column][at] == Double.NEGATIVE_INFINITY) {
                        break;
                    }
                    double score = best[column][at] + score(from, at, size, column);
                    if (score > best[column + 1][at + size]) {
                        best[column + 1][at + size] = score;
                        taken[column + 1][at + size] = size;
                    }
                }
            }
        }
        double merged = best[width][from.count];
        if (merged <= literal(from) + MARGIN) {
            return false;
        }
        return write(from, taken, to) && isOfKinds(to);
    }

    private boolean isOfKinds(CsvRecord record) {
        for (int i = 0; i < record.count; i++) {
            if (profile.match(i, record.text(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private double literal(CsvRecord from) {
        double score = 0;
        int blanks = 0;
        for (int i = 0; i < from.count; i++) {
            if (i < profile.width()) {
                score += cell(from.text(i), i);
            }
            blanks += i > 0 && isBlankStart(from, i) ? 1 : 0;
            score -= isTorn(from, i) ? QUOTED : 0;
        }
        int torn = Math.min(blanks, from.count - profile.width());
        return score - (profile.hasBlankStarts() ? 0 : 2 * torn);
    }

    private double score(CsvRecord from, int at, int size, int column) {
        if (size == 1) {
            return cell(from.text(at), column) - (isTorn(from, at) ? QUOTED : 0);
        }
        if (from.isBlank(at) || from.isBlank(at + size - 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        double score = 0;
        for (int i = at; i < at + size; i++) {
            if (from.isBlank(i)) {
                score += EMPTY_JOIN;
            } else if (i > at) {
                score += isBlankStart(from, i) ? BLANK_JOIN : JOIN;
            }
            boolean text = profile.column(column).kind() == null;
            score += text && CsvKind.of(from.text(i)).isTelling() ? VALUE_JOIN : 0;
        }
        int start = rawStart(from, at);
        int end = rawEnd(from, at + size - 1);
        if (from.bytes[start] == quote && from.bytes[end - 1] == quote && end - start > 1) {
            score += QUOTED;
            start++;
            end--;
        } else if (from.bytes[start] == quote) {
            start++;
        }
        String text = new String(from.bytes, start, end - start, StandardCharsets.UTF_8);
        if (profile.match(column, text) < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return score + cell(text, column);
    }

    private double cell(String text, int column) {
        int match = profile.match(column, text);
        double known = profile.column(column).values().contains(text) ? KNOWN : 0;
        return known + (match > 0 ? GOOD : match < 0 ? BAD : 0);
    }

    private static boolean isBlankStart(CsvRecord record, int cell) {
        return record.quote[cell] == 0
                && record.to[cell] - record.from[cell] > 1
                && record.bytes[record.from[cell]] == ' '
                && record.bytes[record.from[cell] + 1] != ' ';
    }

    /** Whether a cell has a quotation mark at one end only, outside or inside its quotes. */
    private boolean isTorn(CsvRecord record, int cell) {
        int from = record.from[cell];
        int to = record.to[cell];
        if (to <= from || record.quote[cell] != 0) {
            return false;
        }
        return (record.bytes[from] == quote) != (record.bytes[to - 1] == quote);
    }

    private static int rawStart(CsvRecord record, int cell) {
        return record.from[cell] - (record.quote[cell] == 0 ? 0 : 1);
    }

    private static int rawEnd(CsvRecord record, int cell) {
        return record.to[cell] + (record.quote[cell] == 0 ? 0 : 1);
    }

    private boolean write(CsvRecord from, int[][] taken, CsvRecord to) {
        int width = profile.width();
        int[] sizes = new int[width];
        int at = from.count;
        for (int column = width; column > 0; column--) {
            sizes[column - 1] = taken[column][at];
            at -= taken[column][at];
        }
        to.open(from.bytes, from.start, from.escape, from.primaryQuote);
        to.end = from.end;
        to.innerLines = from.innerLines;
        int cell = 0;
        for (int size : sizes) {
            if (size == 1) {
                to.add(from.from[cell], from.to[cell], from.quote[cell], from.form[cell]);
            } else {
                add(from, rawStart(from, cell), rawEnd(from, cell + size - 1), to);
            }
            cell += size;
        }
        return true;
    }

    private void add(CsvRecord from, int start, int end, CsvRecord to) {
        boolean quoted =
                end - start > 1 && from.bytes[start] == quote && from.bytes[end - 1] == quote;
        if (quoted) {
            to.add(start + 1, end - 1, quote, CsvRecord.DOUBLED);
        } else if (from.bytes[start] == quote) {
            to.add(start + 1, end, quote, CsvRecord.DOUBLED);
        } else {
            to.add(start, end, (byte) 0, CsvRecord.PLAIN);
        }
    }
}
