package org.fleetscope.enrich;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value computed once, by the first thread that asks; others wait for it. A failure is not
 * remembered.
 */
final class Memo<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Memo(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
