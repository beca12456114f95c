package org.fleetscope.workspace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value computed when it is first asked for, once; other threads wait for it. A failed attempt is
 * not kept.
 */
final class Lazy<T> {
    private @Nullable T value;

    synchronized T get(Supplier<T> compute) {
        T known = value;
        if (known == null) {
            known = compute.get();
            value = known;
        }
        return known;
    }
}
