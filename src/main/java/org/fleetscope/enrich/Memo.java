package org.fleetscope.enrich;

import java.util.function.Supplier;
import org.fleetscope.job.Lazy;

/** A {@link Lazy} value that knows how it is computed. */
final class Memo<T> {
    private final Supplier<T> source;
    private final Lazy<T> value = new Lazy<>();

    Memo(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        return value.get(source);
    }
}
