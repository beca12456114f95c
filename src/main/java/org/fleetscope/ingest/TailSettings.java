package org.fleetscope.ingest;

import java.io.IOException;
import org.fleetscope.model.ReadOptions;

/**
 * How files that are followed are read.
 *
 * @param mappings asked once for each file, when it is recognised
 */
public record TailSettings(ReadOptions read, Mappings mappings) {
    /** Chooses the mapping of a file. */
    public interface Mappings {
        Mapping of(SourceFile file) throws IOException;
    }
}
