package org.fleetscope.quality;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.fleetscope.frame.Columns;
import org.fleetscope.model.KpiBatch;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * The columns of a batch that rules look at, as a Tablesaw dataframe with declared types. Times are
 * µs in a long column, since Tablesaw's instants hold no more than ms. Missing values are those of
 * the batch, which are also Tablesaw's. Immutable as long as nobody writes to its columns.
 */
public final class BatchTable {
    /** Largest magnitude among a row's custom metrics, NaN when it has none. */
    public static final String CUSTOM_MAGNITUDE = "custom_magnitude";

    private final KpiBatch batch;
    private final LongColumn recordedAt;
    private final IntColumn agent;
    private final DoubleColumn latencyMs;
    private final DoubleColumn accuracy;
    private final DoubleColumn cpuUsage;
    private final DoubleColumn memoryMb;
    private final LongColumn networkBytes;
    private final DoubleColumn gpu;
    private final DoubleColumn customMagnitude;
    private final IntColumn host;
    private final IntColumn flags;

    private BatchTable(KpiBatch batch) {
        this.batch = batch;
        recordedAt = longs(Columns.RECORDED_AT, batch.recordedAt);
        agent = ints(Columns.AGENT, batch.agent);
        latencyMs = doubles(Columns.LATENCY_MS, batch.latencyMs);
        accuracy = doubles(Columns.ACCURACY, batch.accuracy);
        cpuUsage = doubles(Columns.CPU_USAGE, batch.cpuUsage);
        memoryMb = doubles(Columns.MEMORY_MB, batch.memoryMb);
        networkBytes = longs(Columns.NETWORK_BYTES, batch.networkBytes);
        gpu = doubles(Columns.GPU_UTILIZATION, batch.gpu);
        customMagnitude = doubles(CUSTOM_MAGNITUDE, magnitudes(batch));
        host = ints(Columns.HOST, batch.host);
        flags = ints(Columns.FLAGS, batch.flags);
    }

    public static BatchTable of(KpiBatch batch) {
        return new BatchTable(batch);
    }

    public KpiBatch batch() {
        return batch;
    }

    public int rows() {
        return batch.rows;
    }

    /**
     * The columns as one table. Made when asked for: loading Tablesaw's Table class scans the class
     * path for file readers, about half a second that rules, which work on its columns, need not
     * wait for.
     */
    public Table table() {
        return Table.create(
                "batch",
                List.of(
                        recordedAt,
                        agent,
                        latencyMs,
                        accuracy,
                        cpuUsage,
                        memoryMb,
                        networkBytes,
                        gpu,
                        customMagnitude,
                        host,
                        flags));
    }

    public LongColumn recordedAt() {
        return recordedAt;
    }

    /** Codes of agents in the batch, −1 for none. */
    public IntColumn agent() {
        return agent;
    }

    public DoubleColumn latencyMs() {
        return latencyMs;
    }

    public DoubleColumn accuracy() {
        return accuracy;
    }

    public DoubleColumn cpuUsage() {
        return cpuUsage;
    }

    public DoubleColumn memoryMb() {
        return memoryMb;
    }

    public LongColumn networkBytes() {
        return networkBytes;
    }

    public DoubleColumn gpu() {
        return gpu;
    }

    public DoubleColumn customMagnitude() {
        return customMagnitude;
    }

    /** Codes of hosts in the batch, −1 for none. */
    public IntColumn host() {
        return host;
    }

    /** Flags of {@link KpiBatch}. */
    public IntColumn flags() {
        return flags;
    }

    /** The rows with a flag set. */
    public Selection having(int flag) {
        return where(row -> (flags.getInt(row) & flag) != 0);
    }

    /** The rows that fulfil a condition on several columns. */
    public Selection where(IntPredicate condition) {
        Selection selection = Selection.with();
        for (int row = 0; row < batch.rows; row++) {
            if (condition.test(row)) {
                selection.add(row);
            }
        }
        return selection;
    }

    private static double[] magnitudes(KpiBatch batch) {
        double[] largest = new double[batch.rows];
        Arrays.fill(largest, Double.NaN);
        for (double[] values : batch.custom.values()) {
            for (int row = 0; row < batch.rows; row++) {
                double magnitude = Math.abs(values[row]);
                if (magnitude > largest[row] || Double.isNaN(largest[row])) {
                    largest[row] = magnitude;
                }
            }
        }
        return largest;
    }

    private DoubleColumn doubles(String name, double[] values) {
        return DoubleColumn.create(name, Arrays.copyOf(values, batch.rows));
    }

    private LongColumn longs(String name, long[] values) {
        return LongColumn.create(name, Arrays.copyOf(values, batch.rows));
    }

    private IntColumn ints(String name, int[] values) {
        return IntColumn.create(name, Arrays.copyOf(values, batch.rows));
    }
}
