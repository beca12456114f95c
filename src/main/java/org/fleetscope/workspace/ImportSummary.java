package org.fleetscope.workspace;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.EntityKind;

/**
 * What an import did. {@code accepted + rejected + skippedExisting = rowsRead}, always.
 *
 * @param importId number of the import; 0 when nothing was stored
 * @param entities rows accepted by kind
 * @param rules rows that broke each rule, by rule id; rules nobody broke are left out
 * @param seconds wall time
 */
public record ImportSummary(
        long importId,
        List<FileSummary> files,
        long rowsRead,
        long accepted,
        long rejected,
        long skippedExisting,
        Map<EntityKind, Long> entities,
        Map<String, Long> rules,
        double seconds) {
    /**
     * One file of the bundle.
     *
     * @param format id of its format, or {@link #UNRECOGNISED} for a file in a folder that is no
     *     data and was passed over
     */
    public record FileSummary(String path, String format, long rowsRead) {
        public static final String UNRECOGNISED = "unrecognised";
    }
}
