package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.model.KpiBatchBuilder;

/** The batch being filled, with look-ups of its codes that spare the making of strings. */
final class RowTarget {
    final KpiBatchBuilder batch;
    private final SliceCodes hosts = new SliceCodes();
    private final SliceCodes types = new SliceCodes();
    private final SliceCodes layers = new SliceCodes();
    private final UuidCodes agents = new UuidCodes();

    RowTarget(KpiBatchBuilder batch) {
        this.batch = batch;
    }

    int agent(long hi, long lo) {
        int code = agents.find(hi, lo);
        if (code < 0) {
            code = batch.agentCode(new UUID(hi, lo));
            agents.put(hi, lo, code);
        }
        return code;
    }

    int host(byte[] bytes, int start, int end, long hash) {
        int code = hosts.find(bytes, start, end, hash);
        return code >= 0
                ? code
                : hosts.put(bytes, start, end, hash, batch.hostCode(text(bytes, start, end)));
    }

    int type(byte[] bytes, int start, int end, long hash) {
        int code = types.find(bytes, start, end, hash);
        return code >= 0
                ? code
                : types.put(bytes, start, end, hash, batch.typeCode(text(bytes, start, end)));
    }

    int layer(byte[] bytes, int start, int end, long hash) {
        int code = layers.find(bytes, start, end, hash);
        return code >= 0
                ? code
                : layers.put(bytes, start, end, hash, batch.layerCode(text(bytes, start, end)));
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Codes of texts by their bytes; the last one found is tried first. */
    private static final class SliceCodes {
        private record Slice(byte[] text, int code) {}

        private final Map<Long, Slice> slices = new HashMap<>();
        private long lastHash;
        private Slice last = new Slice(new byte[0], -1);

        int find(byte[] bytes, int start, int end, long hash) {
            if (hash != lastHash || last.code < 0) {
                Slice known = slices.get(hash);
                if (known == null) {
                    return -1;
                }
                last = known;
                lastHash = hash;
            }
            return Arrays.equals(bytes, start, end, last.text, 0, last.text.length)
                    ? last.code
                    : -1;
        }

        int put(byte[] bytes, int start, int end, long hash, int code) {
            slices.put(hash, new Slice(Arrays.copyOfRange(bytes, start, end), code));
            return code;
        }
    }

    /** Codes of UUIDs, open addressing. */
    private static final class UuidCodes {
        private long[] his = new long[1024];
        private long[] los = new long[1024];
        private int[] codes = new int[1024];
        private int used;

        int find(long hi, long lo) {
            return codes[slot(hi, lo)] - 1;
        }

        void put(long hi, long lo, int code) {
            if (++used * 2 > codes.length) {
                grow();
            }
            int slot = slot(hi, lo);
            his[slot] = hi;
            los[slot] = lo;
            codes[slot] = code + 1;
        }

        private int slot(long hi, long lo) {
            int mask = codes.length - 1;
            int slot = (int) (ContentHash.mix(hi, lo) >>> 32) & mask;
            while (codes[slot] != 0 && (his[slot] != hi || los[slot] != lo)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            long[] oldHis = his;
            long[] oldLos = los;
            int[] oldCodes = codes;
            his = new long[oldCodes.length * 2];
            los = new long[oldCodes.length * 2];
            codes = new int[oldCodes.length * 2];
            for (int i = 0; i < oldCodes.length; i++) {
                if (oldCodes[i] != 0) {
                    int slot = slot(oldHis[i], oldLos[i]);
                    his[slot] = oldHis[i];
                    los[slot] = oldLos[i];
                    codes[slot] = oldCodes[i];
                }
            }
        }
    }
}
