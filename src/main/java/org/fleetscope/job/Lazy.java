package org.fleetscope.job;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value computed when it is first asked for, once; other threads wait for it. A failed attempt is
 * not kept.
 */
public final class Lazy<T> {
    private @Nullable T value;

    /** The value; computed by this call when there is none. */
    public synchronized T get(Supplier<T> compute) {
        T known = value;
        if (known == null) {
            known = compute.get();
            value = known;
        }
        return known;
    }
}
