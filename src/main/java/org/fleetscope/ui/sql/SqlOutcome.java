package org.fleetscope.ui.sql;

import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.SqlAnswer;
import org.jspecify.annotations.Nullable;

/** What became of a statement. */
sealed interface SqlOutcome {
    /** Nothing was run yet. */
    record None() implements SqlOutcome {}

    /**
     * An answer.
     *
     * @param sql the statement as it ran
     * @param limit rows asked for at most
     * @param micros time it took, µs
     * @param plan read from the answer of an EXPLAIN; null for rows
     */
    record Answered(String sql, SqlAnswer answer, int limit, long micros, @Nullable SqlPlan plan)
            implements SqlOutcome {
        /** Rows and time, and whether there are more. */
        String summary() {
            String took = " · " + TimeText.duration(micros);
            if (plan != null) {
                return "Plan"
                        + (plan.steps().isEmpty()
                                ? ""
                                : " · " + Numbers.count(plan.rows()) + " rows read")
                        + (plan.pages() < 0
                                ? ""
                                : " · " + Numbers.count(plan.pages()) + " pages from the file")
                        + took;
            }
            long rows = answer.rows().size();
            return answer.more()
                    ? "First " + Numbers.count(rows) + " rows, there are more" + took
                    : Numbers.count(rows) + (rows == 1 ? " row" : " rows") + took;
        }
    }

    /**
     * A failure.
     *
     * @param message one sentence
     * @param place where in the editor's text; null when not known
     */
    record Failed(String message, @Nullable Place place) implements SqlOutcome {}

    /** It was stopped by the person. */
    record Stopped() implements SqlOutcome {}

    /**
     * A place in the editor's text.
     *
     * @param from index of the first character
     * @param to index behind the last
     * @param line from 1
     * @param column from 1
     * @param lineText the whole line
     */
    record Place(int from, int to, int line, int column, String lineText) {
        static Place of(String text, int from, int to) {
            int start = Math.clamp(from, 0, text.length());
            int lineStart = text.lastIndexOf('\n', start - 1) + 1;
            int lineEnd = text.indexOf('\n', start);
            int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
            return new Place(
                    start,
                    Math.clamp(to, start, text.length()),
                    line,
                    start - lineStart + 1,
                    text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd));
        }

        /** "line 2, column 5". */
        String text() {
            return "line " + line + ", column " + column;
        }
    }
}
