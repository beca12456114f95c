package org.fleetscope.cli;

import java.io.IOException;
import java.util.List;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Times;
import org.fleetscope.report.TableWriter;

/** The table of findings. */
final class FindingsTable {
    static final List<String> COLUMNS =
            List.of(
                    "detector",
                    "task_id",
                    "agent_id",
                    "recorded_at",
                    "metric",
                    "actual",
                    "typical",
                    "lower",
                    "upper",
                    "severity",
                    "file",
                    "line",
                    "byte_offset");

    private FindingsTable() {}

    /** Writes the findings of at least the severity given, in their order, and says how many. */
    static int write(List<Finding> findings, double minSeverity, TableWriter to)
            throws IOException {
        to.columns(COLUMNS);
        int written = 0;
        for (Finding finding : findings) {
            if (finding.severity() >= minSeverity) {
                to.row(row(finding));
                written++;
            }
        }
        return written;
    }

    private static Object[] row(Finding finding) {
        return new Object[] {
            finding.detector(),
            finding.taskId(),
            finding.agentId(),
            Times.iso(finding.recordedAt()),
            finding.metric(),
            finding.actual(),
            finding.typical(),
            finding.lower(),
            finding.upper(),
            finding.severity(),
            finding.origin().file(),
            finding.origin().line(),
            finding.origin().byteOffset()
        };
    }
}
