package org.fleetscope.report;

import java.util.List;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.Scope;
import org.fleetscope.model.Verdict;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.Overview;

/**
 * All that a report says, in every format. Equal models give equal files.
 *
 * @param createdAt when it was made, µs UTC
 * @param scope what was looked at, exactly
 * @param settings how it was looked at: detectors, thresholds, baseline, …
 * @param files the files that the data came from
 * @param counts what became of their rows
 * @param versions names and versions of the programs that took part
 * @param overview tiles and timeline of the scope
 * @param agents agents in scope, worst finding first
 * @param findings all findings in scope, most severe first
 * @param incidents the worst incidents in scope, most severe first
 * @param verdicts what people said of findings, those taken back too
 * @param rules rules of validation that rows broke
 * @param repaired rejected rows that were repaired, in the order they were rejected; of very many
 *     the first
 */
public record ReportModel(
        String title,
        long createdAt,
        Scope scope,
        List<Setting> settings,
        List<SourceFile> files,
        Counts counts,
        List<Version> versions,
        Overview overview,
        List<AgentRow> agents,
        List<Finding> findings,
        List<DescribedIncident> incidents,
        List<Verdict> verdicts,
        List<RuleCount> rules,
        List<RepairedRow> repaired) {
    public ReportModel {
        settings = List.copyOf(settings);
        files = List.copyOf(files);
        versions = List.copyOf(versions);
        incidents = List.copyOf(incidents);
        verdicts = List.copyOf(verdicts);
        rules = List.copyOf(rules);
        repaired = List.copyOf(repaired);
    }

    /** A setting as name and value. */
    public record Setting(String name, String value) {}

    /**
     * A file of the data.
     *
     * @param sha256 hash of its bytes as they lie on disk, 64 hex digits; empty when the file is
     *     gone
     * @param rows rows read from it
     */
    public record SourceFile(String path, String format, long rows, String sha256) {}

    /**
     * Rows read and what became of them: {@code accepted + rejected + skippedExisting = rowsRead}.
     *
     * @param repaired of the rejected ones, re-admitted since
     */
    public record Counts(
            long rowsRead, long accepted, long rejected, long skippedExisting, long repaired) {}

    /**
     * A rejected row that was repaired.
     *
     * @param origin where the original stands
     * @param rules ids of the rules that the original broke
     * @param original the row as it was read, perhaps only its beginning
     * @param repaired the row as it was re-admitted
     * @param repairedAt µs UTC
     * @param repairedBy name of the user
     */
    public record RepairedRow(
            RowOrigin origin,
            List<String> rules,
            String original,
            String repaired,
            long repairedAt,
            String repairedBy) {
        public RepairedRow {
            rules = List.copyOf(rules);
        }
    }

    /** A program or library. */
    public record Version(String name, String version) {}

    /**
     * How many rows broke a rule.
     *
     * @param meaning what the rule asks for, one line
     */
    public record RuleCount(String rule, RuleSeverity severity, String meaning, long rows) {}
}
