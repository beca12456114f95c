package org.fleetscope.workspace;

import java.nio.file.Path;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.ReadOptions;

/**
 * One file of what was opened, before any of it is imported.
 *
 * @param path absolute
 * @param named whether it was named itself, rather than found in a folder or archive
 * @param format id of its format; empty when it has none
 * @param kind entity of its rows; of a foreign file what its mapping makes of them
 * @param mapping name of the mapping found for it; empty for none
 * @param group equal for files that are read and mapped alike, since they have the same columns
 * @param mappingJson the mapping to begin with, as JSON text
 * @param read how it is best read
 * @param problem why it can't be read as it is; empty when it can
 */
public record BundleFile(
        Path path,
        boolean named,
        String format,
        EntityKind kind,
        State state,
        String mapping,
        String group,
        String mappingJson,
        ReadOptions read,
        String problem) {
    /** What a file needs before it can be imported. */
    public enum State {
        /** Nothing: its rows are entities as they stand. */
        KNOWN,
        /** Nothing: a saved mapping, or one that ships, fits its columns. */
        MAPPED,
        /** A mapping, for which there is a proposal. */
        FOREIGN,
        /** It is no data, or can't be read as it is. */
        NO_DATA
    }

    /** Whether it would be imported without anybody looking at it. */
    public boolean isReady() {
        return state == State.KNOWN || state == State.MAPPED;
    }
}
