package org.fleetscope.series;

import java.util.Arrays;
import org.fleetscope.frame.Frame;

/**
 * Entries of a track: runs one by one, or a pixel column's lowest and highest value. Missing values
 * make no entry.
 *
 * @param runs runs with a value behind the entries
 */
record TrackValues(
        boolean envelope, long[] time, double[] min, double[] max, double[] mean, long runs) {

    static TrackValues points(Frame frame, PixelColumns pixels, double[] values) {
        long[] time = new long[pixels.runs()];
        double[] value = new double[pixels.runs()];
        int[] order = frame.agentOrder();
        int n = 0;
        for (int i = pixels.first(0); i < pixels.first(pixels.count()); i++) {
            if (!Double.isNaN(values[order[i]])) {
                time[n] = frame.recordedAt()[order[i]];
                value[n++] = values[order[i]];
            }
        }
        double[] shown = Arrays.copyOf(value, n);
        return new TrackValues(false, Arrays.copyOf(time, n), shown, shown, shown, n);
    }

    static TrackValues envelope(Frame frame, PixelColumns pixels, double[] values) {
        long[] time = new long[pixels.count()];
        double[] min = new double[pixels.count()];
        double[] max = new double[pixels.count()];
        double[] mean = new double[pixels.count()];
        int[] order = frame.agentOrder();
        long runs = 0;
        int n = 0;
        for (int column = 0; column < pixels.count(); column++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int known = 0;
            int end = pixels.first(column + 1);
            for (int i = pixels.first(column); i < end; i++) {
                double value = values[order[i]];
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                    sum += value;
                    known++;
                }
            }
            if (known > 0) {
                time[n] = pixels.start(column);
                min[n] = low;
                max[n] = high;
                mean[n++] = sum / known;
                runs += known;
            }
        }
        return new TrackValues(
                true,
                Arrays.copyOf(time, n),
                Arrays.copyOf(min, n),
                Arrays.copyOf(max, n),
                Arrays.copyOf(mean, n),
                runs);
    }
}
