package org.fleetscope.ui.sql;

/**
 * Something to complete a word with.
 *
 * @param text what is put in place of the word
 * @param detail beside it: a column's type and table for instance
 */
record Suggestion(Kind kind, String text, String detail) {
    /** What it names; the order is that of equally good ones. */
    enum Kind {
        COLUMN("mdi2t-table-column"),
        TABLE("mdi2t-table"),
        FUNCTION("mdi2f-function-variant"),
        KEYWORD("mdi2f-format-letter-case");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }
    }
}
