package org.fleetscope.enrich;

/**
 * Spearman's rank correlation over the last pairs of a series: Pearson's of the ranks, ties sharing
 * their mean rank. Ranks are kept doubled, as whole numbers, and changed by what comes and goes;
 * O(window) a pair, exact but for the last division. One thread.
 */
final class SlidingSpearman {
    private final int window;
    private final int fewest;
    private final double[] x;
    private final double[] y;
    private final int[] rankX;
    private final int[] rankY;
    private int filled;
    private int next;
    private int pairs;

    /**
     * @param fewest complete pairs needed
     */
    SlidingSpearman(int window, int fewest) {
        this.window = window;
        this.fewest = fewest;
        x = new double[window];
        y = new double[window];
        rankX = new int[window];
        rankY = new int[window];
    }

    /** Forgets everything. */
    void clear() {
        filled = 0;
        next = 0;
        pairs = 0;
    }

    /**
     * Takes the next pair in and the oldest out; one that is not complete takes a place, no more.
     *
     * @return the correlation; NaN for an incomplete pair, with too few pairs, or without spread
     */
    double next(double newX, double newY) {
        boolean complete = !Double.isNaN(newX) && !Double.isNaN(newY);
        if (filled == window) {
            remove(next);
        } else {
            filled++;
        }
        x[next] = complete ? newX : Double.NaN;
        y[next] = complete ? newY : Double.NaN;
        rankX[next] = complete ? rank(x, rankX, newX) : 0;
        rankY[next] = complete ? rank(y, rankY, newY) : 0;
        pairs += complete ? 1 : 0;
        next = (next + 1) % window;
        return complete && pairs >= fewest ? correlation() : Double.NaN;
    }

    private void remove(int slot) {
        if (Double.isNaN(x[slot])) {
            return;
        }
        double oldX = x[slot];
        double oldY = y[slot];
        for (int i = 0; i < filled; i++) {
            rankX[i] -= x[i] > oldX ? 2 : x[i] == oldX ? 1 : 0;
            rankY[i] -= y[i] > oldY ? 2 : y[i] == oldY ? 1 : 0;
        }
        x[slot] = Double.NaN;
        y[slot] = Double.NaN;
        pairs--;
    }

    /** Doubled rank of a value that is in place already; raises those it comes before. */
    private int rank(double[] values, int[] ranks, double value) {
        int below = 0;
        int equal = 0;
        for (int i = 0; i < filled; i++) {
            double other = values[i];
            // All comparisons are false for a place without a pair.
            if (other > value) {
                ranks[i] += 2;
            } else if (other == value) {
                ranks[i]++;
                equal++;
            } else if (other < value) {
                below++;
            }
        }
        return 2 * below + equal + 1;
    }

    private double correlation() {
        long xx = 0;
        long yy = 0;
        long xy = 0;
        for (int i = 0; i < filled; i++) {
            xx += (long) rankX[i] * rankX[i];
            yy += (long) rankY[i] * rankY[i];
            xy += (long) rankX[i] * rankY[i];
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
