package org.fleetscope.analysis.novelty;

import org.jspecify.annotations.Nullable;

/**
 * Scores a series row by row, from nothing but the rows so far. A row is novel when the value, its
 * rolling extremes and means, or its difference from the day before leave the range that each had
 * until then; after a novel row comes a hold-off, since what is new stays new for a while. O(1) a
 * row, amortised. One thread.
 */
public final class SeriesNovelty {
    /** Makes an excess of one range a score of 0.95. */
    private static final double STEEPNESS = 3;

    private final NoveltySettings settings;
    private final RollingExtreme max;
    private final RollingExtreme min;
    private final RollingMean mean;
    private final RollingMean shortMean;
    private final DailyDifference daily;
    private final RangeNovelty valueRange = new RangeNovelty();
    private final RangeNovelty maxRange = new RangeNovelty();
    private final RangeNovelty minRange = new RangeNovelty();
    private final RangeNovelty meanRange = new RangeNovelty();
    private final RangeNovelty shortMeanRange = new RangeNovelty();
    private final RangeNovelty dailyRange = new RangeNovelty();
    private RangeNovelty most = dailyRange;
    private long row;
    private long quietUntil;
    private double novelty;

    public SeriesNovelty(NoveltySettings settings) {
        this.settings = settings;
        int window = settings.window();
        max = RollingExtreme.max(window);
        min = RollingExtreme.min(window);
        mean = new RollingMean(window);
        shortMean = new RollingMean(window / 2);
        daily = new DailyDifference(settings.warmUp());
    }

    /**
     * Score of the next row.
     *
     * @param time µs UTC; for a series without times the same for every row
     * @param value NaN or infinite for a missing one, which is passed over and scores 0
     * @return 0 for what was seen before, up to 1; ready to be held against one threshold
     */
    public double next(long time, double value) {
        return judge(time, value) == null ? 0 : -Math.expm1(-STEEPNESS * novelty);
    }

    /**
     * Judges the next row as {@link #next} does.
     *
     * @return the feature that is most novel; null for a row that is not
     */
    public @Nullable Seen judge(long time, double value) {
        long at = row++;
        novelty = 0;
        if (!Double.isFinite(value)) {
            return null;
        }
        boolean learning = at < settings.warmUp();
        most = dailyRange;
        double difference = daily.next(time, value);
        novelty = dailyRange.next(difference, at < settings.warmUp() + daily.lag());
        watch(valueRange, value, learning);
        watch(maxRange, max.next(value), learning);
        watch(minRange, min.next(value), learning);
        watch(meanRange, mean.next(value), learning);
        watch(shortMeanRange, shortMean.next(value), learning);
        if (novelty <= settings.threshold() || at < quietUntil) {
            return null;
        }
        quietUntil = at + settings.holdOff();
        return most.seen();
    }

    /** Judges a feature by the range that it had so far. */
    private void watch(RangeNovelty range, double feature, boolean learning) {
        double excess = range.next(feature, learning);
        if (excess > novelty) {
            novelty = excess;
            most = range;
        }
    }
}
