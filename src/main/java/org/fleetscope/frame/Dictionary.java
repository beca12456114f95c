package org.fleetscope.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** This, when it has all the values; else a copy that has them, with the same codes. */
    Dictionary<T> with(Set<T> wanted) {
        if (codes.keySet().containsAll(wanted)) {
            return this;
        }
        Dictionary<T> grown = new Dictionary<>();
        values.forEach(grown::codeOf);
        wanted.forEach(grown::codeOf);
        return grown;
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
