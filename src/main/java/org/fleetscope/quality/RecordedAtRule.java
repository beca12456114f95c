package org.fleetscope.quality;

import org.fleetscope.frame.Columns;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.selection.Selection;

/** recorded_at is there, readable, and not in the future by more than clocks may differ. */
final class RecordedAtRule implements RowRule {
    @Override
    public Rule rule() {
        return Rule.RECORDED_AT;
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        LongColumn times = batch.recordedAt();
        long latest = context.latest();
        return batch.where(
                row -> times.getLong(row) == Times.MISSING || times.getLong(row) > latest);
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        long at = row.batch().recordedAt[row.row()];
        return Found.value(
                this,
                row,
                Columns.RECORDED_AT,
                at == Times.MISSING ? null : Times.iso(at),
                at == Times.MISSING
                        ? "a time: RFC 3339 with an offset, epoch seconds to nanoseconds, or a SystemTime object"
                        : "a time not after " + Times.iso(context.latest()));
    }
}
