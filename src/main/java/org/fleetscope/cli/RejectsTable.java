package org.fleetscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.report.TableWriter;

/** The table of rejected and flagged rows: one line a row and rule it broke. */
final class RejectsTable {
    static final List<String> COLUMNS =
            List.of(
                    "file",
                    "line",
                    "byte_offset",
                    "rule",
                    "severity",
                    "field",
                    "value",
                    "message",
                    "raw");

    private RejectsTable() {}

    static void start(TableWriter to) throws IOException {
        to.columns(COLUMNS);
    }

    /**
     * @throws UncheckedIOException when the table can't be written
     */
    static void add(RejectedRow row, TableWriter to) {
        try {
            for (RuleViolation violation : row.violations()) {
                to.row(
                        new Object[] {
                            row.origin().file(),
                            row.origin().line(),
                            row.origin().byteOffset(),
                            violation.ruleId(),
                            violation.severity().name().toLowerCase(Locale.ROOT),
                            violation.field().isEmpty() ? null : violation.field(),
                            violation.value(),
                            violation.message(),
                            row.raw()
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
