package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.ingest.Ingest;

/** The formats that files can be read as. */
public final class ReadableFormats {
    private ReadableFormats() {}

    /** Ids of the formats, as an import or preview takes them. */
    public static List<String> ids() {
        return Ingest.formatIds();
    }
}
