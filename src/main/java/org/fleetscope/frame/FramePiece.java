package org.fleetscope.frame;

import java.util.UUID;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;
import org.jspecify.annotations.Nullable;

/** Copies accepted rows into columns of their own. */
final class FramePiece {
    private FramePiece() {}

    /** The rows; values that the dictionaries do not know are added to them. */
    static FrameColumns of(AcceptedRows part, Dictionaries dictionaries) {
        FrameColumns to = new FrameColumns(part.size(), dictionaries);
        KpiBatch batch = part.batch();
        Dictionary<String> hosts = dictionaries.hosts();
        Codes<UUID> agentCodes =
                new Codes<>(batch.agents.size(), batch.agents::get, dictionaries.agents());
        Codes<String> hostCodes = new Codes<>(batch.hosts.size(), batch.hosts::get, hosts);
        int file = part.size() == 0 ? -1 : dictionaries.files().codeOf(batch.file);
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
            to.file[i] = file;
            to.line[i] = batch.firstLine() + batch.lineIndex[row];
            to.byteOffset[i] = batch.offset[row];
        }
        batch.custom.forEach((name, values) -> copyCustom(part, name, values, to));
        return to;
    }

    /** A metric that only rejected rows have gets no column. */
    private static void copyCustom(
            AcceptedRows part, String name, double[] values, FrameColumns to) {
        for (int i = 0; i < part.size(); i++) {
            double value = values[part.rows()[i]];
            if (!Double.isNaN(value)) {
                to.custom(name)[i] = value;
            }
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
                type = to.dictionaries.types().codeOf(metadata.targetAgentType());
                layer = to.dictionaries.layers().codeOf(metadata.sourceLayer());
            }
            to.type[row] = type;
            to.layer[row] = layer;
            to.priority[row] = metadata.priority();
            to.flags[row] = metadata.missing() ? Frame.METADATA_MISSING : 0;
        }
    }
}
