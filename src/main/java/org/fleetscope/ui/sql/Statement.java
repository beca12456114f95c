package org.fleetscope.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the statements of a text, which semicolons part.
 *
 * @param from index in the text of its first character
 * @param sql without blanks around and without the semicolon; never empty
 */
record Statement(int from, String sql) {
    private static final String EXPLAIN = "EXPLAIN ";
    static final String ANALYZE = "EXPLAIN ANALYZE ";

    /** The statement a caret stands in or right behind; the last one in blank space at the end. */
    static Optional<Statement> at(String text, int caret) {
        List<Statement> all = all(text);
        for (int i = 0; i < all.size(); i++) {
            boolean last = i == all.size() - 1;
            int next = last ? Integer.MAX_VALUE : all.get(i + 1).from;
            int end = all.get(i).from + all.get(i).sql.length();
            if (last || caret <= end || caret < next && noLineBreak(text, end, caret)) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean noLineBreak(String text, int from, int to) {
        return text.substring(from, Math.min(to, text.length())).indexOf('\n') < 0;
    }

    static List<Statement> all(String text) {
        SqlText.Kind[] kinds = SqlText.kinds(text);
        List<Statement> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end =
                    i == text.length() || text.charAt(i) == ';' && kinds[i] == SqlText.Kind.CODE;
            if (end) {
                add(found, text, start, i);
                start = i + 1;
            }
        }
        return found;
    }

    private static void add(List<Statement> found, String text, int from, int to) {
        String piece = text.substring(from, to);
        String trimmed = piece.strip();
        if (!trimmed.isEmpty()) {
            found.add(new Statement(from + piece.indexOf(trimmed), trimmed));
        }
    }

    /** True when it asks for a plan itself. */
    boolean isExplain() {
        return sql.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").startsWith(EXPLAIN);
    }

    /** The statement that runs this one and tells how. */
    String explained() {
        return isExplain() ? sql : ANALYZE + sql;
    }
}
