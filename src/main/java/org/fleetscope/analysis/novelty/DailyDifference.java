package org.fleetscope.analysis.novelty;

import java.util.Arrays;

/**
 * Difference from the row one day before, counted in rows: the day divided by the median step of
 * the first rows. NaN until the step is known and that row exists, and always for series that are
 * too coarse to have a daily course or have no times.
 */
final class DailyDifference {
    private static final long DAY_MICROS = 86_400_000_000L;

    /** Rows a day from which a daily course can be seen. */
    private static final long FEWEST_ROWS_A_DAY = 2;

    /** Longest lag that is held: a day of one row a second. */
    private static final long MOST_ROWS_A_DAY = 86_400;

    private final long[] firstTimes;
    private double[] ring;
    private int lag;
    private long rows;

    /**
     * @param learning rows whose times tell the step, ≥ 2 to have a lag at all
     */
    DailyDifference(int learning) {
        firstTimes = new long[learning];
        ring = new double[learning];
    }

    /**
     * @param time µs UTC
     * @param value never NaN
     */
    double next(long time, double value) {
        if (rows < firstTimes.length) {
            firstTimes[(int) rows] = time;
            ring[(int) rows] = value;
            if (++rows == firstTimes.length) {
                learnLag();
            }
            return Double.NaN;
        }
        if (lag == 0) {
            return Double.NaN;
        }
        double before = rows < lag ? Double.NaN : ring[(int) ((rows - lag) % ring.length)];
        ring[(int) (rows % ring.length)] = value;
        rows++;
        return value - before;
    }

    /** Rows a day; 0 while it is not known, or when there is no daily course. */
    int lag() {
        return lag;
    }

    private void learnLag() {
        if (firstTimes.length < 2) {
            return;
        }
        long[] steps = new long[firstTimes.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = firstTimes[i + 1] - firstTimes[i];
        }
        Arrays.sort(steps);
        long step = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2;
        long perDay = step <= 0 ? 0 : Math.round((double) DAY_MICROS / step);
        if (perDay >= FEWEST_ROWS_A_DAY && perDay <= MOST_ROWS_A_DAY) {
            lag = (int) perDay;
            // The first rows stay where they are, since a ring of at least their number follows.
            ring = Arrays.copyOf(ring, Math.max(lag, ring.length));
        }
    }
}
