package org.fleetscope.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fleetscope.model.Scope;

/**
 * Keeps the views asked for last, so that screens that show one scope share its findings.
 * Thread-safe.
 */
final class ViewCache {
    /** What a view depends on. */
    record Key(long version, Scope scope, AnalysisSettings settings) {}

    private static final int KEPT = 4;

    private final Map<Key, LocalFleetView> views =
            new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, LocalFleetView> eldest) {
                    return size() > KEPT;
                }
            };

    /** Making a view is cheap: it computes when it is asked. */
    synchronized LocalFleetView get(Key key, Supplier<LocalFleetView> make) {
        return views.computeIfAbsent(key, k -> make.get());
    }

    synchronized void clear() {
        views.clear();
    }
}
