package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the header row behind titles, comments and blank lines, for one delimiter. A header
 * further down needs proof: names of the domain, or a shape that no line before it has and the rows
 * behind it share.
 */
final class CsvHeaders {
    private static final int TRIED_LINES = 100;
    private static final int TRIED_RECORDS = 200;
    private static final int TELLING_NAMES = 2;
    private static final double REGULAR = 0.8;

    private final Sample sample;
    private final char delimiter;
    private final CsvRecords records;
    private int widest;
    private boolean first = true;

    CsvHeaders(Sample sample, char delimiter) {
        this.sample = sample;
        this.delimiter = delimiter;
        CsvDialect any = new CsvDialect(delimiter, false, false, List.of(), 0, 0);
        this.records = new CsvRecords(sample.head(), sample.head().length, any);
    }

    /**
     * A row that may be the header.
     *
     * @param known columns that an entity has, 0 when too few to tell
     * @param modal whether most rows behind it have as many cells
     * @param start position of its first byte in the sample
     * @param end position behind its last byte
     */
    record Header(List<String> columns, int known, boolean modal, int start, int end) {
        boolean isBetterThan(@Nullable Header other) {
            return other == null
                    || known > other.known
                    || (known == other.known && columns.size() > other.columns.size());
        }
    }

    /** The likeliest header; null when the text does not look like having one. */
    @Nullable Header best() {
        List<Header> found = new ArrayList<>();
        byte[] head = sample.head();
        int at = 0;
        for (int line = 0; line < TRIED_LINES && at < head.length; line++) {
            Header header = at(at);
            if (header != null) {
                found.add(header);
            }
            at = LineEnds.next(head, at);
        }
        return choose(found);
    }

    /** The first that is about as good as the best, since a later one may be a repetition. */
    private static @Nullable Header choose(List<Header> found) {
        int most = found.stream().mapToInt(Header::known).max().orElse(0);
        return found.stream()
                .filter(header -> most == 0 ? header.modal : 2 * header.known >= most)
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst());
    }

    private @Nullable Header at(int position) {
        records.start(position, 0);
        if (!records.next() || records.isBlank()) {
            return null;
        }
        boolean beginning = first;
        int wider = widest;
        first = false;
        if (sample.head()[position] != '#' && isHalfFilled(records.cells)) {
            widest = Math.max(widest, records.cells.size());
        }
        List<String> columns = names(records.cells);
        if (columns.size() < 2 || columns.stream().anyMatch(CsvHeaders::isNoName)) {
            return null;
        }
        int all = (int) columns.stream().filter(EntityKinds::isKnown).count();
        int known = all < TELLING_NAMES ? 0 : all;
        int end = records.end;
        boolean telling = known > 0 || (isNamed() && columns.size() > wider && !records.unclosed);
        return beginning || telling ? shaped(columns, known, position, end, beginning) : null;
    }

    private @Nullable Header shaped(
            List<String> columns, int known, int start, int end, boolean beginning) {
        int all = 0;
        Map<Integer, Integer> widths = new HashMap<>();
        while (all < TRIED_RECORDS && records.next()) {
            if (!records.isBlank()) {
                all++;
                widths.merge(records.cells.size(), 1, Integer::sum);
            }
        }
        int regular = widths.getOrDefault(columns.size(), 0);
        boolean named = isNamed() || EntityKinds.of(columns::contains) != null;
        boolean strict = all > 0 && regular >= all * REGULAR;
        boolean lenient = named && (all == 0 || regular > 0);
        boolean modal = widths.values().stream().allMatch(count -> count <= regular);
        return strict || (lenient && (beginning || known > 0))
                ? new Header(columns, known, modal, start, end)
                : null;
    }

    /** The dialect of the sample with this header. */
    CsvDialect dialect(Header header) {
        return new CsvDialect(
                delimiter,
                new CsvEscapes(sample.head(), delimiter, header.start)
                        .areAll(header.columns.size()),
                delimiter != ',',
                header.columns,
                header.start,
                (long) sample.start() + header.end);
    }

    private boolean isNamed() {
        return sample.path().getFileName().toString().matches("(?i).*\\.(csv|tsv|psv)(\\.gz)?");
    }

    private static boolean isHalfFilled(List<String> cells) {
        return 2 * cells.stream().filter(cell -> !cell.isBlank()).count() >= cells.size();
    }

    private static boolean isNoName(String column) {
        return column.isEmpty()
                || !(Character.isLetter(column.charAt(0)) || column.charAt(0) == '_');
    }

    /** Cells of a header row as names. */
    static List<String> names(List<String> cells) {
        return cells.stream().map(CsvHeaders::name).toList();
    }

    /** A header's cell as a name; the byte order mark of an appended file is none of it. */
    static String name(String cell) {
        return (cell.startsWith("\uFEFF") ? cell.substring(1) : cell).strip();
    }
}
