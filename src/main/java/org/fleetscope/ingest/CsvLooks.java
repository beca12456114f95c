package org.fleetscope.ingest;

import org.fleetscope.ingest.CsvSpelling.Escapes;

/** How much a cell looks like one value, 0..1: the lower, the likelier it is torn or glued. */
final class CsvLooks {
    private static final double TEXT = 0.9;
    private static final double EMPTY = 0.8;
    private static final double BLANK_ENDS = 0.75;
    private static final double OTHER_DELIMITER = 0.5;
    private static final double LONE_QUOTE = 0.1;
    private static final double WHOLLY_QUOTED = 0.4;
    private static final String DELIMITERS = ",;\t|";

    private CsvLooks() {}

    static double of(String cell, boolean quoted, CsvSpelling spelling) {
        if (quoted) {
            boolean doubled = spelling.escapes() == Escapes.NEVER && isDoubled(cell, spelling);
            return doubled ? LONE_QUOTE : 1;
        }
        if (cell.isBlank()) {
            return EMPTY;
        }
        boolean blank = cell.charAt(0) == ' ';
        if (CsvKind.of(cell).isTelling()) {
            return blank ? BLANK_ENDS : 1;
        }
        double look = TEXT;
        String text = cell.strip();
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        if (isMark(first) || isMark(last)) {
            boolean json = first == '{' || first == '[';
            look = first == last && text.length() > 1 ? WHOLLY_QUOTED : json ? TEXT : LONE_QUOTE;
        }
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char delimiter = DELIMITERS.charAt(i);
            if (spelling.delimiter().indexOf(delimiter) < 0 && text.indexOf(delimiter) >= 0) {
                look = Math.min(look, OTHER_DELIMITER);
            }
        }
        return text.length() < cell.length() ? look * BLANK_ENDS : look;
    }

    private static boolean isDoubled(String cell, CsvSpelling spelling) {
        String quote = spelling.quotes().substring(0, 1);
        return cell.contains(quote + quote);
    }

    private static boolean isMark(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
