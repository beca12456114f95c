package org.fleetscope.frame;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Translates codes of one dictionary into those of another, each when it is first met, so that
 * unused values stay out.
 */
final class Codes<T> {
    private final int[] known;
    private final IntFunction<T> values;
    private final Dictionary<T> to;

    Codes(Dictionary<T> from, Dictionary<T> to) {
        this(from.size(), from::get, to);
    }

    Codes(int size, IntFunction<T> values, Dictionary<T> to) {
        this.known = new int[size];
        this.values = values;
        this.to = to;
        Arrays.fill(known, -1);
    }

    int of(int code) {
        if (known[code] < 0) {
            known[code] = to.codeOf(values.apply(code));
        }
        return known[code];
    }
}
