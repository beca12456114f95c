package org.fleetscope.quality;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.selection.Selection;

/** The line parses at all. A row that breaks this rule has nothing for the others to look at. */
final class MalformedRowRule implements RowRule {
    @Override
    public Rule rule() {
        return Rule.MALFORMED_ROW;
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        return batch.having(KpiBatch.MALFORMED);
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        RowOrigin origin = row.batch().origin(row.row());
        KpiBatch.@Nullable Problem problem =
                row.problems().isEmpty() ? null : row.problems().getFirst();
        String where = "line " + origin.line() + ", byte " + origin.byteOffset();
        if (problem == null) {
            return new RuleViolation(
                    rule().id(),
                    RuleSeverity.ERROR,
                    "",
                    null,
                    where + " does not parse, expected a KPI report");
        }
        String found = Found.cut(problem.found());
        String sentence =
                where + " does not parse: found " + found + ", expected " + problem.expected();
        return new RuleViolation(rule().id(), RuleSeverity.ERROR, "", found, sentence);
    }
}
