package org.fleetscope.frame;

import org.fleetscope.model.RunMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes the metadata of rows into columns. Metadata instances are shared by many rows, so the
 * codes of the last one mostly serve again.
 */
final class MetadataCodes {
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
