package org.fleetscope.ingest;

import org.jspecify.annotations.Nullable;

/** A member name met in a row, with what is worth knowing of it beforehand. */
final class JsonKey {
    final String name;
    final byte[] quoted;
    final long hash;

    /** Meaning of the name where it was met, −1 for none. */
    final int id;

    /** The key that followed this one the last time. */
    @Nullable JsonKey next;

    /** The object in which it was met last, to notice a key that comes twice. */
    long lastObject = -1;

    JsonKey(String name, byte[] quoted, long hash, int id) {
        this.name = name;
        this.quoted = quoted;
        this.hash = hash;
        this.id = id;
    }
}
