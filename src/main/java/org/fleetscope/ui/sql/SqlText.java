package org.fleetscope.ui.sql;

/**
 * Reads SQL as far as an editor must: which characters are code, and which stand in a literal, a
 * quoted name or a comment.
 */
final class SqlText {
    /** What a character stands in. */
    enum Kind {
        CODE,
        LITERAL,
        NAME,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private SqlText() {}

    /** The kind of each character; one more for what is typed at the end. */
    static Kind[] kinds(String text) {
        Kind[] kinds = new Kind[text.length() + 1];
        Kind now = Kind.CODE;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            Kind before = now;
            int width = 1;
            switch (now) {
                case CODE -> {
                    now = opened(c, next);
                    before = now;
                    width = now == Kind.LINE_COMMENT || now == Kind.BLOCK_COMMENT ? 2 : 1;
                }
                case LITERAL -> now = c == '\'' ? Kind.CODE : now;
                case NAME -> now = c == '"' ? Kind.CODE : now;
                case LINE_COMMENT -> now = c == '\n' ? Kind.CODE : now;
                case BLOCK_COMMENT -> {
                    if (c == '*' && next == '/') {
                        now = Kind.CODE;
                        width = 2;
                    }
                }
            }
            for (int k = i; k < i + width; k++) {
                kinds[k] = before;
            }
            i += width;
        }
        kinds[text.length()] = now;
        return kinds;
    }

    private static Kind opened(char c, char next) {
        if (c == '\'') {
            return Kind.LITERAL;
        }
        if (c == '"') {
            return Kind.NAME;
        }
        if (c == '-' && next == '-') {
            return Kind.LINE_COMMENT;
        }
        return c == '/' && next == '*' ? Kind.BLOCK_COMMENT : Kind.CODE;
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
