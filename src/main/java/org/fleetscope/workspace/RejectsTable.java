package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.series.TableSink;

/** The table of rejected and flagged rows: one line a row and rule it broke. */
public final class RejectsTable {
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

    public static void start(TableSink to) throws IOException {
        to.columns(COLUMNS);
    }

    /**
     * @throws UncheckedIOException when the table can't be written
     */
    public static void add(RejectedRow row, TableSink to) {
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
