package org.fleetscope.ui.support;

/** Lays JSON text out over lines without reading it, so that broken JSON stays visible as it is. */
public final class JsonText {
    private static final String INDENT = "  ";

    private JsonText() {}

    /**
     * The text with one member a line; text that is no JSON object or array comes back unchanged.
     */
    public static String pretty(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return text;
        }
        StringBuilder out = new StringBuilder(trimmed.length() * 2);
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (inString) {
                out.append(c);
                if (c == '\\' && i + 1 < trimmed.length()) {
                    out.append(trimmed.charAt(++i));
                } else if (c == '"') {
                    inString = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> {
                    inString = true;
                    out.append(c);
                }
                case '{', '[' -> {
                    out.append(c);
                    if (isClosed(trimmed, i + 1)) {
                        i = trimmed.indexOf(c == '{' ? '}' : ']', i);
                        out.append(trimmed.charAt(i));
                    } else {
                        newLine(out, ++depth);
                    }
                }
                case '}', ']' -> {
                    newLine(out, --depth);
                    out.append(c);
                }
                case ',' -> {
                    out.append(c);
                    newLine(out, depth);
                }
                case ':' -> out.append(": ");
                case ' ', '\t', '\r', '\n' -> {
                    // White space between tokens is laid out anew.
                }
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isClosed(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && (text.charAt(i) == '}' || text.charAt(i) == ']');
    }

    private static void newLine(StringBuilder out, int depth) {
        out.append('\n').append(INDENT.repeat(Math.max(0, depth)));
    }
}
