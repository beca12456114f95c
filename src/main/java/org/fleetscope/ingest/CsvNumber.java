package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in cells: as JSON spells them, or with a plus sign. Anything else, NaN and 007 too, is
 * text.
 */
final class CsvNumber {
    private static final int LONGEST = 400;
    private static final int SURELY_LONG = 18;

    private final String text;
    private int at;

    private CsvNumber(String text) {
        this.text = text;
    }

    /** The number, null for text that is none. */
    static @Nullable JsonNode parse(String text) {
        CsvNumber number = new CsvNumber(text);
        if (text.length() > LONGEST || !number.integer()) {
            return null;
        }
        if (number.at == text.length() && text.length() <= SURELY_LONG) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        boolean whole = number.at == text.length();
        return number.fraction() && number.exponent() && number.at == text.length()
                ? wide(text, whole)
                : null;
    }

    private static JsonNode wide(String text, boolean whole) {
        if (whole) {
            try {
                return LongNode.valueOf(Long.parseLong(text));
            } catch (NumberFormatException beyondLong) {
                return DoubleNode.valueOf(Double.parseDouble(text));
            }
        }
        return DoubleNode.valueOf(Double.parseDouble(text));
    }

    /**
     * The decimal mark that a number shows beyond doubt, a comma or a point; 0 for none. A single
     * mark before three digits may as well separate thousands.
     */
    static int decimalStyle(String cell) {
        String text = cell.strip();
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        int mark = Math.max(comma, point);
        if (mark < 0 || CsvKind.of(text) != CsvKind.NUMBER) {
            return 0;
        }
        boolean both = comma >= 0 && point >= 0;
        int digits = 0;
        for (int i = mark + 1; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            digits++;
        }
        return both || digits != 3 ? text.charAt(mark) : 0;
    }

    /** A number whose thousands are separated, null for text that is none. */
    static @Nullable JsonNode parseGrouped(String text, boolean decimalComma) {
        String group = decimalComma ? "[. ']" : "[, ']";
        String number =
                "[+-]?\\d{1,3}("
                        + group
                        + ")\\d{3}(\\1\\d{3})*"
                        + (decimalComma ? "(,\\d+)?" : "(\\.\\d+)?");
        return text.matches(number) ? parse(text.replaceAll(group, "").replace(',', '.')) : null;
    }

    private boolean integer() {
        sign();
        boolean zero = at < text.length() && text.charAt(at) == '0';
        int count = digits();
        return count == 1 || (count > 1 && !zero);
    }

    private boolean fraction() {
        if (at == text.length() || text.charAt(at) != '.') {
            return true;
        }
        at++;
        return digits() > 0;
    }

    private boolean exponent() {
        if (at == text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
            return true;
        }
        at++;
        sign();
        return digits() > 0;
    }

    private void sign() {
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
    }

    private int digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
