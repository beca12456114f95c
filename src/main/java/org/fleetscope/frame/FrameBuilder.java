package org.fleetscope.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Frame} from earlier frames and accepted rows, in the order they are added. What
 * is added is copied at once, so a batch and its text can be let go. Dictionaries are the builder's
 * own, so readers of earlier frames are not disturbed. Not thread-safe.
 */
public final class FrameBuilder {
    private final Dictionary<UUID> agents = new Dictionary<>();
    private final Dictionary<String> hosts = new Dictionary<>();
    private final Dictionary<String> types = new Dictionary<>();
    private final Dictionary<String> layers = new Dictionary<>();
    private final Dictionary<String> files = new Dictionary<>();
    private final Map<UUID, String> agentNames = new HashMap<>();
    private final List<FrameColumns> pieces = new ArrayList<>();
    private final int importId;
    private int rows;

    public FrameBuilder() {
        this(0);
    }

    /**
     * @param importId number of the import of rows that do not tell it themselves
     */
    public FrameBuilder(int importId) {
        this.importId = importId;
    }

    public FrameBuilder add(Frame frame) {
        frame.agentNames().forEach(agentNames::putIfAbsent);
        return keep(copyOf(frame.columns()));
    }

    /**
     * Adds a frame whose rows have other metadata in part.
     *
     * @param changes of rows of the frame
     */
    public FrameBuilder add(Frame frame, List<MetadataChange> changes) {
        FrameColumns copy = copyOf(frame.columns());
        MetadataCodes codes = new MetadataCodes(copy);
        for (MetadataChange change : changes) {
            int own = copy.flags[change.row()] & ~Frame.METADATA_MISSING;
            codes.write(change.metadata(), change.row());
            copy.flags[change.row()] |= own;
        }
        return keep(copy);
    }

    public FrameBuilder add(AcceptedRows part) {
        part.batch().agentNames.forEach(agentNames::putIfAbsent);
        return keep(copyOf(part));
    }

    public int rows() {
        return rows;
    }

    public Frame build() {
        FrameColumns to = columns(rows);
        int at = 0;
        for (FrameColumns piece : pieces) {
            copyValues(piece, to, at);
            System.arraycopy(piece.agent, 0, to.agent, at, piece.rows);
            System.arraycopy(piece.host, 0, to.host, at, piece.rows);
            System.arraycopy(piece.type, 0, to.type, at, piece.rows);
            System.arraycopy(piece.layer, 0, to.layer, at, piece.rows);
            System.arraycopy(piece.file, 0, to.file, at, piece.rows);
            at += piece.rows;
        }
        return new Frame(to);
    }

    private FrameBuilder keep(FrameColumns piece) {
        pieces.add(piece);
        rows = Math.addExact(rows, piece.rows);
        return this;
    }

    private FrameColumns columns(int size) {
        return new FrameColumns(size, agents, hosts, types, layers, files, agentNames);
    }

    private FrameColumns copyOf(FrameColumns from) {
        FrameColumns to = columns(from.rows);
        copyValues(from, to, 0);
        recode(from.agent, new Codes<>(from.agents, agents), to.agent);
        recode(from.host, new Codes<>(from.hosts, hosts), to.host);
        recode(from.type, new Codes<>(from.types, types), to.type);
        recode(from.layer, new Codes<>(from.layers, layers), to.layer);
        recode(from.file, new Codes<>(from.files, files), to.file);
        return to;
    }

    /** Everything that is no code of a dictionary. */
    private static void copyValues(FrameColumns from, FrameColumns to, int at) {
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
        System.arraycopy(from.importId, 0, to.importId, at, from.rows);
        System.arraycopy(from.line, 0, to.line, at, from.rows);
        System.arraycopy(from.byteOffset, 0, to.byteOffset, at, from.rows);
        from.custom.forEach(
                (name, values) -> System.arraycopy(values, 0, custom(to, name), at, from.rows));
    }

    private FrameColumns copyOf(AcceptedRows part) {
        FrameColumns to = columns(part.size());
        KpiBatch batch = part.batch();
        Codes<UUID> agentCodes = new Codes<>(batch.agents.size(), batch.agents::get, agents);
        Codes<String> hostCodes = new Codes<>(batch.hosts.size(), batch.hosts::get, hosts);
        int file = part.size() == 0 ? -1 : files.codeOf(batch.file);
        MetadataCodes metadata = new MetadataCodes(to);
        for (int i = 0; i < part.size(); i++) {
            int row = part.rows()[i];
            to.recordedAt[i] = batch.recordedAt[row];
            to.taskHi[i] = batch.taskHi[row];
            to.taskLo[i] = batch.taskLo[row];
            to.agent[i] = agentCodes.of(batch.agent[row]);
            to.latencyMs[i] = batch.latencyMs[row];
            to.accuracy[i] = batch.accuracy[row];
            to.cpuUsage[i] = batch.cpuUsage[row];
            to.memoryMb[i] = batch.memoryMb[row];
            to.networkBytes[i] = batch.networkBytes[row];
            to.host[i] =
                    batch.host[row] < 0
                            ? hosts.codeOf(RunMetadata.UNKNOWN)
                            : hostCodes.of(batch.host[row]);
            metadata.write(part.metadata()[i], i);
            to.flags[i] |= batch.has(row, KpiBatch.REPAIRED) ? Frame.REPAIRED : 0;
            to.flags[i] |= own(batch, row);
            to.importId[i] = batch.importId() == 0 ? importId : batch.importId();
            to.file[i] = file;
            to.line[i] = batch.firstLine() + batch.lineIndex[row];
            to.byteOffset[i] = batch.offset[row];
        }
        batch.custom.forEach((name, values) -> copyCustom(part, name, values, to));
        return to;
    }

    private static int own(KpiBatch batch, int row) {
        return (batch.layer[row] >= 0 ? Frame.OWN_LAYER : 0)
                | (batch.type[row] >= 0 ? Frame.OWN_TYPE : 0)
                | (batch.priority[row] >= 0 ? Frame.OWN_PRIORITY : 0);
    }

    /** A metric that only rejected rows have gets no column. */
    private static void copyCustom(
            AcceptedRows part, String name, double[] values, FrameColumns to) {
        for (int i = 0; i < part.size(); i++) {
            double value = values[part.rows()[i]];
            if (!Double.isNaN(value)) {
                custom(to, name)[i] = value;
            }
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

    private static void recode(int[] from, Codes<?> codes, int[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = codes.of(from[i]);
        }
    }

    /**
     * Metadata instances are shared by many rows, so the codes of the last one mostly serve again.
     */
    private static final class MetadataCodes {
        private final FrameColumns to;
        private @Nullable RunMetadata last;
        private int type;
        private int layer;

        MetadataCodes(FrameColumns to) {
            this.to = to;
        }

        void write(RunMetadata metadata, int row) {
            if (!metadata.equals(last)) {
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
}
