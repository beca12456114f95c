package org.fleetscope.frame;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.model.Metric;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Accepted runs in memory: one row a run, one array a declared column. Immutable once built, so
 * that any number of threads may read it; arrays are shared and must not be written. Missing: NaN,
 * and {@link Long#MIN_VALUE} for network_bytes. Dimensions are codes into dictionaries; an unknown
 * host, type or layer is the entry {@link #UNKNOWN}.
 */
public final class Frame {
    public static final String UNKNOWN = RunMetadata.UNKNOWN;

    /** Flag in {@link #flags()}: layer, type or priority were in neither row nor task nor agent. */
    public static final int METADATA_MISSING = 1;

    /** Flag in {@link #flags()}: the run was rejected, repaired and re-admitted. */
    public static final int REPAIRED = 1 << 4;

    /** Flag in {@link #flags()}: the row says its source_layer itself. */
    public static final int OWN_LAYER = 1 << 1;

    /** Flag in {@link #flags()}: the row says its target_agent_type itself. */
    public static final int OWN_TYPE = 1 << 2;

    /** Flag in {@link #flags()}: the row says its priority itself. */
    public static final int OWN_PRIORITY = 1 << 3;

    private final int rows;
    private final FrameColumns columns;
    private final Lineage lineage;
    private final FrameOrder order;
    private final Exact<long[]> recordedAt;
    private final Exact<long[]> taskHi;
    private final Exact<long[]> taskLo;
    private final Exact<int[]> agent;
    private final Exact<double[]> latencyMs;
    private final Exact<double[]> accuracy;
    private final Exact<double[]> cpuUsage;
    private final Exact<double[]> memoryMb;
    private final Exact<long[]> networkBytes;
    private final Exact<int[]> priority;
    private final Exact<int[]> host;
    private final Exact<int[]> type;
    private final Exact<int[]> layer;
    private final Exact<int[]> flags;
    private final Exact<int[]> importId;
    private final Map<String, Exact<double[]>> custom = new LinkedHashMap<>();

    Frame(FrameColumns columns) {
        this(columns, new Lineage());
    }

    Frame(FrameColumns columns, Lineage lineage) {
        this.rows = columns.rows;
        this.columns = columns;
        this.lineage = lineage;
        this.recordedAt = new Exact<>(columns.recordedAt, rows);
        this.taskHi = new Exact<>(columns.taskHi, rows);
        this.taskLo = new Exact<>(columns.taskLo, rows);
        this.agent = new Exact<>(columns.agent, rows);
        this.latencyMs = new Exact<>(columns.latencyMs, rows);
        this.accuracy = new Exact<>(columns.accuracy, rows);
        this.cpuUsage = new Exact<>(columns.cpuUsage, rows);
        this.memoryMb = new Exact<>(columns.memoryMb, rows);
        this.networkBytes = new Exact<>(columns.networkBytes, rows);
        this.priority = new Exact<>(columns.priority, rows);
        this.host = new Exact<>(columns.host, rows);
        this.type = new Exact<>(columns.type, rows);
        this.layer = new Exact<>(columns.layer, rows);
        this.flags = new Exact<>(columns.flags, rows);
        this.importId = new Exact<>(columns.importId, rows);
        columns.custom.forEach((name, values) -> custom.put(name, new Exact<>(values, rows)));
        this.order = new FrameOrder(this);
    }

    FrameColumns columns() {
        return columns;
    }

    Lineage lineage() {
        return lineage;
    }

    /**
     * Whether all rows of an earlier frame are the first rows of this one, with the same codes,
     * because rows were appended to it.
     */
    public boolean continues(Frame earlier) {
        return rows >= earlier.rows && lineage.has(earlier.lineage, earlier.rows);
    }

    /** The rows from one on, with the same dictionaries. O(rows wanted). */
    public Frame from(int row) {
        int[] wanted = new int[rows - row];
        Arrays.setAll(wanted, i -> row + i);
        return select(wanted);
    }

    public int rows() {
        return rows;
    }

    public long[] recordedAt() {
        return recordedAt.get();
    }

    public long[] taskHi() {
        return taskHi.get();
    }

    public long[] taskLo() {
        return taskLo.get();
    }

    public UUID taskId(int row) {
        return new UUID(columns.taskHi[row], columns.taskLo[row]);
    }

    public int[] agent() {
        return agent.get();
    }

    public double[] latencyMs() {
        return latencyMs.get();
    }

    public double[] accuracy() {
        return accuracy.get();
    }

    public double[] cpuUsage() {
        return cpuUsage.get();
    }

    public double[] memoryMb() {
        return memoryMb.get();
    }

    public long[] networkBytes() {
        return networkBytes.get();
    }

    public int[] priority() {
        return priority.get();
    }

    public int[] host() {
        return host.get();
    }

    public int[] type() {
        return type.get();
    }

    public int[] layer() {
        return layer.get();
    }

    public int[] flags() {
        return flags.get();
    }

    /** Number of the import that each row came with; 0 when it was not told. */
    public int[] importId() {
        return importId.get();
    }

    public Dictionary<UUID> agents() {
        return columns.dictionaries.agents();
    }

    /** What the source called the agents whose ids were made of these names. */
    public Map<UUID, String> agentNames() {
        return Collections.unmodifiableMap(columns.dictionaries.agentNames());
    }

    public Dictionary<String> hosts() {
        return columns.dictionaries.hosts();
    }

    public Dictionary<String> types() {
        return columns.dictionaries.types();
    }

    public Dictionary<String> layers() {
        return columns.dictionaries.layers();
    }

    /** Names of the custom metrics, in order of first appearance. */
    public List<String> customNames() {
        return List.copyOf(custom.keySet());
    }

    /**
     * Values of a metric by its id, {@code custom_metrics.NAME} included; network_bytes as doubles.
     * Null when the frame has no such metric.
     */
    public double @Nullable [] metric(String id) {
        return switch (id) {
            case Columns.LATENCY_MS -> latencyMs();
            case Columns.ACCURACY -> accuracy();
            case Columns.CPU_USAGE -> cpuUsage();
            case Columns.MEMORY_MB -> memoryMb();
            case Columns.NETWORK_BYTES -> columns.networkAsDouble();
            default ->
                    id.startsWith(Metric.CUSTOM_PREFIX)
                            ? custom(id.substring(Metric.CUSTOM_PREFIX.length()))
                            : null;
        };
    }

    private double @Nullable [] custom(String name) {
        Exact<double[]> values = custom.get(name);
        return values == null ? null : values.get();
    }

    public RowOrigin origin(int row) {
        return new RowOrigin(
                columns.dictionaries.files().get(columns.file[row]),
                columns.line[row],
                columns.byteOffset[row]);
    }

    /**
     * Rows sorted by agent code, then recorded_at, then task_id as text: the order of an agent's
     * runs. Cached.
     */
    public int[] agentOrder() {
        return order.agentOrder();
    }

    /**
     * Start of each agent's rows in {@link #agentOrder()}; one entry more than agents, the last is
     * the row count.
     */
    public int[] agentStarts() {
        return order.agentStarts();
    }

    /** From the first run to just after the last; empty range at 0 without runs. */
    public TimeRange extent() {
        return order.extent();
    }

    /** A frame of the given rows, in the given order, with the same dictionaries. */
    public Frame select(int[] wanted) {
        return new Frame(columns.select(wanted));
    }

    /**
     * The declared columns and custom metrics as a Tablesaw table, dimensions and ids as text.
     * Copies. Of custom metrics whose names differ only in case the later has a number behind its
     * name, see {@link ColumnNames}.
     */
    public Table table() {
        Map<String, StringColumn> text = new LinkedHashMap<>();
        text.put("task_id", StringColumn.create("task_id"));
        text.put("agent_id", StringColumn.create("agent_id"));
        text.put("hostname", StringColumn.create("hostname"));
        text.put(Columns.TYPE, StringColumn.create(Columns.TYPE));
        text.put(Columns.LAYER, StringColumn.create(Columns.LAYER));
        for (int row = 0; row < rows; row++) {
            text.get("task_id").append(taskId(row).toString());
            text.get("agent_id")
                    .append(columns.dictionaries.agents().get(columns.agent[row]).toString());
            text.get("hostname").append(columns.dictionaries.hosts().get(columns.host[row]));
            text.get(Columns.TYPE).append(columns.dictionaries.types().get(columns.type[row]));
            text.get(Columns.LAYER).append(columns.dictionaries.layers().get(columns.layer[row]));
        }
        Table table =
                Table.create("runs")
                        .addColumns(LongColumn.create(Columns.RECORDED_AT, recordedAt()))
                        .addColumns(text.values().toArray(StringColumn[]::new))
                        .addColumns(
                                DoubleColumn.create(Columns.LATENCY_MS, latencyMs()),
                                DoubleColumn.create(Columns.ACCURACY, accuracy()),
                                DoubleColumn.create(Columns.CPU_USAGE, cpuUsage()),
                                DoubleColumn.create(Columns.MEMORY_MB, memoryMb()),
                                LongColumn.create(Columns.NETWORK_BYTES, networkBytes()),
                                IntColumn.create(Columns.PRIORITY, priority()));
        ColumnNames names = new ColumnNames();
        custom.forEach((name, values) ->
                table.addColumns(
                        DoubleColumn.create(
                                names.unique(Metric.CUSTOM_PREFIX + name), values.get())));
        return table;
    }
}
