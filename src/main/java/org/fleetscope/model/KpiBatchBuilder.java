package org.fleetscope.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows for a {@link KpiBatch}. A parser calls {@link #addRow}, then writes the new row's
 * fields straight into the arrays; every field starts as missing. Not thread-safe.
 */
public final class KpiBatchBuilder {
    /** Share of an array that must be in use for the rest to stay. */
    private static final double LEAST_USED = 0.75;

    public int rows;
    public long[] recordedAt;
    public long[] taskHi;
    public long[] taskLo;
    public int[] agent;
    public double[] latencyMs;
    public double[] accuracy;
    public double[] cpuUsage;
    public double[] memoryMb;
    public long[] networkBytes;
    public double[] gpu;
    public int[] priority;
    public int[] host;
    public int[] type;
    public int[] layer;
    public int[] flags;
    public int[] lineIndex;
    public long[] offset;
    public int[] length;
    public long[] contentHash;
    public int[] contextStart;
    public int[] contextLength;
    public int[] customStart;
    public int[] customLength;

    final String file;
    final byte @Nullable [] source;
    final long sourceOffset;
    final Map<String, double[]> custom = new LinkedHashMap<>();
    final List<UUID> agents = new ArrayList<>();
    final List<String> hosts = new ArrayList<>();
    final List<String> types = new ArrayList<>();
    final List<String> layers = new ArrayList<>();
    final List<KpiBatch.Problem> problems = new ArrayList<>();
    final Map<UUID, String> agentNames = new HashMap<>();
    byte[] text;
    int @Nullable [] sourceStart;

    private int textLength;
    private final Map<UUID, Integer> agentCodes = new HashMap<>();
    private final Map<String, Integer> hostCodes = new HashMap<>();
    private final Map<String, Integer> typeCodes = new HashMap<>();
    private final Map<String, Integer> layerCodes = new HashMap<>();

    /**
     * @param file name of the file the rows come from
     * @param source bytes that hold the rows, kept until released; null when there are none (then
     *     {@link KpiBatch#raw} can't be asked)
     * @param sourceOffset offset of the first of these bytes in the uncompressed stream
     * @param expectedRows a guess that spares growing
     */
    public KpiBatchBuilder(
            String file, byte @Nullable [] source, long sourceOffset, int expectedRows) {
        this.file = file;
        this.source = source;
        this.sourceOffset = sourceOffset;
        int n = Math.max(16, expectedRows);
        recordedAt = new long[n];
        taskHi = new long[n];
        taskLo = new long[n];
        agent = new int[n];
        latencyMs = new double[n];
        accuracy = new double[n];
        cpuUsage = new double[n];
        memoryMb = new double[n];
        networkBytes = new long[n];
        gpu = new double[n];
        priority = new int[n];
        host = new int[n];
        type = new int[n];
        layer = new int[n];
        flags = new int[n];
        lineIndex = new int[n];
        offset = new long[n];
        length = new int[n];
        contentHash = new long[n];
        contextStart = new int[n];
        contextLength = new int[n];
        customStart = new int[n];
        customLength = new int[n];
        text = new byte[n * 128];
    }

    /** Starts a row with every field missing and returns its index. */
    public int addRow() {
        if (rows == recordedAt.length) {
            resize(recordedAt.length * 2);
        }
        int row = rows++;
        recordedAt[row] = Times.MISSING;
        agent[row] = -1;
        latencyMs[row] = Double.NaN;
        accuracy[row] = Double.NaN;
        cpuUsage[row] = Double.NaN;
        memoryMb[row] = Double.NaN;
        networkBytes[row] = KpiBatch.MISSING_LONG;
        gpu[row] = Double.NaN;
        priority[row] = -1;
        host[row] = -1;
        type[row] = -1;
        layer[row] = -1;
        flags[row] = 0;
        contextLength[row] = -1;
        customLength[row] = -1;
        return row;
    }

    public int agentCode(UUID id) {
        return code(agentCodes, agents, id);
    }

    /** Notes what the source called an agent whose id was made of that name. */
    public void agentName(UUID id, String name) {
        agentNames.putIfAbsent(id, name);
    }

    public int hostCode(String name) {
        return code(hostCodes, hosts, name);
    }

    public int typeCode(String name) {
        return code(typeCodes, types, name);
    }

    public int layerCode(String name) {
        return code(layerCodes, layers, name);
    }

    /** Sets a custom metric of a row; its column appears with the first value. */
    public void custom(String name, int row, double value) {
        double[] column = custom.get(name);
        if (column == null) {
            column = new double[recordedAt.length];
            Arrays.fill(column, Double.NaN);
            custom.put(name, column);
        }
        column[row] = value;
    }

    /** Custom metric columns so far; each has room for as many rows as the arrays. */
    public int customColumns() {
        return custom.size();
    }

    public void problem(int row, String field, String found, String expected) {
        problems.add(new KpiBatch.Problem(row, field, found, expected));
    }

    /** Copies JSON text of execution_context for a row. */
    public void context(int row, byte[] from, int start, int size) {
        contextStart[row] = append(from, start, size);
        contextLength[row] = size;
    }

    /** Copies JSON text of custom_metrics for a row. */
    public void customText(int row, byte[] from, int start, int size) {
        customStart[row] = append(from, start, size);
        customLength[row] = size;
    }

    /** Says where a row stands in the source bytes, when its offset in the file does not tell. */
    public void sourceStart(int row, int start) {
        int[] starts = sourceStart;
        if (starts == null) {
            starts = new int[recordedAt.length];
            Arrays.fill(starts, -1);
            sourceStart = starts;
        }
        starts[row] = start;
    }

    /** Cuts arrays with much unused room, since a batch may wait long for the store. */
    public KpiBatch build() {
        if (rows < recordedAt.length * LEAST_USED) {
            resize(rows);
        }
        text = Arrays.copyOf(text, textLength);
        return new KpiBatch(this);
    }

    private int append(byte[] from, int start, int size) {
        if (textLength + size > text.length) {
            text = Arrays.copyOf(text, Math.max(textLength + size, text.length * 2));
        }
        System.arraycopy(from, start, text, textLength, size);
        int at = textLength;
        textLength += size;
        return at;
    }

    private static <T> int code(Map<T, Integer> codes, List<T> names, T name) {
        Integer known = codes.get(name);
        if (known != null) {
            return known;
        }
        codes.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    private void resize(int n) {
        recordedAt = Arrays.copyOf(recordedAt, n);
        taskHi = Arrays.copyOf(taskHi, n);
        taskLo = Arrays.copyOf(taskLo, n);
        agent = Arrays.copyOf(agent, n);
        latencyMs = Arrays.copyOf(latencyMs, n);
        accuracy = Arrays.copyOf(accuracy, n);
        cpuUsage = Arrays.copyOf(cpuUsage, n);
        memoryMb = Arrays.copyOf(memoryMb, n);
        networkBytes = Arrays.copyOf(networkBytes, n);
        gpu = Arrays.copyOf(gpu, n);
        priority = Arrays.copyOf(priority, n);
        host = Arrays.copyOf(host, n);
        type = Arrays.copyOf(type, n);
        layer = Arrays.copyOf(layer, n);
        flags = Arrays.copyOf(flags, n);
        lineIndex = Arrays.copyOf(lineIndex, n);
        offset = Arrays.copyOf(offset, n);
        length = Arrays.copyOf(length, n);
        contentHash = Arrays.copyOf(contentHash, n);
        contextStart = Arrays.copyOf(contextStart, n);
        contextLength = Arrays.copyOf(contextLength, n);
        customStart = Arrays.copyOf(customStart, n);
        customLength = Arrays.copyOf(customLength, n);
        if (sourceStart != null) {
            int known = sourceStart.length;
            sourceStart = Arrays.copyOf(sourceStart, n);
            Arrays.fill(sourceStart, Math.min(known, n), n, -1);
        }
        custom.replaceAll((name, column) -> {
            double[] resized = Arrays.copyOf(column, n);
            if (n > column.length) {
                Arrays.fill(resized, column.length, n, Double.NaN);
            }
            return resized;
        });
    }
}
