package org.fleetscope.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The arrays behind a {@link Frame}, each of exactly {@link #rows} entries. */
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
    final Dictionary<UUID> agents;
    final Dictionary<String> hosts;
    final Dictionary<String> types;
    final Dictionary<String> layers;
    final Dictionary<String> files;
    final Map<UUID, String> agentNames;
    private double[] network = new double[0];

    FrameColumns(
            int rows,
            Dictionary<UUID> agents,
            Dictionary<String> hosts,
            Dictionary<String> types,
            Dictionary<String> layers,
            Dictionary<String> files,
            Map<UUID, String> agentNames) {
        this.rows = rows;
        this.agents = agents;
        this.hosts = hosts;
        this.types = types;
        this.layers = layers;
        this.files = files;
        this.agentNames = agentNames;
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
        FrameColumns to =
                new FrameColumns(wanted.length, agents, hosts, types, layers, files, agentNames);
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
}
