package org.fleetscope.report;

/**
 * HTML under construction. All text from outside goes through {@link #text} or {@link #attribute}.
 */
final class Html {
    private static final char REPLACEMENT = '\ufffd';

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of our own. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Any text, made harmless. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isUnsafe(c) ? REPLACEMENT : c);
            }
        }
        return this;
    }

    /**
     * Control characters have no place in HTML; the marks that turn the writing direction can make
     * text lie.
     */
    private static boolean isUnsafe(char c) {
        boolean control = c < ' ' && c != '\n' && c != '\t';
        boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return control || direction;
    }

    /** An attribute with a leading space. */
    Html attribute(String name, String value) {
        return raw(" " + name + "=\"").text(value).raw("\"");
    }

    /** An element with text alone. */
    Html element(String tag, String cssClass, String text) {
        raw("<" + tag);
        if (!cssClass.isEmpty()) {
            attribute("class", cssClass);
        }
        return raw(">").text(text).raw("</" + tag + ">");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
