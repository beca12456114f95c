package org.fleetscope.model;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * KPI rows of one stretch of one file as columns, the unit that travels from the parsers to
 * validation, the store and the frame. Arrays hold at least {@link #rows} entries and are not
 * written after the batch is handed over. Dimension columns hold codes into the batch's own
 * dictionaries, −1 for missing.
 *
 * <p>Missing values: NaN for doubles, {@link #MISSING_LONG} for times and network_bytes, −1 for
 * codes and priority. A value that stood there but could not be read is missing and has a {@link
 * Problem}.
 */
public final class KpiBatch {
    public static final long MISSING_LONG = Long.MIN_VALUE;

    /** Flag of a row: task_id was a valid UUID (or a foreign id mapped to one). */
    public static final int HAS_TASK = 1;

    /** Flag of a row: agent_id was a valid UUID. */
    public static final int HAS_AGENT = 1 << 1;

    /** Flag of a row: execution_context is an object. */
    public static final int CONTEXT_OBJECT = 1 << 2;

    /** Flag of a row: execution_context holds resource info. */
    public static final int CONTEXT_RESOURCES = 1 << 3;

    /** Flag of a row: custom_metrics broke its shape, see the row's {@link Problem}s. */
    public static final int CUSTOM_BROKEN = 1 << 4;

    /** Flag of a row: network_bytes stood there but is no integer in range. */
    public static final int NETWORK_BROKEN = 1 << 5;

    /** Flag of a row: a gpu_utilization stood there but is no number. */
    public static final int GPU_BROKEN = 1 << 6;

    /** Flag of a row: the line did not parse; nothing but its origin and raw text is set. */
    public static final int MALFORMED = 1 << 7;

    /**
     * Flag of a row: it was rejected, repaired and re-admitted; its origin is that of the original.
     */
    public static final int REPAIRED = 1 << 15;

    /** A value that stood in a row and could not be taken as it was. */
    public record Problem(int row, String field, String found, String expected) {}

    public final int rows;
    public final String file;

    public final long[] recordedAt;
    public final long[] taskHi;
    public final long[] taskLo;
    public final int[] agent;
    public final double[] latencyMs;
    public final double[] accuracy;
    public final double[] cpuUsage;
    public final double[] memoryMb;
    public final long[] networkBytes;

    /**
     * gpu_utilization, the largest deviation from 0..1 if it stands in several places; NaN when
     * absent.
     */
    public final double[] gpu;

    public final int[] priority;
    public final int[] host;
    public final int[] type;
    public final int[] layer;
    public final int[] flags;

    /** Line within the batch's file, 0-based from {@link #firstLine}. */
    public final int[] lineIndex;

    /** Byte offset of the row in the uncompressed stream. */
    public final long[] offset;

    /** Bytes of the row's text without its line end. */
    public final int[] length;

    /**
     * Hash of everything the row says, independent of key order, number spelling and white space.
     */
    public final long[] contentHash;

    /** Custom metric columns by name, in order of first appearance. NaN where a row has none. */
    public final Map<String, double[]> custom;

    /** UTF-8 text of execution_context and custom_metrics, JSON as it stood. */
    public final byte[] text;

    public final int[] contextStart;
    public final int[] contextLength;
    public final int[] customStart;
    public final int[] customLength;

    public final List<UUID> agents;
    public final List<String> hosts;
    public final List<String> types;
    public final List<String> layers;
    public final List<Problem> problems;

    /** What the source called the agents whose ids were made of these names. */
    public final Map<UUID, String> agentNames;

    private long firstLine = 1;
    private int importId;
    private byte @Nullable [] source;
    private int @Nullable [] sourceStart;
    private long sourceOffset;

    KpiBatch(KpiBatchBuilder b) {
        rows = b.rows;
        file = b.file;
        recordedAt = b.recordedAt;
        taskHi = b.taskHi;
        taskLo = b.taskLo;
        agent = b.agent;
        latencyMs = b.latencyMs;
        accuracy = b.accuracy;
        cpuUsage = b.cpuUsage;
        memoryMb = b.memoryMb;
        networkBytes = b.networkBytes;
        gpu = b.gpu;
        priority = b.priority;
        host = b.host;
        type = b.type;
        layer = b.layer;
        flags = b.flags;
        lineIndex = b.lineIndex;
        offset = b.offset;
        length = b.length;
        contentHash = b.contentHash;
        custom = new LinkedHashMap<>(b.custom);
        text = b.text;
        contextStart = b.contextStart;
        contextLength = b.contextLength;
        customStart = b.customStart;
        customLength = b.customLength;
        agents = List.copyOf(b.agents);
        hosts = List.copyOf(b.hosts);
        types = List.copyOf(b.types);
        layers = List.copyOf(b.layers);
        problems = List.copyOf(b.problems);
        agentNames = Map.copyOf(b.agentNames);
        source = b.source;
        sourceStart = b.sourceStart;
        sourceOffset = b.sourceOffset;
    }

    /**
     * 1-based line of the batch's first line; known once all earlier stretches of the file were
     * counted.
     */
    public long firstLine() {
        return firstLine;
    }

    public void firstLine(long line) {
        firstLine = line;
    }

    /** The import that stored the rows; 0 for rows that are just being imported. */
    public int importId() {
        return importId;
    }

    public void importId(int id) {
        importId = id;
    }

    public boolean has(int row, int flag) {
        return (flags[row] & flag) != 0;
    }

    public @Nullable UUID taskId(int row) {
        return has(row, HAS_TASK) ? new UUID(taskHi[row], taskLo[row]) : null;
    }

    public @Nullable UUID agentId(int row) {
        return agent[row] < 0 ? null : agents.get(agent[row]);
    }

    public RowOrigin origin(int row) {
        return new RowOrigin(file, firstLine + lineIndex[row], offset[row]);
    }

    /** JSON text of execution_context, null when absent. */
    public @Nullable String context(int row) {
        return contextLength[row] < 0
                ? null
                : new String(text, contextStart[row], contextLength[row], StandardCharsets.UTF_8);
    }

    /** JSON text of custom_metrics, null when absent. */
    public @Nullable String customText(int row) {
        return customLength[row] < 0
                ? null
                : new String(text, customStart[row], customLength[row], StandardCharsets.UTF_8);
    }

    /**
     * The row as it stood in the file, cut at {@link RejectedRow#MAX_RAW} bytes.
     *
     * @throws IllegalStateException after {@link #releaseSource()}
     */
    public String raw(int row) {
        byte[] bytes = source;
        if (bytes == null) {
            throw new IllegalStateException("the source text of this batch was released");
        }
        int start =
                sourceStart == null || sourceStart[row] < 0
                        ? Math.toIntExact(offset[row] - sourceOffset)
                        : sourceStart[row];
        return new String(
                bytes, start, Math.min(length[row], RejectedRow.MAX_RAW), StandardCharsets.UTF_8);
    }

    /** Lets go of the file's bytes once rejected rows were copied out of them. */
    public void releaseSource() {
        source = null;
        sourceStart = null;
    }
}
