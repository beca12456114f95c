package org.fleetscope.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Distinct values of a dimension and their codes 0, 1, … in order of first appearance. Grows; not
 * thread-safe while it does.
 */
public final class Dictionary<T> {
    private final List<T> values = new ArrayList<>();
    private final Map<T, Integer> codes = new HashMap<>();

    public int codeOf(T value) {
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        codes.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    /** Code of a value, −1 when it is not there. */
    public int find(T value) {
        return codes.getOrDefault(value, -1);
    }

    public T get(int code) {
        return values.get(code);
    }

    public int size() {
        return values.size();
    }

    public List<T> values() {
        return Collections.unmodifiableList(values);
    }
}
