package org.fleetscope.workspace;

/**
 * What a cut is compared with. The period of a row is its window of time where runs are grouped by
 * one (the shortest, if by several), else the range in scope.
 *
 * @param kind {@code NONE}, the period just before, or the same period of the week before
 * @param weeks weeks before that are averaged, 1 to {@value #MOST_WEEKS}; 1 for the other kinds
 */
public record PeriodComparison(Kind kind, int weeks) {
    /** See {@link PeriodComparison}. */
    public enum Kind {
        NONE,
        PREVIOUS,
        WEEKDAY
    }

    public static final PeriodComparison NONE = new PeriodComparison(Kind.NONE, 1);
    public static final PeriodComparison PREVIOUS = new PeriodComparison(Kind.PREVIOUS, 1);

    private static final int MOST_WEEKS = 52;
    private static final String WEEKDAY = "weekday";

    public PeriodComparison {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException(
                    "weeks to compare with must be 1 to " + MOST_WEEKS + ", not " + weeks);
        }
    }

    public static PeriodComparison weekday(int weeks) {
        return new PeriodComparison(Kind.WEEKDAY, weeks);
    }

    /**
     * Reads {@code previous}, {@code weekday} or {@code weekday:N}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static PeriodComparison parse(String text) {
        if ("previous".equals(text)) {
            return PREVIOUS;
        }
        if (WEEKDAY.equals(text)) {
            return weekday(1);
        }
        if (text.matches(WEEKDAY + ":[0-9]{1,3}")) {
            return weekday(Integer.parseInt(text.substring(WEEKDAY.length() + 1)));
        }
        throw new IllegalArgumentException(
                "a cut can't be compared with \""
                        + text
                        + "\", but with previous, weekday, or weekday:N for the mean of N weeks before");
    }
}
