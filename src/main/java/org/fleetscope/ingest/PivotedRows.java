package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link Pivot} as objects: measurement, tags, values, time. A tag that has the name
 * of a value, and a tag or value called {@code time} or {@code measurement}, gets {@code _1} behind
 * its name, as in InfluxDB's answers.
 */
final class PivotedRows {
    /** Finds the text of a row that stands in one place. */
    interface Source {
        String text(RowOutput.Place place, int length) throws IOException;
    }

    private final Pivot pivot;
    private final boolean lastCounts;
    private final UnaryOperator<String> naming;
    private final Map<Integer, String> names = new HashMap<>();
    private int[] found = new int[64];
    private int count;

    /** By name: the row that was looked at last and has it, counted from 1, and its cell there. */
    private int[] seenRow = new int[64];

    private int[] seenCell = new int[64];

    /**
     * @param lastCounts whether the last of several values of the same name counts; else values
     *     that differ are an error
     */
    PivotedRows(Pivot pivot, boolean lastCounts) {
        this(pivot, lastCounts, UnaryOperator.identity());
    }

    /**
     * @param naming what a value of that name is called in a row
     */
    PivotedRows(Pivot pivot, boolean lastCounts, UnaryOperator<String> naming) {
        this.pivot = pivot;
        this.lastCounts = lastCounts;
        this.naming = naming;
    }

    /** Hands over all rows of a pivot in which none is one stretch of the file. */
    void to(SeriesRows rows) throws IOException {
        to(
                rows,
                (place, length) -> {
                    throw new IllegalStateException(
                            "a row at " + place + " is " + length + " bytes");
                });
    }

    /** Hands over all rows in the order of their first values. */
    void to(SeriesRows rows, Source source) throws IOException {
        boolean more = true;
        for (int row = 0; row < pivot.rows() && more; row++) {
            String repeated = collect(row);
            ObjectNode node = node(row);
            String raw =
                    pivot.length(row) == Pivot.MERGED
                            ? node.toString()
                            : source.text(pivot.place(row), pivot.length(row));
            if (repeated == null) {
                more = rows.row(node, pivot.place(row), raw);
            } else {
                rows.malformed(
                        new MalformedRowException(
                                "two values of " + repeated, "one value a series, time and field"),
                        pivot.place(row),
                        raw);
            }
        }
    }

    /** Collects the cells that count, latest first; the name of values that contradict, or null. */
    private @Nullable String collect(int row) {
        String repeated = null;
        count = 0;
        for (int cell = pivot.lastCell(row); cell >= 0; cell = pivot.cellBefore(cell)) {
            int name = pivot.name(cell);
            if (name >= seenRow.length) {
                seenRow = Arrays.copyOf(seenRow, 2 * name);
                seenCell = Arrays.copyOf(seenCell, 2 * name);
            }
            if (seenRow[name] != row + 1) {
                seenRow[name] = row + 1;
                seenCell[name] = cell;
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = cell;
            } else if (!lastCounts && isOther(seenCell[name], cell)) {
                repeated = name(name);
            }
        }
        return repeated;
    }

    private boolean isOther(int one, int other) {
        return pivot.kind(one) != pivot.kind(other) || pivot.bits(one) != pivot.bits(other);
    }

    private ObjectNode node(int row) {
        ObjectNode node = JsonRow.MAPPER.createObjectNode();
        int start = pivot.seriesStart(row);
        if (pivot.seriesText(start) >= 0) {
            node.put(SeriesRows.MEASUREMENT, pivot.texts.text(pivot.seriesText(start)));
        }
        for (int at = start + 1; at < pivot.seriesEnd(row); at += 2) {
            node.put(
                    free(pivot.texts.text(pivot.seriesText(at))),
                    pivot.texts.text(pivot.seriesText(at + 1)));
        }
        for (int i = count - 1; i >= 0; i--) {
            String name = name(pivot.name(found[i]));
            JsonNode value = node(pivot.kind(found[i]), pivot.bits(found[i]), pivot.texts);
            JsonNode tag = node.replace(name, value);
            if (tag != null) {
                node.set(name + "_1", tag);
            }
        }
        if (pivot.time(row) != Times.MISSING) {
            node.put(SeriesRows.TIME, SeriesTime.text(pivot.time(row)));
        }
        return node;
    }

    /** A name that is neither the time's nor the measurement's. */
    static String free(String name) {
        return name.equals(SeriesRows.TIME) || name.equals(SeriesRows.MEASUREMENT)
                ? name + "_1"
                : name;
    }

    private String name(int text) {
        return names.computeIfAbsent(text, number -> free(naming.apply(pivot.texts.text(number))));
    }

    /** A value as a node, see {@link PivotKind}. */
    static JsonNode node(byte kind, long bits, Texts texts) {
        return switch (kind) {
            case PivotKind.REAL -> DoubleNode.valueOf(Double.longBitsToDouble(bits));
            case PivotKind.WHOLE -> LongNode.valueOf(bits);
            case PivotKind.UNSIGNED ->
                    bits >= 0
                            ? LongNode.valueOf(bits)
                            : BigIntegerNode.valueOf(new BigInteger(Long.toUnsignedString(bits)));
            case PivotKind.FLAG -> BooleanNode.valueOf(bits != 0);
            default -> TextNode.valueOf(texts.text((int) bits));
        };
    }
}
