package org.fleetscope.report;

/** What a CSV file does with text that a spreadsheet would take for a formula. */
public enum TextCells {
    /** Text as it is: for programs, which must get back what stood there. */
    PLAIN,
    /** Text that starts like a formula gets a leading apostrophe: for files that people open. */
    GUARDED;

    private static final String FORMULA_STARTS = "=+-@\t\r";

    String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return this == GUARDED && formula ? "'" + text : text;
    }
}
