package org.fleetscope.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;

/**
 * Builds a {@link Frame} from earlier frames and accepted rows, in that order. Dictionaries are its
 * own, so readers of the earlier frames are not disturbed. Not thread-safe.
 */
public final class FrameBuilder {
    private final List<Frame> frames = new ArrayList<>();
    private final List<AcceptedRows> parts = new ArrayList<>();
    private int rows;

    public FrameBuilder add(Frame frame) {
        frames.add(frame);
        rows = Math.addExact(rows, frame.rows());
        return this;
    }

    public FrameBuilder add(AcceptedRows part) {
        parts.add(part);
        rows = Math.addExact(rows, part.size());
        return this;
    }

    public Frame build() {
        FrameColumns to =
                new FrameColumns(
                        rows,
                        new Dictionary<>(),
                        new Dictionary<>(),
                        new Dictionary<>(),
                        new Dictionary<>(),
                        new Dictionary<>());
        int at = 0;
        for (Frame frame : frames) {
            copy(frame.columns(), to, at);
            at += frame.rows();
        }
        for (AcceptedRows part : parts) {
            copy(part, to, at);
            at += part.size();
        }
        return new Frame(to);
    }

    private static void copy(FrameColumns from, FrameColumns to, int at) {
        System.arraycopy(from.recordedAt, 0, to.recordedAt, at, from.rows);
        System.arraycopy(from.taskHi, 0, to.taskHi, at, from.rows);
        System.arraycopy(from.taskLo, 0, to.taskLo, at, from.rows);
        System.arraycopy(from.latencyMs, 0, to.latencyMs, at, from.rows);
        System.arraycopy(from.accuracy, 0, to.accuracy, at, from.rows);
        System.arraycopy(from.cpuUsage, 0, to.cpuUsage, at, from.rows);
        System.arraycopy(from.memoryMb, 0, to.memoryMb, at, from.rows);
        System.arraycopy(from.networkBytes, 0, to.networkBytes, at, from.rows);
        System.arraycopy(from.priority, 0, to.priority, at, from.rows);
        System.arraycopy(from.flags, 0, to.flags, at, from.rows);
        System.arraycopy(from.line, 0, to.line, at, from.rows);
        System.arraycopy(from.byteOffset, 0, to.byteOffset, at, from.rows);
        recode(from.agent, new Codes<>(from.agents, to.agents), to.agent, at);
        recode(from.host, new Codes<>(from.hosts, to.hosts), to.host, at);
        recode(from.type, new Codes<>(from.types, to.types), to.type, at);
        recode(from.layer, new Codes<>(from.layers, to.layers), to.layer, at);
        recode(from.file, new Codes<>(from.files, to.files), to.file, at);
        from.custom.forEach(
                (name, values) -> System.arraycopy(values, 0, custom(to, name), at, from.rows));
    }

    private static void copy(AcceptedRows part, FrameColumns to, int at) {
        KpiBatch batch = part.batch();
        Codes<UUID> agents = new Codes<>(batch.agents.size(), batch.agents::get, to.agents);
        Codes<String> hosts = new Codes<>(batch.hosts.size(), batch.hosts::get, to.hosts);
        int file = part.size() == 0 ? -1 : to.files.codeOf(batch.file);
        MetadataCodes codes = new MetadataCodes(to);
        for (int i = 0; i < part.size(); i++) {
            int row = part.rows()[i];
            int target = at + i;
            to.recordedAt[target] = batch.recordedAt[row];
            to.taskHi[target] = batch.taskHi[row];
            to.taskLo[target] = batch.taskLo[row];
            to.agent[target] = agents.of(batch.agent[row]);
            to.latencyMs[target] = batch.latencyMs[row];
            to.accuracy[target] = batch.accuracy[row];
            to.cpuUsage[target] = batch.cpuUsage[row];
            to.memoryMb[target] = batch.memoryMb[row];
            to.networkBytes[target] = batch.networkBytes[row];
            to.host[target] =
                    batch.host[row] < 0
                            ? to.hosts.codeOf(Frame.UNKNOWN)
                            : hosts.of(batch.host[row]);
            codes.write(part.metadata()[i], target);
            to.file[target] = file;
            to.line[target] = batch.firstLine() + batch.lineIndex[row];
            to.byteOffset[target] = batch.offset[row];
        }
        batch.custom.forEach((name, values) -> copyCustom(part, name, values, to, at));
    }

    /** A metric that only rejected rows have gets no column. */
    private static void copyCustom(
            AcceptedRows part, String name, double[] values, FrameColumns to, int at) {
        for (int i = 0; i < part.size(); i++) {
            double value = values[part.rows()[i]];
            if (!Double.isNaN(value)) {
                custom(to, name)[at + i] = value;
            }
        }
    }

    /**
     * Metadata instances are shared by many rows, so the codes of the last one mostly serve again.
     */
    private static final class MetadataCodes {
        private final FrameColumns to;
        private RunMetadata last = new RunMetadata("", "", 0, false);
        private int type;
        private int layer;

        MetadataCodes(FrameColumns to) {
            this.to = to;
        }

        void write(RunMetadata metadata, int row) {
            if (metadata != last) {
                last = metadata;
                type = to.types.codeOf(metadata.targetAgentType());
                layer = to.layers.codeOf(metadata.sourceLayer());
            }
            to.type[row] = type;
            to.layer[row] = layer;
            to.priority[row] = metadata.priority();
            to.flags[row] = metadata.missing() ? Frame.METADATA_MISSING : 0;
        }
    }

    private static double[] custom(FrameColumns to, String name) {
        return to.custom.computeIfAbsent(
                name,
                key -> {
                    double[] column = new double[to.rows];
                    Arrays.fill(column, Double.NaN);
                    return column;
                });
    }

    private static <T> void recode(int[] from, Codes<T> codes, int[] to, int at) {
        for (int i = 0; i < from.length; i++) {
            to[at + i] = codes.of(from[i]);
        }
    }

    /**
     * Codes of one dictionary in another. Entries that no row uses, those of rejected rows for
     * instance, stay out.
     */
    private static final class Codes<T> {
        private final int[] known;
        private final IntFunction<T> values;
        private final Dictionary<T> to;

        Codes(Dictionary<T> from, Dictionary<T> to) {
            this(from.size(), from::get, to);
        }

        Codes(int size, IntFunction<T> values, Dictionary<T> to) {
            this.known = new int[size];
            this.values = values;
            this.to = to;
            Arrays.fill(known, -1);
        }

        int of(int code) {
            if (known[code] < 0) {
                known[code] = to.codeOf(values.apply(code));
            }
            return known[code];
        }
    }
}
