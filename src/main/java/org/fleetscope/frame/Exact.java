package org.fleetscope.frame;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * An array of exactly a frame's rows, copied from one with spare entries when first asked for. Any
 * number of threads may ask at once; they may get different copies, which say the same.
 *
 * @param <A> type of the array
 */
final class Exact<A> {
    private final A source;
    private final int rows;
    private @Nullable Held<A> held;

    /** Its final field makes the entries visible to whoever sees the holder, without a lock. */
    private static final class Held<A> {
        private final A array;

        Held(A array) {
            this.array = array;
        }
    }

    Exact(A source, int rows) {
        this.source = source;
        this.rows = rows;
        if (Array.getLength(source) == rows) {
            held = new Held<>(source);
        }
    }

    A get() {
        Held<A> known = held;
        if (known == null) {
            known = new Held<>(copy());
            held = known;
        }
        return known.array;
    }

    @SuppressWarnings("unchecked") // an array of the source's own type
    private A copy() {
        A exact = (A) Array.newInstance(source.getClass().getComponentType(), rows);
        System.arraycopy(source, 0, exact, 0, rows);
        return exact;
    }
}
