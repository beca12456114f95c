package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.quality.BatchCheck;
import org.fleetscope.quality.RowRules;

/** Shows the runs that were kept and broke a rule, when their files are read once more. */
final class FlaggedRows implements Bundle.Sink {
    private final Judging judging;
    private final RejectListener listener;
    private RowRules rules;
    private long read;
    private final Map<RowOrigin, Integer> rows = new HashMap<>();
    private final Map<KpiBatch, BatchCheck> checks = new ConcurrentHashMap<>();

    /**
     * @param frame the runs kept, behind those that were there before
     * @param from first of the runs kept
     */
    FlaggedRows(RowRules rules, Frame frame, int from, Judging judging, RejectListener listener) {
        this.rules = rules;
        this.judging = judging;
        this.listener = listener;
        int[] bits = judging.check().flags().bits();
        for (int row = from; row < bits.length; row++) {
            if (bits[row] != 0) {
                rows.put(frame.origin(row), row);
            }
        }
    }

    int size() {
        return rows.size();
    }

    @Override
    public void reading(String path, RowRules fileRules) {
        rules = fileRules;
    }

    @Override
    public long rowsRead() {
        return read;
    }

    @Override
    public void prepare(KpiBatch batch) {
        checks.put(batch, rules.check(batch));
    }

    @Override
    public void deliver(KpiBatch batch) {
        read += batch.rows;
        BatchCheck check = checks.remove(batch);
        for (int row = 0; row < batch.rows; row++) {
            Integer kept = rows.get(batch.origin(row));
            if (kept != null && check != null) {
                List<RuleViolation> violations = new ArrayList<>(check.violations(row));
                violations.addAll(judging.check().violations(kept));
                listener.rejected(new RejectedRow(batch.origin(row), batch.raw(row), violations));
            }
        }
        batch.releaseSource();
    }

    @Override
    public void deliver(EntityBatch batch) {}

    @Override
    public void reject(RejectedRow row) {}

    @Override
    public void flag(UUID taskId, RejectedRow row) {}
}
