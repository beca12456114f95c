package org.fleetscope.analysis;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.SparseStore;
import com.datadoghq.sketch.ddsketch.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes the DDSketch of a stretch of values: how many fall into each of the bins whose bounds grow
 * by the same factor, so that any value in a bin is within {@link #RELATIVE_ERROR} of the bin's
 * own. Sketches merge by adding their bins, which loses nothing.
 *
 * @see <a href="https://doi.org/10.14778/3352063.3352135">Masson, Rim, Lee: DDSketch (2019)</a>
 */
public final class QuantileSketch {
    /** A quantile of type 7 out of a sketch is off by at most this share of itself. */
    public static final double RELATIVE_ERROR = 0.01;

    private static final IndexMapping BINS = new LogarithmicMapping(RELATIVE_ERROR);

    private QuantileSketch() {}

    /**
     * The sketch in DDSketch's own encoding, bounds of the bins included; empty without a value.
     *
     * @param sorted values ascending within the stretch, finite
     */
    public static byte[] ofSorted(double[] sorted, int from, int to) {
        if (from == to) {
            return new byte[0];
        }
        Store negative = new SparseStore();
        Store positive = new SparseStore();
        double zeros = 0;
        int i = from;
        while (i < to) {
            double value = sorted[i];
            double size = Math.abs(value);
            if (size < BINS.minIndexableValue()) {
                zeros++;
                i++;
                continue;
            }
            int bin = BINS.index(Math.min(size, BINS.maxIndexableValue()));
            int end = i + 1;
            while (end < to && sorted[end] == value) {
                end++;
            }
            (value < 0 ? negative : positive).add(bin, end - i);
            i = end;
        }
        return encode(DDSketch.of(BINS, negative, positive, zeros));
    }

    private static byte[] encode(DDSketch sketch) {
        GrowingByteArrayOutput output = GrowingByteArrayOutput.withInitialCapacity(64);
        try {
            sketch.encode(output, false);
        } catch (IOException e) {
            throw new UncheckedIOException("into memory", e);
        }
        return output.trimmedCopy();
    }
}
