package org.fleetscope.workspace;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * What an import did. {@code accepted + rejected + skippedExisting = rowsRead}, always.
 *
 * @param importId number of the import; 0 when nothing was stored
 * @param differing of the rows that were there already those that this import would have given
 *     other values, as after a change of the mapping; the stored values stay
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
        long differing,
        Map<EntityKind, Long> entities,
        Map<String, Long> rules,
        double seconds) {
    /** An import without rows that differ from those that are there. */
    public ImportSummary(
            long importId,
            List<FileSummary> files,
            long rowsRead,
            long accepted,
            long rejected,
            long skippedExisting,
            Map<EntityKind, Long> entities,
            Map<String, Long> rules,
            double seconds) {
        this(
                importId,
                files,
                rowsRead,
                accepted,
                rejected,
                skippedExisting,
                0,
                entities,
                rules,
                seconds);
    }

    /**
     * One file of the bundle.
     *
     * @param format id of its format; of a file in a folder that was passed over {@link
     *     #UNRECOGNISED} when it is no data, {@link #UNMAPPED} when its rows are of no known kind
     * @param otherRows rows that are no runs and not among the rows read: those that the mapping
     *     leaves out, or scores that belong to rows of other files
     * @param mapping name of the mapping that its rows went through; null for none
     */
    public record FileSummary(
            String path, String format, long rowsRead, long otherRows, @Nullable String mapping) {
        public static final String UNRECOGNISED = "unrecognised";
        public static final String UNMAPPED = "unmapped";

        public FileSummary(String path, String format, long rowsRead) {
            this(path, format, rowsRead, 0, null);
        }
    }
}
