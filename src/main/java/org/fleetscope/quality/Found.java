package org.fleetscope.quality;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The sentence of a violation: what was found in a field, what was expected there. */
final class Found {
    /** Longest piece of a row that a sentence quotes. */
    private static final int MAX_QUOTED = 200;

    private Found() {}

    /** The value as it was read, else as it stood unreadably in the row, else missing. */
    static RuleViolation value(
            RowRule rule, BatchRow row, String field, @Nullable String read, String expected) {
        KpiBatch.Problem problem = row.problem(field);
        String found = read != null ? read : problem == null ? null : cut(problem.found());
        return violation(
                rule, field, found, found == null ? "is missing" : "is " + found, expected);
    }

    static RuleViolation violation(
            RowRule rule, String field, @Nullable String found, String state, String expected) {
        String sentence = field + " " + state + ", expected " + expected;
        return new RuleViolation(rule.rule().id(), RuleSeverity.ERROR, field, found, sentence);
    }

    static String cut(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
    }

    /** A number without a needless fraction; null for NaN. */
    static @Nullable String number(double value) {
        return Double.isNaN(value) ? null : plain(value);
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e16
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
