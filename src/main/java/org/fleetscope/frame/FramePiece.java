package org.fleetscope.frame;

import java.util.UUID;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;

/** Copies accepted rows into columns of their own. */
final class FramePiece {
    private FramePiece() {}

    /**
     * The rows; values that the dictionaries do not know are added to them.
     *
     * @param importId of rows whose batch does not tell it
     */
    static FrameColumns of(AcceptedRows part, int importId, Dictionaries dictionaries) {
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
                to.custom(name)[i] = value;
            }
        }
    }
}
