package org.fleetscope.frame;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arrays behind a {@link Frame}, each of at least {@link #rows} entries: those of a frame that
 * grows have spare ones behind, which later frames fill.
 */
final class FrameColumns {
    final int rows;
    final long[] recordedAt;
    final long[] taskHi;
    final long[] taskLo;
    final int[] agent;
    final double[] latencyMs;
    final double[] accuracy;
    final double[] cpuUsage;
    final double[] memoryMb;
    final long[] networkBytes;
    final int[] priority;
    final int[] host;
    final int[] type;
    final int[] layer;
    final int[] flags;
    final int[] importId;
    final int[] file;
    final long[] line;
    final long[] byteOffset;
    final Map<String, double[]> custom = new LinkedHashMap<>();
    final Dictionaries dictionaries;
    private double[] network = new double[0];

    FrameColumns(int rows, Dictionaries dictionaries) {
        this.rows = rows;
        this.dictionaries = dictionaries;
        recordedAt = new long[rows];
        taskHi = new long[rows];
        taskLo = new long[rows];
        agent = new int[rows];
        latencyMs = new double[rows];
        accuracy = new double[rows];
        cpuUsage = new double[rows];
        memoryMb = new double[rows];
        networkBytes = new long[rows];
        priority = new int[rows];
        host = new int[rows];
        type = new int[rows];
        layer = new int[rows];
        flags = new int[rows];
        importId = new int[rows];
        file = new int[rows];
        line = new long[rows];
        byteOffset = new long[rows];
    }

    /** The first rows of {@code whole}, in its arrays. */
    FrameColumns(FrameColumns whole, int rows, Dictionaries dictionaries) {
        this.rows = rows;
        this.dictionaries = dictionaries;
        recordedAt = whole.recordedAt;
        taskHi = whole.taskHi;
        taskLo = whole.taskLo;
        agent = whole.agent;
        latencyMs = whole.latencyMs;
        accuracy = whole.accuracy;
        cpuUsage = whole.cpuUsage;
        memoryMb = whole.memoryMb;
        networkBytes = whole.networkBytes;
        priority = whole.priority;
        host = whole.host;
        type = whole.type;
        layer = whole.layer;
        flags = whole.flags;
        importId = whole.importId;
        file = whole.file;
        line = whole.line;
        byteOffset = whole.byteOffset;
        custom.putAll(whole.custom);
    }

    /** network_bytes with NaN for missing, made at the first call. */
    synchronized double[] networkAsDouble() {
        if (network.length != rows) {
            double[] values = new double[rows];
            for (int i = 0; i < rows; i++) {
                values[i] = networkBytes[i] == Long.MIN_VALUE ? Double.NaN : networkBytes[i];
            }
            network = values;
        }
        return network;
    }

    FrameColumns select(int[] wanted) {
        FrameColumns to = new FrameColumns(wanted.length, dictionaries);
        for (int i = 0; i < wanted.length; i++) {
            int row = wanted[i];
            to.recordedAt[i] = recordedAt[row];
            to.taskHi[i] = taskHi[row];
            to.taskLo[i] = taskLo[row];
            to.agent[i] = agent[row];
            to.latencyMs[i] = latencyMs[row];
            to.accuracy[i] = accuracy[row];
            to.cpuUsage[i] = cpuUsage[row];
            to.memoryMb[i] = memoryMb[row];
            to.networkBytes[i] = networkBytes[row];
            to.priority[i] = priority[row];
            to.host[i] = host[row];
            to.type[i] = type[row];
            to.layer[i] = layer[row];
            to.flags[i] = flags[row];
            to.importId[i] = importId[row];
            to.file[i] = file[row];
            to.line[i] = line[row];
            to.byteOffset[i] = byteOffset[row];
        }
        custom.forEach((name, values) -> {
            double[] selected = new double[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                selected[i] = values[wanted[i]];
            }
            to.custom.put(name, selected);
        });
        return to;
    }

    /** Copies the rows of a piece that has the same dictionaries to {@code at} and behind. */
    void copy(FrameColumns from, int at) {
        copyValues(from, at);
        System.arraycopy(from.agent, 0, agent, at, from.rows);
        System.arraycopy(from.host, 0, host, at, from.rows);
        System.arraycopy(from.type, 0, type, at, from.rows);
        System.arraycopy(from.layer, 0, layer, at, from.rows);
        System.arraycopy(from.file, 0, file, at, from.rows);
    }

    /** Copies everything that is no code of a dictionary. */
    void copyValues(FrameColumns from, int at) {
        System.arraycopy(from.recordedAt, 0, recordedAt, at, from.rows);
        System.arraycopy(from.taskHi, 0, taskHi, at, from.rows);
        System.arraycopy(from.taskLo, 0, taskLo, at, from.rows);
        System.arraycopy(from.latencyMs, 0, latencyMs, at, from.rows);
        System.arraycopy(from.accuracy, 0, accuracy, at, from.rows);
        System.arraycopy(from.cpuUsage, 0, cpuUsage, at, from.rows);
        System.arraycopy(from.memoryMb, 0, memoryMb, at, from.rows);
        System.arraycopy(from.networkBytes, 0, networkBytes, at, from.rows);
        System.arraycopy(from.priority, 0, priority, at, from.rows);
        System.arraycopy(from.flags, 0, flags, at, from.rows);
        System.arraycopy(from.importId, 0, importId, at, from.rows);
        System.arraycopy(from.line, 0, line, at, from.rows);
        System.arraycopy(from.byteOffset, 0, byteOffset, at, from.rows);
        from.custom.forEach(
                (name, values) -> System.arraycopy(values, 0, custom(name), at, from.rows));
    }

    /** Values of a custom metric; a new one has none yet. */
    double[] custom(String name) {
        return custom.computeIfAbsent(
                name,
                key -> {
                    double[] column = new double[recordedAt.length];
                    Arrays.fill(column, Double.NaN);
                    return column;
                });
    }
}
