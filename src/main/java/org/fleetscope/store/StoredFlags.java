package org.fleetscope.store;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;

/**
 * The column {@code flags} of a stored run: the flags of its batch in the low 16 bits, and above
 * them what of its metadata the row said itself.
 */
final class StoredFlags {
    private static final int BATCH = 0xFFFF;
    static final int METADATA_MISSING = 1 << 16;
    static final int OWN_LAYER = 1 << 17;
    static final int OWN_TYPE = 1 << 18;
    static final int OWN_PRIORITY = 1 << 19;

    /** The row has no custom_metrics text of its own; the JSON was made of its columns. */
    static final int CUSTOM_FROM_COLUMNS = 1 << 20;

    private StoredFlags() {}

    static int of(KpiBatch batch, int row, RunMetadata metadata) {
        int flags = batch.flags[row] & BATCH;
        flags |= metadata.missing() ? METADATA_MISSING : 0;
        flags |= batch.layer[row] >= 0 ? OWN_LAYER : 0;
        flags |= batch.type[row] >= 0 ? OWN_TYPE : 0;
        flags |= batch.priority[row] >= 0 ? OWN_PRIORITY : 0;
        flags |= batch.customLength[row] < 0 ? CUSTOM_FROM_COLUMNS : 0;
        return flags;
    }

    static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }

    static int ofBatch(int flags) {
        return flags & BATCH;
    }
}
