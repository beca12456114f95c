package org.fleetscope.enrich;

import java.util.Arrays;

/**
 * What Spearman's correlation of two quantities is made of: products / √(squaresX · squaresY), over
 * the deviations of the ranks from their means, ties sharing their mean rank.
 */
record RankSums(int pairs, double products, double squaresX, double squaresY) {

    /** Of the rows that have both. O(rows²). */
    static RankSums of(int[] rows, double[] x, double[] y) {
        int[] whole =
                Arrays.stream(rows)
                        .filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row]))
                        .toArray();
        double mean = (whole.length + 1) / 2.0;
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int row : whole) {
            double dx = rank(whole, x, row) - mean;
            double dy = rank(whole, y, row) - mean;
            products += dx * dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
        }
        return new RankSums(whole.length, products, squaresX, squaresY);
    }

    private static double rank(int[] rows, double[] values, int row) {
        double rank = 0.5;
        for (int other : rows) {
            rank += values[other] < values[row] ? 1 : values[other] == values[row] ? 0.5 : 0;
        }
        return rank;
    }
}
