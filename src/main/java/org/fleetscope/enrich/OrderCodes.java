package org.fleetscope.enrich;

import java.util.Arrays;

/**
 * Places of values in their order: 0 for the smallest, the same for equal ones, so that they can be
 * compared as ints. O(n log n).
 */
final class OrderCodes {
    /** Place of a value that is missing or negative. */
    static final int NONE = -1;

    private final double[] values;
    private final int[] codes;

    private OrderCodes(double[] values) {
        this.values = values;
        codes = new int[values.length];
    }

    /**
     * Places by position.
     *
     * @param values ≥ 0; others have no place
     */
    static int[] of(double[] values) {
        OrderCodes order = new OrderCodes(values);
        order.number();
        return order.codes;
    }

    /**
     * Sorts by the leading bits of a value, which for doubles ≥ 0 have the order of the numbers,
     * with the position in the trailing ones; that needs no objects.
     */
    private void number() {
        int positionBits = 32 - Integer.numberOfLeadingZeros(values.length);
        long position = (1L << positionBits) - 1;
        long[] keys = new long[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            codes[i] = NONE;
            if (values[i] >= 0) {
                // Adding 0 makes a 0 of −0, whose bits are others.
                keys[n++] = (Double.doubleToRawLongBits(values[i] + 0.0) & ~position) | i;
            }
        }
        Arrays.sort(keys, 0, n);
        int code = 0;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && ((keys[to] ^ keys[from]) & ~position) == 0) {
                to++;
            }
            code = number(keys, from, to, position, code);
            from = to;
        }
    }

    /** Numbers values that agree in their leading bits; returns the next code. */
    private int number(long[] keys, int from, int to, long position, int first) {
        double value = values[(int) (keys[from] & position)];
        boolean equal = true;
        for (int i = from; i < to; i++) {
            int at = (int) (keys[i] & position);
            equal &= values[at] == value;
            codes[at] = first;
        }
        return equal ? first + 1 : tellApart(keys, from, to, position, first);
    }

    private int tellApart(long[] keys, int from, int to, long position, int first) {
        double[] distinct = new double[to - from];
        for (int i = from; i < to; i++) {
            distinct[i - from] = values[(int) (keys[i] & position)] + 0.0;
        }
        distinct = Arrays.stream(distinct).sorted().distinct().toArray();
        for (int i = from; i < to; i++) {
            int at = (int) (keys[i] & position);
            codes[at] = first + Arrays.binarySearch(distinct, values[at] + 0.0);
        }
        return first + distinct.length;
    }
}
