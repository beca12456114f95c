package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;

/**
 * What the row rules say of a batch. Every row is either accepted or rejected; rejected are those
 * that broke an error rule, flagged those accepted ones that broke a rule set to warn. Immutable
 * but for the batch's line numbers, so sentences that name a line are right once those are known.
 * Thread-safe.
 */
public final class BatchCheck {
    private final KpiBatch batch;
    private final RuleContext context;
    private final Map<RowRule, BitSet> broken;
    private final int[] accepted;
    private final int[] rejected;
    private final BitSet flagged;
    private final Map<Integer, List<KpiBatch.Problem>> problems = new HashMap<>();

    /**
     * A finished check.
     *
     * @param broken rows by the rule they broke, in the order of the rules, without empty entries
     */
    BatchCheck(KpiBatch batch, RuleContext context, Map<RowRule, BitSet> broken) {
        this.batch = batch;
        this.context = context;
        this.broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
        BitSet bad = new BitSet(batch.rows);
        BitSet doubtful = new BitSet(batch.rows);
        broken.forEach((rule, rows) -> (isError(rule) ? bad : doubtful).or(rows));
        doubtful.andNot(bad);
        rejected = bad.stream().toArray();
        accepted = rows(bad, batch.rows, batch.rows - rejected.length);
        flagged = doubtful;
        for (KpiBatch.Problem problem : batch.problems) {
            problems.computeIfAbsent(problem.row(), row -> new ArrayList<>(1)).add(problem);
        }
    }

    /** Rows that broke no error rule, ascending. */
    public int[] acceptedRows() {
        return accepted.clone();
    }

    /** Rows that broke at least one error rule, ascending. */
    public int[] rejectedRows() {
        return rejected.clone();
    }

    /** Whether a row is accepted although it broke a rule. */
    public boolean isFlagged(int row) {
        return flagged.get(row);
    }

    /** Whether some accepted row broke a rule. */
    public boolean hasFlagged() {
        return !flagged.isEmpty();
    }

    /** Every rule that a row broke, in the order of the rule list; empty for a good row. */
    public List<RuleViolation> violations(int row) {
        BatchRow of = new BatchRow(batch, row, problems.getOrDefault(row, List.of()));
        List<RuleViolation> violations = new ArrayList<>();
        broken.forEach((rule, rows) -> {
            if (rows.get(row)) {
                violations.add(rule.describe(of, context).as(severity(rule)));
            }
        });
        return violations;
    }

    /**
     * Rows that broke each rule, by rule id in the order of the rule list; rules that no row broke
     * are not in it.
     */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        broken.forEach((rule, rows) -> counts.put(rule.rule().id(), (long) rows.cardinality()));
        return counts;
    }

    private RuleSeverity severity(RowRule rule) {
        return context.settings().severity(rule.rule());
    }

    private boolean isError(RowRule rule) {
        return severity(rule) == RuleSeverity.ERROR;
    }

    private static int[] rows(BitSet bad, int size, int count) {
        int[] rows = new int[count];
        int at = 0;
        for (int row = bad.nextClearBit(0); row < size; row = bad.nextClearBit(row + 1)) {
            rows[at++] = row;
        }
        return rows;
    }
}
