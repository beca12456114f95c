package org.fleetscope.enrich;

import java.util.Arrays;

/**
 * Spearman's rank correlation over the last pairs of a series: Pearson's of the ranks, ties sharing
 * their mean rank. Ranks are kept doubled, as whole numbers, and changed by what comes and goes;
 * O(window) a pair, exact but for the last division. One thread.
 *
 * <p>Takes places in an order instead of values, see {@link OrderCodes}. Each loop does one simple
 * thing to ints without a branch, which is what the compiler turns into vector instructions.
 */
final class SlidingSpearman {
    /** Largest window whose sums of squared ranks an int holds. */
    private static final int LARGEST = 512;

    /** A place without a pair: below every value. */
    private static final int NONE = -1;

    /**
     * A value that comes before none and equals none, and from which {@link #NONE} can be taken.
     */
    private static final int NO_VALUE = Integer.MAX_VALUE - 1;

    private final int fewest;
    private final int[] x;
    private final int[] y;
    private final int[] rankX;
    private final int[] rankY;
    private int next;
    private int pairs;

    /**
     * @param fewest complete pairs needed
     */
    SlidingSpearman(int window, int fewest) {
        if (window < 1 || window > LARGEST) {
            throw new IllegalArgumentException("a window of " + window + " pairs");
        }
        this.fewest = fewest;
        x = new int[window];
        y = new int[window];
        rankX = new int[window];
        rankY = new int[window];
        Arrays.fill(x, NONE);
        Arrays.fill(y, NONE);
    }

    /**
     * Takes the next pair in and the oldest out; one that is not complete takes a place, no more.
     *
     * @param newX its place in the order of all x, equal for equal values; negative for none
     * @param newY likewise among all y
     * @return the correlation; NaN for an incomplete pair, with too few pairs, or without spread
     */
    double next(int newX, int newY) {
        boolean complete = newX >= 0 && newY >= 0;
        pairs += (complete ? 1 : 0) - (x[next] == NONE ? 0 : 1);
        int others = pairs - (complete ? 1 : 0);
        replace(x, rankX, next, complete ? newX : NO_VALUE, others);
        replace(y, rankY, next, complete ? newY : NO_VALUE, others);
        next = next + 1 == x.length ? 0 : next + 1;
        return complete && pairs >= fewest ? correlation() : Double.NaN;
    }

    /**
     * Puts a value in the place of another.
     *
     * @param others values beside the two
     */
    private static void replace(int[] values, int[] ranks, int at, int value, int others) {
        int old = values[at] == NONE ? NO_VALUE : values[at];
        values[at] = NONE;
        ranks[at] = 0;
        change(values, ranks, value, old);
        if (value != NO_VALUE) {
            // Places without a pair lie below as well.
            int below = below(values, value) - (values.length - others);
            int equal = others - below - above(values, value);
            ranks[at] = 2 * below + equal + 2;
            values[at] = value;
        }
    }

    /**
     * A doubled rank is the number of values below and of those not above. The sign bit of a
     * difference says which of two is the smaller; places without a pair stay as they are.
     */
    private static void change(int[] values, int[] ranks, int in, int out) {
        for (int i = 0; i < values.length; i++) {
            int own = values[i];
            ranks[i] +=
                    ((in - own) >>> 31)
                            - ((own - in) >>> 31)
                            - ((out - own) >>> 31)
                            + ((own - out) >>> 31);
        }
    }

    private static int below(int[] values, int value) {
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            count += (values[i] - value) >>> 31;
        }
        return count;
    }

    private static int above(int[] values, int value) {
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            count += (value - values[i]) >>> 31;
        }
        return count;
    }

    private static int products(int[] a, int[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double correlation() {
        long n = pairs;
        long sum = n * (n + 1);
        long spreadX = n * products(rankX, rankX) - sum * sum;
        long spreadY = n * products(rankY, rankY) - sum * sum;
        return spreadX == 0 || spreadY == 0
                ? Double.NaN
                : (n * products(rankX, rankY) - sum * sum) / Math.sqrt((double) spreadX * spreadY);
    }
}
