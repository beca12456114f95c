package org.fleetscope.quality;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.selection.Selection;

/** execution_context says where a run was and what it could use. */
final class ExecutionContextRule implements RowRule {
    private static final String FIELD = "execution_context";
    private static final int COMPLETE = KpiBatch.CONTEXT_OBJECT | KpiBatch.CONTEXT_RESOURCES;
    private static final String EXPECTED =
            "an object with a hostname and resource info: a non-empty object under"
                    + " resources, resource_info or resource_quota, or a number under cpu_cores or memory_mb";

    @Override
    public Rule rule() {
        return Rule.EXECUTION_CONTEXT;
    }

    @Override
    public boolean applies(RuleContext context) {
        return !context.limits().isAbsent(FIELD);
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        IntColumn flags = batch.flags();
        IntColumn host = batch.host();
        boolean[] named = new boolean[batch.batch().hosts.size()];
        for (int code = 0; code < named.length; code++) {
            named[code] = !batch.batch().hosts.get(code).isBlank();
        }
        return batch.where(row ->
                (flags.getInt(row) & COMPLETE) != COMPLETE
                        || host.getInt(row) < 0
                        || !named[host.getInt(row)]);
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        String text = row.batch().context(row.row());
        KpiBatch.Problem problem = row.problem(FIELD);
        String found =
                text != null
                        ? Found.cut(text)
                        : problem == null ? null : Found.cut(problem.found());
        return Found.violation(this, FIELD, found, state(row, found), EXPECTED);
    }

    private static String state(BatchRow row, @Nullable String found) {
        if (!row.batch().has(row.row(), KpiBatch.CONTEXT_OBJECT)) {
            return found == null ? "is missing" : "is " + found;
        }
        int host = row.batch().host[row.row()];
        boolean named = host >= 0 && !row.batch().hosts.get(host).isBlank();
        boolean resources = row.batch().has(row.row(), KpiBatch.CONTEXT_RESOURCES);
        return named
                ? "has no resource info"
                : resources ? "has no hostname" : "has no hostname and no resource info";
    }
}
