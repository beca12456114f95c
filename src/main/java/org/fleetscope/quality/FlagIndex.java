package org.fleetscope.quality;

import java.util.HashMap;
import java.util.Map;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Rule;

/** Flags of runs by the runs' keys. Not thread-safe while it is filled. */
public final class FlagIndex {
    private record Key(long recordedAt, long taskHigh, long taskLow) {}

    private final Map<Key, Integer> flags = new HashMap<>();

    public void add(long recordedAt, long taskHigh, long taskLow, Rule rule) {
        add(recordedAt, taskHigh, taskLow, rule.flag());
    }

    void add(long recordedAt, long taskHigh, long taskLow, int bits) {
        flags.merge(new Key(recordedAt, taskHigh, taskLow), bits, (a, b) -> a | b);
    }

    /** Adds what is known of each row from one on to its bits. */
    void addTo(int[] bits, Frame frame, int from) {
        if (flags.isEmpty()) {
            return;
        }
        for (int row = from; row < frame.rows(); row++) {
            Integer known =
                    flags.get(
                            new Key(
                                    frame.recordedAt()[row],
                                    frame.taskHi()[row],
                                    frame.taskLo()[row]));
            if (known != null) {
                bits[row] |= known;
            }
        }
    }
}
