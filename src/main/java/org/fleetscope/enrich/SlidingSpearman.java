package org.fleetscope.enrich;

import java.util.Arrays;

/**
 * Spearman's rank correlation over the last pairs of a series: Pearson's of the ranks, ties sharing
 * their mean rank. Ranks are kept doubled, as whole numbers, and changed by what comes and goes;
 * O(window) a pair, exact but for the last division. One thread.
 *
 * <p>Values are compared as the bits of doubles ≥ 0, which have the order of the numbers: without a
 * branch, so that the loops run on several places at once.
 */
final class SlidingSpearman {
    /** A place without a pair: below every value. */
    private static final long NONE = -1;

    /**
     * A value that comes before none and equals none, and from which {@link #NONE} can be taken.
     */
    private static final long NO_VALUE = Long.MAX_VALUE - 1;

    private final int fewest;
    private final long[] x;
    private final long[] y;
    private final long[] rankX;
    private final long[] rankY;
    private int next;
    private int pairs;

    /**
     * @param fewest complete pairs needed
     */
    SlidingSpearman(int window, int fewest) {
        this.fewest = fewest;
        x = new long[window];
        y = new long[window];
        rankX = new long[window];
        rankY = new long[window];
        clear();
    }

    /** Forgets everything. */
    void clear() {
        Arrays.fill(x, NONE);
        Arrays.fill(y, NONE);
        Arrays.fill(rankX, 0);
        Arrays.fill(rankY, 0);
        next = 0;
        pairs = 0;
    }

    /**
     * Takes the next pair in and the oldest out; one that is not complete takes a place, no more.
     *
     * @param newX ≥ 0, or NaN
     * @param newY ≥ 0, or NaN
     * @return the correlation; NaN for an incomplete pair, with too few pairs, or without spread
     */
    double next(double newX, double newY) {
        boolean complete = newX >= 0 && newY >= 0;
        pairs += (complete ? 1 : 0) - (x[next] == NONE ? 0 : 1);
        int others = pairs - (complete ? 1 : 0);
        replace(x, rankX, next, complete ? bits(newX) : NO_VALUE, others);
        replace(y, rankY, next, complete ? bits(newY) : NO_VALUE, others);
        next = next + 1 == x.length ? 0 : next + 1;
        return complete && pairs >= fewest ? correlation() : Double.NaN;
    }

    /** Adding 0 makes a 0 of −0, whose bits are others. */
    private static long bits(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    /**
     * Puts a value in the place of another.
     *
     * @param others values beside the two
     */
    private static void replace(long[] values, long[] ranks, int at, long value, int others) {
        long old = values[at] == NONE ? NO_VALUE : values[at];
        values[at] = NONE;
        long above = 0;
        long equal = 0;
        for (int i = 0; i < values.length; i++) {
            long other = values[i];
            long isAbove = (value - other) >>> 63;
            long isEqual = isEqual(value, other);
            above += isAbove;
            equal += isEqual;
            ranks[i] += 2 * isAbove + isEqual - 2 * ((old - other) >>> 63) - isEqual(old, other);
        }
        boolean present = value != NO_VALUE;
        values[at] = present ? value : NONE;
        // Below are all others that are neither above nor equal; the value equals itself.
        ranks[at] = present ? 2 * (others - above - equal) + equal + 2 : 0;
    }

    /** 1 or 0: the sign bit is set in d | −d unless d is 0. */
    private static long isEqual(long a, long b) {
        long d = a ^ b;
        return 1 - ((d | -d) >>> 63);
    }

    private double correlation() {
        long xx = 0;
        long yy = 0;
        long xy = 0;
        for (int i = 0; i < rankX.length; i++) {
            xx += rankX[i] * rankX[i];
            yy += rankY[i] * rankY[i];
            xy += rankX[i] * rankY[i];
        }
        long n = pairs;
        long sum = n * (n + 1);
        long spreadX = n * xx - sum * sum;
        long spreadY = n * yy - sum * sum;
        return spreadX == 0 || spreadY == 0
                ? Double.NaN
                : (n * xy - sum * sum) / Math.sqrt((double) spreadX * spreadY);
    }
}
