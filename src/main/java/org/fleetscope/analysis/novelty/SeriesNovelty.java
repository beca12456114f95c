package org.fleetscope.analysis.novelty;

import java.util.List;
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

    /** A feature with the range that it had so far. */
    private record Watched(SeriesFeature feature, RangeNovelty range) {
        Watched(SeriesFeature feature) {
            this(feature, new RangeNovelty());
        }
    }

    private final NoveltySettings settings;
    private final List<Watched> features;
    private final DailyDifference daily;
    private final RangeNovelty dailyRange = new RangeNovelty();
    private long row;
    private long quietUntil;
    private double novelty;

    public SeriesNovelty(NoveltySettings settings) {
        this.settings = settings;
        int window = settings.window();
        features =
                List.of(
                        new Watched(value -> value),
                        new Watched(RollingExtreme.max(window)),
                        new Watched(RollingExtreme.min(window)),
                        new Watched(new RollingMean(window)),
                        new Watched(new RollingMean(window / 2)));
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
        RangeNovelty most = dailyRange;
        double difference = daily.next(time, value);
        novelty = dailyRange.next(difference, at < settings.warmUp() + daily.lag());
        for (Watched watched : features) {
            double excess = watched.range().next(watched.feature().next(value), learning);
            if (excess > novelty) {
                novelty = excess;
                most = watched.range();
            }
        }
        if (novelty <= settings.threshold() || at < quietUntil) {
            return null;
        }
        quietUntil = at + settings.holdOff();
        return most.seen();
    }
}
