package org.fleetscope.quality;

import org.fleetscope.frame.Columns;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.selection.Selection;

/** network_bytes, when given, is a count. */
final class NetworkRangeRule implements RowRule {
    @Override
    public Rule rule() {
        return Rule.NETWORK_RANGE;
    }

    @Override
    public boolean applies(RuleContext context) {
        return !context.limits().isAbsent(Columns.NETWORK_BYTES);
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        LongColumn bytes = batch.networkBytes();
        IntColumn flags = batch.flags();
        return batch.where(row ->
                (flags.getInt(row) & KpiBatch.NETWORK_BROKEN) != 0
                        || (bytes.getLong(row) < 0 && bytes.getLong(row) != KpiBatch.MISSING_LONG));
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        return Found.value(
                this,
                row,
                Columns.NETWORK_BYTES,
                read(row.batch().networkBytes[row.row()]),
                "an integer from 0 to " + Long.MAX_VALUE + ", or nothing");
    }

    private static @Nullable String read(long bytes) {
        return bytes == KpiBatch.MISSING_LONG ? null : Long.toString(bytes);
    }
}
