package org.fleetscope.quality;

import org.fleetscope.frame.Columns;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.selection.Selection;

/**
 * In a live feed recorded_at is not old. A missing time and one in the future are the concern of
 * {@link RecordedAtRule} and do not break this rule as well.
 */
final class RecordedAtRecentRule implements RowRule {
    @Override
    public Rule rule() {
        return Rule.RECORDED_AT_RECENT;
    }

    @Override
    public boolean applies(RuleContext context) {
        return context.profile() == Profile.LIVE;
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        LongColumn times = batch.recordedAt();
        long earliest = context.earliestRecent();
        return batch.where(
                row -> times.getLong(row) < earliest && times.getLong(row) != Times.MISSING);
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        return Found.value(
                this,
                row,
                Columns.RECORDED_AT,
                Times.iso(row.batch().recordedAt[row.row()]),
                "a time not before " + Times.iso(context.earliestRecent()));
    }
}
