package org.fleetscope.workspace;

import org.fleetscope.model.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about one file of an import, in place of what holds for all its files.
 *
 * @param read how to read it
 * @param mappingJson JSON text of its mapping; null to find one by its columns
 * @param leftOut whether nothing of it is imported
 */
public record FileChoice(ReadOptions read, @Nullable String mappingJson, boolean leftOut) {
    /** A file that is not imported. */
    public static final FileChoice LEFT_OUT = new FileChoice(ReadOptions.DEFAULTS, null, true);

    /** Reads a file in this way, with this mapping. */
    public static FileChoice of(ReadOptions read, @Nullable String mappingJson) {
        return new FileChoice(read, mappingJson, false);
    }
}
