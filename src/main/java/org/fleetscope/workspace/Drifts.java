package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Drift;
import org.fleetscope.model.Rule;
import org.fleetscope.quality.DriftCheck;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Says how an import differs from those before it: runs from memory, counts of rules from the
 * store.
 */
final class Drifts {
    private static final int MAX_RULES = 10_000;

    private Drifts() {}

    static Drift of(WorkspaceState state, Store store, long importId, JobContext job)
            throws IOException {
        DriftCheck check = new DriftCheck(state.frame(), importId);
        return new Drift(
                importId,
                check.runs(),
                check.earlierRuns(),
                check.metrics(job),
                rules(store, importId, job),
                check.dimensions());
    }

    private static List<Drift.OfRule> rules(Store store, long importId, JobContext job)
            throws IOException {
        long read = rowsRead(store, "= " + importId, job);
        long readBefore = rowsRead(store, "< " + importId, job);
        Map<Rule, Long> broken = broken(store, "= " + importId, job);
        Map<Rule, Long> brokenBefore = broken(store, "< " + importId, job);
        List<Drift.OfRule> rules = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            long now = broken.getOrDefault(rule, 0L);
            long before = brokenBefore.getOrDefault(rule, 0L);
            if (now + before > 0) {
                rules.add(
                        new Drift.OfRule(
                                rule, now, rate(now, read), before, rate(before, readBefore)));
            }
        }
        return rules;
    }

    private static double rate(long broken, long read) {
        return read == 0 ? Double.NaN : (double) broken / read;
    }

    private static long rowsRead(Store store, String imports, JobContext job) throws IOException {
        String sql =
                "SELECT CAST(COALESCE(SUM(rows_read), 0) AS BIGINT) FROM kpi.imports WHERE import_id "
                        + imports;
        return number(store.query(sql, 1, job).rows().getFirst().getFirst());
    }

    private static Map<Rule, Long> broken(Store store, String imports, JobContext job)
            throws IOException {
        String sql =
                "SELECT rule_id, CAST(SUM(broken_rows) AS BIGINT) FROM kpi.import_rules WHERE import_id "
                        + imports
                        + " GROUP BY rule_id";
        Map<Rule, Long> broken = new EnumMap<>(Rule.class);
        for (List<@Nullable Object> row : store.query(sql, MAX_RULES, job).rows()) {
            Rule.of(String.valueOf(row.get(0)))
                    .ifPresent(rule -> broken.put(rule, number(row.get(1))));
        }
        return broken;
    }

    private static long number(@Nullable Object cell) {
        return cell instanceof Number number ? number.longValue() : 0;
    }
}
