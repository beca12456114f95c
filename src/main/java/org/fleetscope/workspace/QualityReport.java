package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.model.RuleSeverity;
import org.jspecify.annotations.Nullable;

/**
 * The quality of what was imported. Rows read are accepted, rejected or were there already; of the
 * rejected some are repaired.
 *
 * @param imports all imports, oldest first, whatever the filter
 * @param rowsRead of the imports in the filter
 * @param rejected rows that the filter lets through, in quarantine or repaired as it says
 * @param rules rules that rows broke, rejecting ones first, most rows first, then those kept by all
 * @param drift how imports differ from the earlier ones, as a whole
 */
public record QualityReport(
        List<ImportLine> imports,
        long rowsRead,
        long accepted,
        long skippedExisting,
        long rejected,
        List<RuleLine> rules,
        List<DriftLine> drift) {
    public QualityReport {
        drift = List.copyOf(drift);
        imports = List.copyOf(imports);
        rules = List.copyOf(rules);
    }

    /** Rules that no row broke. */
    public long rulesKept() {
        return rules.stream().filter(rule -> rule.rows() == 0).count();
    }

    /**
     * A distribution of an import that differs from that of the earlier ones.
     *
     * @param subject agent type or agent
     * @param statistic distance of the distributions, or difference in standard errors
     * @param message one sentence: what was found, what was expected
     */
    public record DriftLine(
            long importId,
            String rule,
            String subject,
            long runs,
            double statistic,
            String message) {}

    /**
     * An import.
     *
     * @param startedAt µs UTC
     * @param repaired of the rejected ones
     */
    public record ImportLine(
            long importId,
            long startedAt,
            List<String> files,
            long rowsRead,
            long accepted,
            long rejected,
            long skippedExisting,
            long repaired) {
        public ImportLine {
            files = List.copyOf(files);
        }
    }

    /**
     * A rule.
     *
     * @param explanation what holds for a good row
     * @param rows rows that broke it
     * @param share of the rows read, 0..1
     * @param trend null when no row is known that broke it
     */
    public record RuleLine(
            String id,
            RuleSeverity severity,
            String explanation,
            long rows,
            double share,
            List<FieldCount> fields,
            @Nullable Trend trend) {
        public RuleLine {
            fields = List.copyOf(fields);
        }
    }

    /** Rows by the field at fault, most first; the field is empty where it is the whole row. */
    public record FieldCount(String field, long rows) {}

    /**
     * Rows that broke a rule in buckets of equal width.
     *
     * @param byTime from and to are µs UTC; otherwise they are lines of the files
     * @param to end of the last bucket
     * @param read rows that were read, kept and rejected ones, of each bucket; empty where that is
     *     not known
     */
    public record Trend(boolean byTime, long from, long to, long[] counts, long[] read) {
        /** Rows that broke the rule of those read in a bucket, 0..1; NaN where it is not known. */
        public double share(int bucket) {
            return read.length == 0 || read[bucket] == 0
                    ? Double.NaN
                    : (double) counts[bucket] / read[bucket];
        }
    }
}
