package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.Priority;
import org.fleetscope.model.Times;

/**
 * Writes a KPI row straight from the cells of a record. Gives up, leaving no trace, on anything but
 * the common spelling; such a row goes to {@link CsvCells} and {@link NodeKpiRow}, which say the
 * same of every row written here.
 */
final class FastCsvRow {
    private static final int TASK_ID = KpiFields.ROW.indexOf(KpiFields.TASK_ID);
    private static final int AGENT_ID = KpiFields.ROW.indexOf(KpiFields.AGENT_ID);
    private static final int LATENCY = KpiFields.ROW.indexOf(KpiFields.LATENCY);
    private static final int ACCURACY = KpiFields.ROW.indexOf(KpiFields.ACCURACY);
    private static final int CPU = KpiFields.ROW.indexOf(KpiFields.CPU);
    private static final int MEMORY = KpiFields.ROW.indexOf(KpiFields.MEMORY);
    private static final int NETWORK = KpiFields.ROW.indexOf(KpiFields.NETWORK);
    private static final int RECORDED_AT = KpiFields.ROW.indexOf(KpiFields.RECORDED_AT);
    private static final int LAYER = KpiFields.ROW.indexOf(KpiFields.LAYER);
    private static final int TYPE = KpiFields.ROW.indexOf(KpiFields.TYPE);
    private static final int PRIORITY = KpiFields.ROW.indexOf(KpiFields.PRIORITY);
    private static final int GPU = KpiFields.ROW.indexOf(KpiFields.GPU);
    private static final int NEEDED =
            1 << TASK_ID | 1 << AGENT_ID | 1 << LATENCY | 1 << RECORDED_AT;
    private static final long CUSTOM_HASH = ContentHash.ofText(KpiFields.CUSTOM);
    private static final long CONTEXT_HASH = ContentHash.ofText(KpiFields.CONTEXT);

    private final FastCsvColumns columns;
    private final CsvContexts contexts;
    private final int absent;
    private final JsonCursor in = new JsonCursor();
    private final UuidText uuid = new UuidText();
    private final double[] numbers = new double[KpiFields.ROW.size()];
    private final long[] hashes = new long[KpiFields.ROW.size()];
    private final int[] cells = new int[KpiFields.ROW.size()];
    private final double[] metrics;
    private byte[] customText = new byte[256];
    private int customSize;
    private long customSum;
    private int seen;
    private long taskHi;
    private long taskLo;
    private long agentHi;
    private long agentLo;
    private long micros;
    private long network;
    private int priority;
    private byte[] lastPriority = new byte[0];
    private int lastLevel = -1;

    /**
     * @param columns whose rows are {@link FastCsvColumns#possible}
     * @param mapping one that {@link Mapping#isPlain()}
     */
    FastCsvRow(FastCsvColumns columns, CsvCells slow, Mapping mapping) {
        this.columns = columns;
        this.contexts = new CsvContexts(columns.contexts(), slow);
        this.metrics = new double[columns.fields().length];
        int bits = 0;
        for (String field : mapping.absent()) {
            bits |= 1 << KpiFields.ROW.indexOf(field);
        }
        absent = bits;
    }

    /** Writes the row; false when it needs the other reader. */
    boolean write(CsvRecord record, RowTarget target) {
        if (record.count != columns.fields().length) {
            return false;
        }
        seen = 0;
        customSize = 0;
        customSum = 0;
        long sum = 0;
        for (int i = 0; i < record.count; i++) {
            int field = columns.fields()[i];
            if (field == FastCsvColumns.CONTEXT || record.isBlank(i)) {
                metrics[i] = Double.NaN;
                continue;
            }
            in.strange = record.form[i] != CsvRecord.PLAIN;
            long hash = in.strange ? 0 : value(record, i, field);
            if (in.strange) {
                return false;
            }
            sum +=
                    field == FastCsvColumns.CUSTOM_METRIC
                            ? 0
                            : ContentHash.mix(columns.hashes()[i], hash);
        }
        if ((seen & NEEDED) != NEEDED) {
            return false;
        }
        CsvContexts.Known context = contexts.of(record);
        if (context == null) {
            return false;
        }
        if (context.length() > 0) {
            sum += ContentHash.mix(CONTEXT_HASH, context.hash());
        }
        if (customSize > 0) {
            sum += ContentHash.mix(CUSTOM_HASH, ContentHash.mix(customSum, ContentHash.OBJECT));
        }
        put(record, target, context, ContentHash.mix(sum, ContentHash.OBJECT));
        return true;
    }

    private long value(CsvRecord record, int cell, int field) {
        int from = record.from[cell];
        int to = record.to[cell];
        if (field >= 0) {
            seen |= 1 << field;
            cells[field] = cell;
        }
        if (field == TASK_ID || field == AGENT_ID) {
            return id(record.bytes, from, to, field == TASK_ID);
        }
        if (field == RECORDED_AT) {
            return time(record.bytes, from, to);
        }
        if (field == PRIORITY) {
            return level(record.bytes, from, to);
        }
        if (field == LAYER || field == TYPE) {
            hashes[field] = text(record.bytes, from, to);
            return hashes[field];
        }
        return field == FastCsvColumns.OTHER
                ? other(record.bytes, from, to)
                : measure(record.bytes, from, to, cell, field);
    }

    private long id(byte[] bytes, int from, int to, boolean task) {
        if (to - from != UuidText.LENGTH || !uuid.read(bytes, from)) {
            in.strange = true;
            return 0;
        }
        if (task) {
            taskHi = uuid.hi;
            taskLo = uuid.lo;
        } else {
            agentHi = uuid.hi;
            agentLo = uuid.lo;
        }
        return ContentHash.ofUuid(uuid.hi, uuid.lo);
    }

    private long time(byte[] bytes, int from, int to) {
        if (to - from > 10 && bytes[from + 4] == '-') {
            micros = Rfc3339.micros(bytes, from, to);
        } else {
            number(bytes, from, to);
            micros = in.isWhole && in.whole >= 0 ? TimeText.ofWhole(in.whole) : Times.MISSING;
        }
        in.strange |= micros == Times.MISSING;
        return ContentHash.ofLong(micros);
    }

    private long level(byte[] bytes, int from, int to) {
        if (!Arrays.equals(bytes, from, to, lastPriority, 0, lastPriority.length)) {
            lastPriority = Arrays.copyOfRange(bytes, from, to);
            boolean letters = true;
            boolean digits = bytes[from] != '0';
            for (int i = from; i < to; i++) {
                letters &= Character.isLetter(bytes[i]) && bytes[i] > 0;
                digits &= bytes[i] >= '0' && bytes[i] <= '9';
            }
            OptionalInt level =
                    letters || digits
                            ? Priority.parse(new String(lastPriority, StandardCharsets.UTF_8))
                            : OptionalInt.empty();
            lastLevel = level.orElse(-1);
        }
        priority = lastLevel;
        in.strange |= priority < 0;
        return ContentHash.ofLong(priority);
    }

    private long text(byte[] bytes, int from, int to) {
        in.strange |= bytes[from] <= ' ' || bytes[to - 1] <= ' ';
        return ContentHash.ofText(bytes, from, to);
    }

    /** A column without a meaning of its own: a number or boolean by its looks, else text. */
    private long other(byte[] bytes, int from, int to) {
        byte first = bytes[from];
        boolean word = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        int length = to - from;
        if (word && length != 4 && length != 5) {
            return text(bytes, from, to);
        }
        if (word) {
            String text = new String(bytes, from, length, StandardCharsets.UTF_8);
            boolean yes = text.equalsIgnoreCase("true");
            boolean no = text.equalsIgnoreCase("false");
            return yes ? ContentHash.TRUE : no ? ContentHash.FALSE : text(bytes, from, to);
        }
        if (first >= '0' && first <= '9') {
            number(bytes, from, to);
            return in.numberHash();
        }
        in.strange = true;
        return 0;
    }

    private long measure(byte[] bytes, int from, int to, int cell, int field) {
        number(bytes, from, to);
        if (in.strange) {
            return 0;
        }
        long hash = in.numberHash();
        if (field == FastCsvColumns.CUSTOM_METRIC) {
            in.strange |= Double.isInfinite(in.number);
            metrics[cell] = in.number;
            customSum += ContentHash.mix(columns.hashes()[cell], hash);
            append(columns.keys().get(cell), bytes, from, to);
            return hash;
        }
        numbers[field] = in.number;
        if (field == NETWORK) {
            network = in.whole;
            in.strange |= !in.isWhole || network < 0;
        }
        return hash;
    }

    private void number(byte[] bytes, int from, int to) {
        in.at(bytes, from);
        in.number();
        in.strange |= in.at != to;
    }

    private void append(byte[] key, byte[] bytes, int from, int to) {
        int length = key.length + to - from + 2;
        if (customSize + length > customText.length) {
            customText = Arrays.copyOf(customText, 2 * (customSize + length));
        }
        customText[customSize] = (byte) (customSize == 0 ? '{' : ',');
        System.arraycopy(key, 0, customText, customSize + 1, key.length);
        System.arraycopy(bytes, from, customText, customSize + 1 + key.length, to - from);
        customSize += length - 1;
    }

    private boolean has(int field) {
        return (seen & ~absent & 1 << field) != 0;
    }

    private double number(int field) {
        return has(field) ? numbers[field] : Double.NaN;
    }

    private void put(CsvRecord record, RowTarget target, CsvContexts.Known context, long hash) {
        KpiBatchBuilder batch = target.batch;
        int row = batch.addRow();
        batch.taskHi[row] = taskHi;
        batch.taskLo[row] = taskLo;
        batch.agent[row] = target.agent(agentHi, agentLo);
        batch.recordedAt[row] = micros;
        batch.latencyMs[row] = number(LATENCY);
        batch.accuracy[row] = number(ACCURACY);
        batch.cpuUsage[row] = number(CPU);
        batch.memoryMb[row] = number(MEMORY);
        batch.networkBytes[row] = has(NETWORK) ? network : KpiBatch.MISSING_LONG;
        batch.priority[row] = has(PRIORITY) ? priority : -1;
        batch.flags[row] = KpiBatch.HAS_TASK | KpiBatch.HAS_AGENT | context.flags();
        batch.contentHash[row] = hash;
        if ((absent & 1 << GPU) == 0) {
            batch.gpu[row] =
                    has(GPU) ? GpuUtilization.worse(context.gpu(), numbers[GPU]) : context.gpu();
        }
        if (has(LAYER)) {
            int cell = cells[LAYER];
            batch.layer[row] =
                    target.layer(record.bytes, record.from[cell], record.to[cell], hashes[LAYER]);
        }
        if (has(TYPE)) {
            int cell = cells[TYPE];
            batch.type[row] =
                    target.type(record.bytes, record.from[cell], record.to[cell], hashes[TYPE]);
        }
        putContext(batch, row, target, context);
        putMetrics(batch, row);
    }

    private static void putContext(
            KpiBatchBuilder batch, int row, RowTarget target, CsvContexts.Known context) {
        if (context.length() > 0) {
            batch.context(row, context.json(), 0, context.length());
        }
        if (context.hostStart() >= 0 && context.hostEnd() > context.hostStart()) {
            batch.host[row] =
                    target.host(
                            context.json(),
                            context.hostStart(),
                            context.hostEnd(),
                            context.hostHash());
        }
    }

    private void putMetrics(KpiBatchBuilder batch, int row) {
        if (customSize == 0 || (absent & 1 << KpiFields.ROW.indexOf(KpiFields.CUSTOM)) != 0) {
            return;
        }
        customText[customSize] = '}';
        batch.customText(row, customText, 0, customSize + 1);
        for (int i = 0; i < metrics.length; i++) {
            if (columns.fields()[i] == FastCsvColumns.CUSTOM_METRIC && !Double.isNaN(metrics[i])) {
                batch.custom(columns.names().get(i), row, metrics[i]);
            }
        }
    }
}
