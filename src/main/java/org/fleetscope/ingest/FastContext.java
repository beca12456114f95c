package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.model.KpiBatch;

/**
 * Reads execution_context, custom_metrics and values without a meaning of their own at a cursor,
 * each in one pass, hash included. What was found stays in the fields until the next row.
 */
final class FastContext {
    private static final int DEEPEST = 16;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final List<String> CONTEXT =
            List.of(
                    KpiFields.HOSTNAME,
                    KpiFields.CPU_CORES,
                    KpiFields.MEMORY,
                    KpiFields.GPU,
                    KpiFields.RESOURCES.get(0),
                    KpiFields.RESOURCES.get(1),
                    KpiFields.RESOURCES.get(2));
    private static final int HOSTNAME = 0;
    private static final int CORES = 1;
    private static final int MEMORY = 2;
    private static final int GPU = 3;

    private final JsonCursor in;
    private final JsonKeys contextKeys = new JsonKeys(CONTEXT);
    private final JsonKeys resourceKeys = new JsonKeys(List.of(KpiFields.GPU));
    private final JsonKeys customKeys = new JsonKeys(List.of());
    private final List<JsonKeys> otherKeys = new ArrayList<>();

    int flags;
    int hostStart;
    int hostEnd;
    long hostHash;
    double gpu;
    int customCount;
    String[] customNames = new String[16];
    double[] customValues = new double[16];

    FastContext(JsonCursor in) {
        this.in = in;
        for (int i = 0; i <= DEEPEST; i++) {
            otherKeys.add(new JsonKeys(List.of()));
        }
    }

    void reset() {
        flags = 0;
        hostStart = -1;
        gpu = Double.NaN;
        customCount = 0;
    }

    long context() {
        flags |= KpiBatch.CONTEXT_OBJECT;
        contextKeys.open();
        in.expect('{');
        long sum = 0;
        boolean more = !in.take('}');
        while (more && !in.strange) {
            JsonKey key = in.key(contextKeys);
            if (key == null) {
                return 0;
            }
            long hash = contextValue(key);
            sum += hash == ContentHash.NULL ? 0 : ContentHash.mix(key.hash, hash);
            more = in.take(',');
            if (!more) {
                in.expect('}');
            }
        }
        return ContentHash.mix(sum, ContentHash.OBJECT);
    }

    private long contextValue(JsonKey key) {
        byte next = in.peek();
        boolean number = isNumberStart(next);
        if (key.id == HOSTNAME && next == '"') {
            long hash = value(0);
            hostStart = in.start;
            hostEnd = in.end;
            hostHash = hash;
            return hash;
        }
        if (key.id == GPU) {
            return gpu(next);
        }
        if (key.id > GPU && next == '{') {
            return resources();
        }
        long hash = value(0);
        if (number && (key.id == CORES || key.id == MEMORY)) {
            flags |= KpiBatch.CONTEXT_RESOURCES;
        }
        return hash;
    }

    private long resources() {
        resourceKeys.open();
        in.expect('{');
        long sum = 0;
        boolean more = !in.take('}');
        if (more) {
            flags |= KpiBatch.CONTEXT_RESOURCES;
        }
        while (more && !in.strange) {
            JsonKey key = in.key(resourceKeys);
            if (key == null) {
                return 0;
            }
            long hash = key.id == 0 ? gpu(in.peek()) : value(0);
            sum += hash == ContentHash.NULL ? 0 : ContentHash.mix(key.hash, hash);
            more = in.take(',');
            if (!more) {
                in.expect('}');
            }
        }
        return ContentHash.mix(sum, ContentHash.OBJECT);
    }

    /** A gpu_utilization, wherever it stands; the one farthest from 0..1 counts. */
    long gpu(byte next) {
        if (next == 'n') {
            return value(0);
        }
        in.number();
        gpu = GpuUtilization.worse(gpu, in.number);
        return in.numberHash();
    }

    /** custom_metrics whose names and values are all in order; anything else is strange. */
    long custom() {
        customKeys.open();
        in.expect('{');
        long sum = 0;
        boolean more = !in.take('}');
        while (more && !in.strange) {
            JsonKey key = in.key(customKeys);
            if (key == null || key.name.isEmpty()) {
                in.strange = true;
                return 0;
            }
            in.number();
            addCustom(key.name, in.number);
            sum += ContentHash.mix(key.hash, in.numberHash());
            more = in.take(',');
            if (!more) {
                in.expect('}');
            }
        }
        return ContentHash.mix(sum, ContentHash.OBJECT);
    }

    private void addCustom(String name, double value) {
        if (Double.isInfinite(value)) {
            in.strange = true;
        }
        if (customCount == customNames.length) {
            customNames = Arrays.copyOf(customNames, customCount * 2);
            customValues = Arrays.copyOf(customValues, customCount * 2);
        }
        customNames[customCount] = name;
        customValues[customCount++] = value;
    }

    /** Any value; its hash as {@link ContentHash#of} has it. */
    long value(int depth) {
        byte next = in.peek();
        if (next == '"') {
            in.string();
            return in.strange ? 0 : ContentHash.ofText(in.bytes, in.start, in.end);
        }
        if (isNumberStart(next)) {
            in.number();
            return in.numberHash();
        }
        if (next == '{' && depth < DEEPEST) {
            return object(depth);
        }
        if (next == '[' && depth < DEEPEST) {
            return array(depth);
        }
        return literal(next);
    }

    private long literal(byte next) {
        switch (next) {
            case 't' -> {
                in.literal(TRUE);
                return ContentHash.TRUE;
            }
            case 'f' -> {
                in.literal(FALSE);
                return ContentHash.FALSE;
            }
            case 'n' -> {
                in.literal(NULL);
                return ContentHash.NULL;
            }
            default -> {
                in.strange = true;
                return 0;
            }
        }
    }

    private long object(int depth) {
        JsonKeys keys = otherKeys.get(depth);
        keys.open();
        in.expect('{');
        long sum = 0;
        boolean more = !in.take('}');
        while (more && !in.strange) {
            JsonKey key = in.key(keys);
            if (key == null) {
                return 0;
            }
            long hash = value(depth + 1);
            sum += hash == ContentHash.NULL ? 0 : ContentHash.mix(key.hash, hash);
            more = in.take(',');
            if (!more) {
                in.expect('}');
            }
        }
        return ContentHash.mix(sum, ContentHash.OBJECT);
    }

    private long array(int depth) {
        in.expect('[');
        long hash = ContentHash.ARRAY;
        boolean more = !in.take(']');
        while (more && !in.strange) {
            hash = ContentHash.mix(hash, value(depth + 1));
            more = in.take(',');
            if (!more) {
                in.expect(']');
            }
        }
        return hash;
    }

    private static boolean isNumberStart(byte b) {
        return (b >= '0' && b <= '9') || b == '-';
    }
}
