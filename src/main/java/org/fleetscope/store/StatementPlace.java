package org.fleetscope.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a statement the database found fault. A syntax error marks the place in a copy of the
 * statement; other errors name a thing, which is looked for.
 *
 * @param from index of the first character, −1 when the place is not known
 * @param to index behind the last
 */
record StatementPlace(int from, int to) {
    private static final StatementPlace UNKNOWN = new StatementPlace(-1, -1);
    private static final Pattern MARK =
            Pattern.compile("Syntax error in SQL statement \"(.*?)\\[\\*]");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:Column|Table|Function|Schema|converting) \"([^\"]+)\"|object \"([^\"]+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\[0-9a-fA-F]{4}|\"\"|\\\\\\\\");

    static StatementPlace of(SQLException failure, String sql) {
        String message = String.valueOf(failure.getMessage());
        Matcher mark = MARK.matcher(message);
        if (mark.find()) {
            return token(sql, unescapedLength(mark.group(1)));
        }
        Matcher named = NAMED.matcher(message);
        return named.find()
                ? word(sql, named.group(1) == null ? named.group(2) : named.group(1))
                : UNKNOWN;
    }

    /** An escape of the quoted copy stands for one character of the statement. */
    private static int unescapedLength(String quoted) {
        return ESCAPE.matcher(quoted).replaceAll("x").length();
    }

    private static StatementPlace token(String sql, int from) {
        int start = Math.min(from, sql.length());
        int end = start;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        return new StatementPlace(start, Math.min(sql.length(), Math.max(end, start + 1)));
    }

    /** The first place of a name as a word of its own, whole or without what qualifies it. */
    private static StatementPlace word(String sql, String name) {
        String text = sql.toLowerCase(Locale.ROOT);
        for (String wanted : new String[] {name, name.substring(name.lastIndexOf('.') + 1)}) {
            Matcher found =
                    Pattern.compile(
                                    "(?<!\\w)"
                                            + Pattern.quote(wanted.toLowerCase(Locale.ROOT))
                                            + "(?!\\w)")
                            .matcher(text);
            if (found.find()) {
                return new StatementPlace(found.start(), found.end());
            }
        }
        return UNKNOWN;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
