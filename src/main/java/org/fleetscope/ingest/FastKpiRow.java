package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;

/**
 * Reads a KPI row in its common spelling straight from the bytes, in one pass. Gives up, leaving no
 * trace, on anything else: escapes, other entities, values of another kind, unreadable ids or
 * times, repeated keys, errors. Such a row goes to {@link NodeKpiRow}, which gives the same result
 * for every row read here.
 */
final class FastKpiRow {
    private static final int TASK_ID = 0;
    private static final int AGENT_ID = 1;
    private static final int LATENCY = 2;
    private static final int ACCURACY = 3;
    private static final int CPU = 4;
    private static final int MEMORY = 5;
    private static final int NETWORK = 6;
    private static final int CUSTOM = 7;
    private static final int RECORDED_AT = 8;
    private static final int CONTEXT = 9;
    private static final int LAYER = 10;
    private static final int TYPE = 11;
    private static final int PRIORITY = 12;
    private static final int GPU = 13;
    private static final int NEEDED =
            1 << TASK_ID | 1 << AGENT_ID | 1 << LATENCY | 1 << RECORDED_AT;

    private final JsonCursor in = new JsonCursor();
    private final FastContext context = new FastContext(in);
    private final FastScalars scalars = new FastScalars(in);
    private final JsonKeys keys = new JsonKeys(KpiFields.ROW);
    private final int absent;

    private int seen;
    private int contextStart;
    private int contextEnd;
    private int customStart;
    private int customEnd;
    private final double[] numbers = new double[KpiFields.ROW.size()];
    private long network;
    private final int[] starts = new int[KpiFields.ROW.size()];
    private final int[] ends = new int[KpiFields.ROW.size()];
    private final long[] hashes = new long[KpiFields.ROW.size()];

    /**
     * @param mapping one that {@link Mapping#isPlain()}
     */
    FastKpiRow(Mapping mapping) {
        int bits = 0;
        for (String field : mapping.absent()) {
            bits |= 1 << KpiFields.ROW.indexOf(field);
        }
        absent = bits;
    }

    /**
     * Reads the row at a position; the bytes go on with a line feed and eight more.
     *
     * @return position of the line feed behind the row, −1 when the row needs the other reader
     */
    int read(byte[] bytes, int start, RowTarget target) {
        in.at(bytes, start);
        context.reset();
        keys.open();
        seen = 0;
        long hash = members();
        if (in.strange || (seen & NEEDED) != NEEDED || in.peek() != '\n') {
            return -1;
        }
        if (in.nonAscii && Utf8.firstInvalid(bytes, start, in.at) >= 0) {
            return -1;
        }
        write(target, ContentHash.mix(hash, ContentHash.OBJECT));
        return in.at;
    }

    private long members() {
        in.expect('{');
        long sum = 0;
        boolean more = !in.take('}');
        while (more && !in.strange) {
            JsonKey key = in.key(keys);
            if (key == null) {
                return 0;
            }
            long hash = value(key.id);
            sum += hash == ContentHash.NULL ? 0 : ContentHash.mix(key.hash, hash);
            more = in.take(',');
            if (!more) {
                in.expect('}');
            }
        }
        return sum;
    }

    private long value(int field) {
        byte next = in.peek();
        if (field < 0 || next == 'n') {
            return context.value(0);
        }
        seen |= 1 << field;
        return switch (field) {
            case TASK_ID -> scalars.uuid(true);
            case AGENT_ID -> scalars.uuid(false);
            case RECORDED_AT -> scalars.time(next);
            case PRIORITY -> scalars.priority(next);
            case LAYER, TYPE -> text(field, next);
            case GPU -> context.gpu(next);
            case CONTEXT -> {
                contextStart = in.at;
                long hash = context.context();
                contextEnd = in.at;
                yield hash;
            }
            case CUSTOM -> {
                customStart = in.at;
                long hash = context.custom();
                customEnd = in.at;
                yield hash;
            }
            default -> {
                in.number();
                numbers[field] = in.number;
                if (field == NETWORK) {
                    network = in.whole;
                    in.strange |= !in.isWhole || network < 0;
                }
                yield in.numberHash();
            }
        };
    }

    private long text(int field, byte next) {
        if (next != '"') {
            in.strange = true;
            return 0;
        }
        hashes[field] = context.value(0);
        starts[field] = in.start;
        ends[field] = in.end;
        return hashes[field];
    }

    private boolean has(int field) {
        return (seen & ~absent & 1 << field) != 0;
    }

    private void write(RowTarget target, long hash) {
        KpiBatchBuilder batch = target.batch;
        int row = batch.addRow();
        batch.taskHi[row] = scalars.taskHi;
        batch.taskLo[row] = scalars.taskLo;
        batch.agent[row] = target.agent(scalars.agentHi, scalars.agentLo);
        batch.recordedAt[row] = scalars.micros;
        batch.latencyMs[row] = number(LATENCY);
        batch.accuracy[row] = number(ACCURACY);
        batch.cpuUsage[row] = number(CPU);
        batch.memoryMb[row] = number(MEMORY);
        batch.networkBytes[row] = has(NETWORK) ? network : KpiBatch.MISSING_LONG;
        batch.priority[row] = has(PRIORITY) ? scalars.priority : -1;
        batch.gpu[row] = (absent & 1 << GPU) != 0 ? Double.NaN : context.gpu;
        batch.flags[row] = KpiBatch.HAS_TASK | KpiBatch.HAS_AGENT | context.flags;
        batch.contentHash[row] = hash;
        if (has(LAYER)) {
            batch.layer[row] = code(target, LAYER);
        }
        if (has(TYPE)) {
            batch.type[row] = code(target, TYPE);
        }
        if (has(CONTEXT)) {
            batch.context(row, in.bytes, contextStart, contextEnd - contextStart);
            writeHost(target, row);
        }
        if (has(CUSTOM)) {
            batch.customText(row, in.bytes, customStart, customEnd - customStart);
            for (int i = 0; i < context.customCount; i++) {
                batch.custom(context.customNames[i], row, context.customValues[i]);
            }
        }
    }

    private double number(int field) {
        return has(field) ? numbers[field] : Double.NaN;
    }

    private int code(RowTarget target, int field) {
        return isBlank(starts[field], ends[field])
                ? -1
                : field == TYPE
                        ? target.type(in.bytes, starts[field], ends[field], hashes[field])
                        : target.layer(in.bytes, starts[field], ends[field], hashes[field]);
    }

    private void writeHost(RowTarget target, int row) {
        if (context.hostStart >= 0 && !isBlank(context.hostStart, context.hostEnd)) {
            target.batch.host[row] =
                    target.host(in.bytes, context.hostStart, context.hostEnd, context.hostHash);
        }
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (in.bytes[i] != ' ') {
                return in.bytes[i] < 0
                        && new String(in.bytes, start, end - start, StandardCharsets.UTF_8)
                                .isBlank();
            }
        }
        return true;
    }
}
