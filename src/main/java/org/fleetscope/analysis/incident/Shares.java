package org.fleetscope.analysis.incident;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.fleetscope.frame.Frame;

/** Which share of a frame's runs has a value. */
final class Shares {
    private final int rows;
    private final Map<Dimension, Map<Integer, int[]>> counts = new EnumMap<>(Dimension.class);

    /** O(rows). */
    Shares(Frame frame) {
        rows = frame.rows();
        for (Dimension dimension : Dimension.values()) {
            Map<Integer, int[]> of = new HashMap<>();
            for (int row = 0; row < rows; row++) {
                of.computeIfAbsent(dimension.code(frame, row), code -> new int[1])[0]++;
            }
            counts.put(dimension, of);
        }
    }

    /** Between 0 and 1. */
    double share(Dimension dimension, int value) {
        int[] count = counts.getOrDefault(dimension, Map.of()).get(value);
        return count == null ? 0 : (double) count[0] / rows;
    }
}
