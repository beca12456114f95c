package org.fleetscope.cli;

import java.util.Locale;
import org.fleetscope.workspace.ImportSummary;

/**
 * How many rows may be rejected.
 *
 * @param limit rows, or percent of the rows read
 */
record Tolerance(double limit, boolean percent) {
    /**
     * Reads a whole number of rows ({@code 20}) or a share ({@code 0.5%}).
     *
     * @throws IllegalArgumentException for anything else; the message says what was expected
     */
    static Tolerance parse(String text) {
        String number = text.strip();
        boolean percent = number.endsWith("%");
        try {
            double limit =
                    percent
                            ? Double.parseDouble(number.substring(0, number.length() - 1).strip())
                            : Long.parseLong(number);
            if (limit >= 0 && (!percent || limit <= 100)) {
                return new Tolerance(limit, percent);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected(text), e);
        }
        throw new IllegalArgumentException(expected(text));
    }

    private static String expected(String text) {
        return "'"
                + text
                + "' is no tolerance: expected a number of rows such as 20, or a share such as 0.5%";
    }

    boolean brokenBy(ImportSummary summary) {
        return percent
                ? summary.rejected() * 100.0 > limit * summary.rowsRead()
                : summary.rejected() > limit;
    }

    /** The sentence for a broken tolerance. */
    String breach(ImportSummary summary) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d rows were rejected, more than the %s allowed.",
                summary.rejected(),
                summary.rowsRead(),
                percent ? limit + " %" : String.format(Locale.ROOT, "%,.0f", limit));
    }
}
