package org.fleetscope.ingest;

import java.util.Arrays;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/** Where the rows of a chunk stand, with the kind that their surroundings name. */
final class RowList {
    static final RowList NONE = new RowList();

    private static final int FIELDS = 3;
    private static final int BROKEN = -1;
    private static final EntityKind[] KINDS = EntityKind.values();

    private int[] values = new int[FIELDS * 16];
    private int size;

    /**
     * @param kind null when nothing names it
     */
    void add(int start, int end, @Nullable EntityKind kind) {
        add(start, end, kind == null ? 0 : kind.ordinal() + 1);
    }

    /** A stretch that holds a row whose end was found by what follows it. */
    void addBroken(int start, int end) {
        add(start, end, BROKEN);
    }

    private void add(int start, int end, int kind) {
        if ((size + 1) * FIELDS > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[size * FIELDS] = start;
        values[size * FIELDS + 1] = end;
        values[size * FIELDS + 2] = kind;
        size++;
    }

    int size() {
        return size;
    }

    int start(int row) {
        return values[row * FIELDS];
    }

    int end(int row) {
        return values[row * FIELDS + 1];
    }

    boolean isBroken(int row) {
        return values[row * FIELDS + 2] == BROKEN;
    }

    @Nullable EntityKind kind(int row) {
        int kind = values[row * FIELDS + 2];
        return kind <= 0 ? null : KINDS[kind - 1];
    }
}
