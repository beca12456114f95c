package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The member names met at one place of the rows. Rows mostly repeat the order of the row before, so
 * the key that followed last time is compared first and nothing has to be looked up.
 */
final class JsonKeys {
    private static final int MOST = 4096;

    private final List<String> known;
    private final Map<Long, JsonKey> byHash = new HashMap<>();
    private final JsonKey before = new JsonKey("", new byte[0], 0, -1);
    private JsonKey last = before;
    private long object;

    /**
     * @param known names with a meaning; a key's id is its index there
     */
    JsonKeys(List<String> known) {
        this.known = known;
    }

    /** Starts an object. */
    void open() {
        object++;
        last = before;
    }

    @Nullable JsonKey expected(byte[] bytes, int at) {
        JsonKey next = last.next;
        if (next == null) {
            return null;
        }
        int end = at + next.quoted.length;
        return end <= bytes.length
                        && Arrays.equals(bytes, at, end, next.quoted, 0, next.quoted.length)
                ? next
                : null;
    }

    /** The key with these bytes of text; null when there are too many different ones. */
    @Nullable JsonKey find(byte[] bytes, int start, int end) {
        long hash = ContentHash.ofText(bytes, start, end);
        JsonKey key = byHash.get(hash);
        if (key == null) {
            if (byHash.size() >= MOST) {
                return null;
            }
            String name = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            key =
                    new JsonKey(
                            name,
                            Arrays.copyOfRange(bytes, start - 1, end + 1),
                            hash,
                            known.indexOf(name));
            byHash.put(hash, key);
        }
        return Arrays.equals(bytes, start, end, key.quoted, 1, key.quoted.length - 1) ? key : null;
    }

    /** Notes that a key is part of the current object; false when it was already. */
    boolean enter(JsonKey key) {
        last.next = key;
        last = key;
        if (key.lastObject == object) {
            return false;
        }
        key.lastObject = object;
        return true;
    }
}
