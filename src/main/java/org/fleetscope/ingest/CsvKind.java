package org.fleetscope.ingest;

import java.util.regex.Pattern;

/** What a cell looks like, for telling dialects and columns apart. */
enum CsvKind {
    EMPTY,
    NUMBER,
    TIME,
    BOOLEAN,
    UUID,
    /** An address of the web or of mail. */
    ADDRESS,
    /** A JSON object or array. */
    JSON,
    TEXT;

    private static final int LONGEST_TIME = 40;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern TIMES =
            Pattern.compile(
                    "(\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp]\\.?[Mm]\\.?)?"
                            + "|(\\d{4}([-/.])\\d{1,2}\\6\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\7\\d{2,4}"
                            + "|\\d{1,2}[- ][A-Za-z]{3,9}[- ]\\d{2,4})"
                            + "([T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp]\\.?[Mm]\\.?)?)?)"
                            + "( ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?");
    private static final Pattern NUMBERS =
            Pattern.compile(
                    "[-+]?[$€£¥]?\\s?[-+]?(\\d{1,3}([,.' \u00A0]\\d{3})+([.,]\\d+)?|\\d+([.,]\\d*)?|[.,]\\d+)"
                            + "([eE][-+]?\\d+)?\\s?[%$€£¥]?");

    /** Whether values of this kind can hardly be something else. */
    boolean isTelling() {
        return this != EMPTY && this != TEXT;
    }

    static CsvKind of(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return EMPTY;
        }
        char start = text.charAt(0);
        boolean digit = start >= '0' && start <= '9';
        if (digit || "+-.,$€£¥".indexOf(start) >= 0) {
            if (text.length() <= LONGEST_NUMBER && NUMBERS.matcher(text).matches()) {
                return NUMBER;
            }
            if (digit && text.length() <= LONGEST_TIME && TIMES.matcher(text).matches()) {
                return TIME;
            }
        }
        return word(text);
    }

    private static CsvKind word(String text) {
        int length = text.length();
        if (length == UuidText.LENGTH && UuidText.parse(text) != null) {
            return UUID;
        }
        if ((length == 4 || length == 5)
                && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return BOOLEAN;
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return CsvJson.isWhole(text) ? JSON : TEXT;
        }
        boolean spaces = text.indexOf(' ') >= 0;
        if (!spaces && (text.startsWith("http://") || text.startsWith("https://"))) {
            return ADDRESS;
        }
        int at = text.indexOf('@');
        return !spaces && at > 0 && text.indexOf('.', at) > at + 1 ? ADDRESS : TEXT;
    }
}
