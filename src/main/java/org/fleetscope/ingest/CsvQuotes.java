package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which characters may quote cells or escape quotes in a sample. */
final class CsvQuotes {
    private static final String OTHERS = "`|~^%$#*!@_/";
    private static final int LEAST = 3;

    private final String text;
    private final String delimiter;

    CsvQuotes(byte[] bytes, int limit, String delimiter) {
        this.text = new String(bytes, 0, limit, StandardCharsets.UTF_8);
        this.delimiter = delimiter;
    }

    /** Unusual quotes: both at the start and at the end of several cells. */
    List<Character> others() {
        List<Character> others = new ArrayList<>();
        for (char c : OTHERS.toCharArray()) {
            if (delimiter.indexOf(c) < 0 && text.indexOf(c) >= 0) {
                String quote = Pattern.quote(String.valueOf(c));
                String edge = delimiter.isEmpty() ? "[\r\n]" : "[\r\n]|" + Pattern.quote(delimiter);
                Pattern cell =
                        Pattern.compile(
                                "(?:^|"
                                        + edge
                                        + ")"
                                        + quote
                                        + "[^"
                                        + escaped(c)
                                        + "]*+"
                                        + quote
                                        + "(?="
                                        + edge
                                        + "|$)");
                if (cell.matcher(text).results().limit(LEAST).count() == LEAST) {
                    others.add(c);
                }
            }
        }
        return others;
    }

    private static String escaped(char c) {
        return "^\\[]&-".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
    }

    /** Characters that stand before quotes inside cells. */
    Set<Character> escapes(char quote) {
        Set<Character> escapes = new LinkedHashSet<>();
        int[] before = new int[128];
        int inner = 0;
        for (int i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) {
            boolean start = i == 0 || isEdge(i - 1) || endsWithDelimiter(i);
            boolean end =
                    i + 1 >= text.length()
                            || isEdge(i + 1)
                            || text.startsWith(delimiter, i + 1) && !delimiter.isEmpty();
            if (!start && text.charAt(i - 1) == '\\') {
                escapes.add('\\');
            }
            if (!start && !end) {
                inner++;
                char c = text.charAt(i - 1);
                before[c < 128 ? c : 0]++;
            }
        }
        for (char c = '!'; c < 127; c++) {
            if (!Character.isLetterOrDigit(c)
                    && c != quote
                    && before[c] > 1
                    && before[c] * 10 >= inner * 9) {
                escapes.add(c);
            }
        }
        return escapes;
    }

    private boolean isEdge(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private boolean endsWithDelimiter(int at) {
        return !delimiter.isEmpty()
                && at >= delimiter.length()
                && text.startsWith(delimiter, at - delimiter.length());
    }
}
