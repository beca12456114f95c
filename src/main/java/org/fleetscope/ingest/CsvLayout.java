package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.model.CsvOptions;

/**
 * Where the table stands in a sample: behind which titles, comments and blank lines, with how many
 * header rows, how wide. A block of rows that look like a table is never taken for a preamble.
 */
final class CsvLayout {
    /** Names of the domain that make a row a header. */
    static final int TELLING_NAMES = 2;

    private static final int TRIED_LINES = 100;
    private static final int TABLE_ROWS = 3;
    private static final int MOST_HEADERS = 4;

    /** Bytes that tell a table; more would only take time, but for lines that are longer. */
    private static final int BYTES = 64 << 10;

    private static final int LINES = 2;

    private final byte[] head;
    private final boolean whole;
    private final CsvSpelling spelling;
    private final char otherQuote;
    private int width;
    private CsvProfile profile = CsvProfile.NONE;
    private List<Row> rows = List.of();

    /**
     * @param head sample of the text, UTF-8 without a byte order mark
     * @param whole whether the file ends with it
     */
    CsvLayout(byte[] head, boolean whole, CsvSpelling spelling) {
        int length = telling(head);
        this.head = length < head.length ? Arrays.copyOf(head, length) : head;
        this.whole = whole && length == head.length;
        this.spelling = spelling;
        this.otherQuote = CsvRows.otherQuote(spelling);
    }

    private static int telling(byte[] head) {
        int lines = 0;
        for (int i = 0; i < head.length; i++) {
            lines += head[i] == '\n' ? 1 : 0;
            if (lines >= LINES && i + 1 >= BYTES) {
                return i >= BYTES && head[i] == '\n' ? i + 1 : BYTES;
            }
        }
        return head.length;
    }

    /**
     * A record of the sample.
     *
     * @param start position of its first byte
     * @param end position behind its line end
     * @param apart whether a blank line stands before it
     */
    record Row(int start, int end, CsvProfile.Cells cells, boolean apart) {
        List<String> texts() {
            return cells.texts();
        }

        int size() {
            return cells.texts().size();
        }

        boolean isHalfFilled() {
            long filled = cells.texts().stream().filter(cell -> !cell.isBlank()).count();
            return 2 * filled >= size() && filled > 0;
        }

        int known() {
            int known =
                    (int)
                            texts().stream()
                                    .map(CsvLayout::name)
                                    .filter(EntityKinds::isKnown)
                                    .count();
            return known < TELLING_NAMES ? 0 : known;
        }
    }

    /**
     * What was found.
     *
     * @param known columns that an entity has, 0 when too few to tell
     * @param rows records behind the header
     * @param regular those of them that are as wide as the header
     */
    record Found(CsvDialect dialect, int known, int rows, int regular) {}

    /**
     * Finds the table.
     *
     * @param offset of the sample's first byte in the uncompressed stream
     */
    Found find(int offset, CsvOptions options) {
        int from = skipped(options.skipLines());
        rows = read(from, CsvProfile.NONE);
        width = modalWidth(rows);
        int named = namedHeader();
        width = named < 0 ? width : widthBehind(named);
        profile = profile(rows, 1);
        rows = read(from, profile);
        if (rows.isEmpty()) {
            CsvDialect none =
                    new CsvDialect(
                            spelling,
                            CsvProfile.NONE,
                            false,
                            List.of(),
                            List.of(),
                            0,
                            offset,
                            false);
            return new Found(none, 0, 0, 0);
        }
        int first = options.skipLines() > 0 ? 0 : start();
        boolean header =
                options.header() == null ? first >= 0 && isHeader(first) : options.header();
        int headers = header ? headers(first) : 0;
        return found(first, headers, offset, from);
    }

    private int skipped(int lines) {
        int at = 0;
        for (int i = 0; i < lines && at < head.length; i++) {
            at = LineEnds.next(head, at);
        }
        return at;
    }

    private List<Row> read(int from, CsvProfile shape) {
        List<Row> found = new ArrayList<>();
        CsvRows reader = new CsvRows(spelling, shape);
        int at = from;
        boolean apart = false;
        while (at < head.length) {
            int end = reader.read(head, at, head.length, whole);
            if (end < 0 && !found.isEmpty()) {
                return found;
            }
            end = end < 0 ? reader.read(head, at, head.length, true) : end;
            if (reader.record.isBlank()) {
                apart = true;
            } else {
                found.add(new Row(at, end, CsvProfile.Cells.of(reader.record), apart));
                apart = false;
            }
            at = end;
        }
        return found;
    }

    /** The width that most rows have; of widths equally frequent the greater. */
    private static int modalWidth(List<Row> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        int best = 0;
        for (Row row : rows) {
            widths.merge(row.size(), 1, Integer::sum);
        }
        for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
            int most = widths.getOrDefault(best, 0);
            if (entry.getValue() > most || (entry.getValue() == most && entry.getKey() > best)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Profile of the rows that have the table's width, without the first so many of them. */
    private CsvProfile profile(List<Row> from, int without) {
        List<CsvProfile.Cells> records = new ArrayList<>();
        int left = without;
        for (Row row : from) {
            boolean header = !from.isEmpty() && row.texts().equals(rows.getFirst().texts());
            if (row.size() == width && row.isHalfFilled() && left-- <= 0 && !header) {
                records.add(row.cells);
            }
        }
        return CsvProfile.of(width, records, otherQuote);
    }

    /** The row that the table starts with. */
    private int start() {
        int named = namedHeader();
        if (named >= 0) {
            return named;
        }
        int first = 0;
        while (first < rows.size() - 1
                && (rows.get(first).size() != width || !isBody(rows.get(first)))) {
            first++;
        }
        int table = tableBefore(first);
        if (table < first) {
            width = rows.get(table).size();
            profile = profile(rows.subList(table, rows.size()), 1);
            return table;
        }
        return isNarrowHeader(first) || isOtherHeader(first) ? first - 1 : first;
    }

    /** Whether the row before is a header with another delimiter; it is read with that then. */
    private boolean isOtherHeader(int first) {
        if (first == 0 || rows.get(first).apart || headerScore(rows.get(first)) > 0) {
            return false;
        }
        Row before = rows.get(first - 1);
        for (String delimiter : CsvRows.DELIMITERS) {
            CsvRecord record = new CsvRecord();
            new CsvScanner(spelling.withDelimiter(delimiter))
                    .scan(head, before.start, head.length, true, true, null, record);
            Row other =
                    new Row(before.start, before.end, CsvProfile.Cells.of(record), before.apart);
            if (other.size() == width && other.isHalfFilled() && headerScore(other) > 0) {
                rows.set(first - 1, other);
                return true;
            }
        }
        return false;
    }

    /**
     * The first row with about as many names of the domain as any, since a later one may be a
     * repetition; −1 when there is none.
     */
    private int namedHeader() {
        int most = 0;
        for (int i = 0; i < Math.min(TRIED_LINES, rows.size()); i++) {
            most = Math.max(most, rows.get(i).known());
        }
        for (int i = 0; most > 0 && i < rows.size(); i++) {
            if (2 * rows.get(i).known() >= most) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBody(Row row) {
        return row.isHalfFilled() && !row.texts().getFirst().startsWith("#");
    }

    private int widthBehind(int header) {
        int own = rows.get(header).size();
        for (Row row : rows.subList(header + 1, rows.size())) {
            if (row.size() == own) {
                return own;
            }
        }
        return Math.abs(width - own) <= 1 ? width : own;
    }

    /** Rows before the widest table that make a table of their own. */
    private int tableBefore(int first) {
        int run = 0;
        for (int i = 0; i < first; i++) {
            Row row = rows.get(i);
            boolean alike = run > 0 && row.size() == rows.get(i - 1).size() && !row.apart;
            run = row.size() < 2 || !row.isHalfFilled() ? 0 : alike ? run + 1 : 1;
            boolean wide = 2 * row.size() >= width && row.size() > 2;
            if (run >= (wide ? TABLE_ROWS : 2 * TABLE_ROWS)) {
                return i - run + 1;
            }
        }
        return first;
    }

    /** Whether the row before is a header with a cell too few or too many. */
    private boolean isNarrowHeader(int first) {
        if (first == 0 || rows.get(first).apart || width < 3) {
            return false;
        }
        Row before = rows.get(first - 1);
        return Math.abs(before.size() - width) <= 1 + width / 8
                && before.isHalfFilled()
                && headerScore(rows.get(first)) <= 0
                && headerScore(before) > 0;
    }

    private boolean isHeader(int first) {
        return rows.get(first).known() > 0 || headerScore(rows.get(first)) > 0;
    }

    private double headerScore(Row row) {
        return new CsvHeaderScore(profile, rows.size() == 1).of(row.texts());
    }

    /** How many rows the header has: those whose cells are of none of the columns' kinds. */
    private int headers(int first) {
        int count = 1;
        while (count < MOST_HEADERS
                && first + count < rows.size() - 1
                && rows.get(first + count).size() == width
                && !rows.get(first + count).apart
                && isNoData(rows.get(first + count))) {
            count++;
        }
        return count;
    }

    private boolean isNoData(Row row) {
        int other = 0;
        for (int i = 0; i < width && profile.width() == width; i++) {
            int match = profile.match(i, row.texts().get(i));
            if (match > 0) {
                return false;
            }
            other += match < 0 && CsvKind.of(row.texts().get(i)) == CsvKind.TEXT ? 1 : 0;
        }
        return other > 0 && 2 * other >= profile.typed();
    }

    private Found found(int first, int headerRows, int offset, int from) {
        List<Row> data = rows.subList(first + headerRows, rows.size());
        List<List<String>> headers = new ArrayList<>();
        for (Row row : rows.subList(first, first + headerRows)) {
            headers.add(row.texts());
        }
        boolean trailing = isTrailing(headers, data);
        int regular = (int) data.stream().filter(row -> row.size() == width).count();
        CsvDialect dialect =
                new CsvDialect(
                        spelling,
                        profile(data, 0),
                        isDecimalComma(data),
                        CsvNames.of(headers, width - (trailing ? 1 : 0)),
                        headers,
                        from == 0 ? rows.get(first).start : Math.max(from, rows.get(first).start),
                        (long) offset
                                + (headerRows == 0
                                        ? rows.get(first).start
                                        : rows.get(first + headerRows - 1).end),
                        trailing);
        return new Found(dialect, rows.get(first).known(), data.size(), regular);
    }

    /** Whether rows end with a delimiter too many: nothing ever stands behind it. */
    private boolean isTrailing(List<List<String>> headers, List<Row> data) {
        if (width < 2 || data.isEmpty()) {
            return false;
        }
        for (List<String> header : headers) {
            if (header.size() >= width && !header.get(width - 1).isBlank()) {
                return false;
            }
        }
        int rowsSeen = 0;
        for (Row row : data) {
            if (row.size() == width) {
                rowsSeen++;
                if (!row.texts().getLast().isBlank()) {
                    return false;
                }
            }
        }
        return rowsSeen > 1 && !headers.isEmpty();
    }

    private boolean isDecimalComma(List<Row> data) {
        int commas = 0;
        int points = 0;
        for (Row row : data) {
            for (String cell : row.texts()) {
                int style = CsvNumber.decimalStyle(cell);
                commas += style == ',' ? 1 : 0;
                points += style == '.' ? 1 : 0;
            }
        }
        return commas > points;
    }

    /** A header's cell as a name; the byte order mark of an appended file is none of it. */
    static String name(String cell) {
        return (cell.startsWith("\uFEFF") ? cell.substring(1) : cell).strip();
    }
}
