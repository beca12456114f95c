package org.fleetscope.analysis.novelty;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The definition of the score, computed from the whole past of each row: O(rows²). */
final class NaiveNovelty {
    private final NoveltySettings settings;
    private final double[] values;
    private final int lag;

    /**
     * @param lag rows a day, 0 for none
     */
    NaiveNovelty(NoveltySettings settings, double[] values, int lag) {
        this.settings = settings;
        this.values = values;
        this.lag = lag;
    }

    double[] scores() {
        int window = settings.window();
        double[][] features = {
            values,
            rolling(window, part -> Arrays.stream(part).max().orElseThrow()),
            rolling(window, part -> Arrays.stream(part).min().orElseThrow()),
            rolling(window, part -> Arrays.stream(part).average().orElseThrow()),
            rolling(window / 2, part -> Arrays.stream(part).average().orElseThrow())
        };
        double[] scores = new double[values.length];
        int last = -settings.holdOff();
        for (int i = settings.warmUp(); i < values.length; i++) {
            double novelty = 0;
            for (double[] feature : features) {
                novelty = Math.max(novelty, novelty(feature, i));
            }
            if (lag > 0 && i >= settings.warmUp() + lag) {
                novelty = Math.max(novelty, novelty(daily(), i));
            }
            if (novelty > settings.threshold() && i - last >= settings.holdOff()) {
                scores[i] = 1 - Math.exp(-3 * novelty);
                last = i;
            }
        }
        return scores;
    }

    private double novelty(double[] feature, int i) {
        double[] before =
                Arrays.stream(feature, 0, i).filter(value -> !Double.isNaN(value)).toArray();
        double max = Arrays.stream(before).max().orElseThrow();
        double min = Arrays.stream(before).min().orElseThrow();
        double mean = Arrays.stream(before).average().orElseThrow();
        DoubleUnaryOperator square = value -> (value - mean) * (value - mean);
        double sd = Math.sqrt(Arrays.stream(before).map(square).average().orElseThrow());
        double excess = Math.max(feature[i] - max, min - feature[i]);
        if (excess <= 0) {
            return 0;
        }
        return sd == 0 ? 10 : Math.min(10, excess / (4 * sd));
    }

    private double[] rolling(int window, java.util.function.ToDoubleFunction<double[]> of) {
        double[] rolled = new double[values.length];
        for (int i = 0; i < rolled.length; i++) {
            rolled[i] =
                    i < window - 1
                            ? Double.NaN
                            : of.applyAsDouble(Arrays.copyOfRange(values, i - window + 1, i + 1));
        }
        return rolled;
    }

    private double[] daily() {
        double[] difference = new double[values.length];
        int first = Math.max(lag, settings.warmUp());
        for (int i = 0; i < difference.length; i++) {
            difference[i] = i < first ? Double.NaN : values[i] - values[i - lag];
        }
        return difference;
    }
}
