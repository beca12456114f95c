package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a table look like: how many cells they have and what each column holds. Tells
 * whether another reading of a record fits the table better. Immutable once built.
 */
public final class CsvProfile {
    /** A table nothing is known of. */
    static final CsvProfile NONE = new CsvProfile(0, List.of(), false);

    private static final double DOMINANT = 0.8;
    private static final double AGREES = 0.75;
    private static final int KNOWN_VALUES = 256;
    private static final Set<String> NO_VALUE =
            Set.of("na", "n/a", "nan", "null", "none", "nil", "-", "--", "?", "inf", "-inf");

    private final int width;
    private final List<Column> columns;
    private final boolean blankStarts;
    private final int typed;

    /**
     * A column.
     *
     * @param kind what nearly all of its cells are; null when they are text or differ
     * @param quoted whether most of its cells are quoted
     * @param otherQuoted whether all of its cells have the quotation mark the file does not use
     * @param repeating whether its values occur again and again
     * @param values some of its values
     */
    record Column(
            @Nullable CsvKind kind,
            boolean quoted,
            boolean otherQuoted,
            boolean repeating,
            Set<String> values) {}

    private CsvProfile(int width, List<Column> columns, boolean blankStarts) {
        this.width = width;
        this.columns = columns;
        this.blankStarts = blankStarts;
        this.typed = (int) columns.stream().filter(column -> column.kind != null).count();
    }

    /**
     * The profile of records.
     *
     * @param width cells that a record of the table has
     * @param records those of them that have so many
     * @param otherQuote the quotation mark that the file does not use
     */
    static CsvProfile of(int width, List<Cells> records, char otherQuote) {
        List<Column> columns = new ArrayList<>();
        int starts = 0;
        for (int i = 0; i < width; i++) {
            columns.add(column(records, i, otherQuote));
        }
        for (Cells record : records) {
            long padded = record.texts.stream().filter(text -> text.startsWith(" ")).count();
            starts += padded > 0 && 2 * padded < width ? 1 : 0;
        }
        return new CsvProfile(width, columns, starts * 10 > records.size());
    }

    /** The cells of a record as text, and which of them were quoted. */
    record Cells(List<String> texts, boolean[] quoted) {
        static Cells of(CsvRecord record) {
            boolean[] quoted = new boolean[record.count];
            for (int i = 0; i < record.count; i++) {
                quoted[i] = record.quote[i] != 0;
            }
            return new Cells(record.texts(), quoted);
        }
    }

    private static Column column(List<Cells> records, int index, char otherQuote) {
        Map<CsvKind, Integer> kinds = new EnumMap<>(CsvKind.class);
        Set<String> values = new HashSet<>();
        int filled = 0;
        int quoted = 0;
        int others = 0;
        for (Cells record : records) {
            String text = record.texts.get(index);
            if (text.isBlank() || isNoValue(text)) {
                continue;
            }
            filled++;
            quoted += record.quoted[index] ? 1 : 0;
            others += !record.quoted[index] && isWithin(text, otherQuote) ? 1 : 0;
            kinds.merge(CsvKind.of(text), 1, Integer::sum);
            if (values.size() < KNOWN_VALUES) {
                values.add(text);
            }
        }
        CsvKind dominant = null;
        for (Map.Entry<CsvKind, Integer> kind : kinds.entrySet()) {
            if (kind.getKey().isTelling() && kind.getValue() >= filled * DOMINANT) {
                dominant = kind.getKey();
            }
        }
        return new Column(
                dominant,
                2 * quoted > filled,
                filled > 2 && others == filled,
                filled > 4 && 2 * values.size() <= filled,
                values);
    }

    private static boolean isWithin(String text, char quote) {
        int last = text.length() - 1;
        return last > 0 && text.charAt(0) == quote && text.charAt(last) == quote;
    }

    static boolean isNoValue(String text) {
        return text.length() <= 4 && NO_VALUE.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Cells of a record of the table, 0 when nothing is known. */
    int width() {
        return width;
    }

    /** Columns that nearly always hold values of one telling kind. */
    int typed() {
        return typed;
    }

    /** Whether anything but the number of cells tells a record of the table from others. */
    boolean tells() {
        return typed > 0 || columns.stream().anyMatch(Column::repeating);
    }

    Column column(int index) {
        return columns.get(index);
    }

    /** Whether cells of the table often start with a blank. */
    boolean hasBlankStarts() {
        return blankStarts;
    }

    /** How a cell stands to a column: 1 of its kind, −1 of another, 0 when that can't be told. */
    int match(int column, String text) {
        CsvKind kind = columns.get(column).kind;
        if (kind == null || text.isBlank() || isNoValue(text)) {
            return 0;
        }
        return CsvKind.of(text) == kind ? 1 : -1;
    }

    /** How well a reading of a record fits. */
    enum Fit {
        /** Too many or too few cells, or of other kinds than the columns. */
        NO,
        /** The number of cells fits, and nothing speaks against it. */
        WIDTH,
        /** The kinds of the cells fit as well. */
        KINDS
    }

    Fit fit(CsvRecord record) {
        if (record.count != width) {
            return Fit.NO;
        }
        int good = 0;
        int bad = 0;
        for (int i = 0; i < width; i++) {
            Column column = columns.get(i);
            if (column.kind != null) {
                int match = match(i, record.text(i));
                good += match > 0 ? 1 : 0;
                bad += match < 0 ? 1 : 0;
            } else if (column.repeating) {
                good += column.values.contains(record.text(i)) ? 1 : 0;
            }
        }
        if (good + bad == 0) {
            return Fit.WIDTH;
        }
        return good >= (good + bad) * AGREES ? Fit.KINDS : Fit.NO;
    }
}
