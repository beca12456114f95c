package org.fleetscope.ingest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Line protocol by regular expressions, written from the format's description and knowing nothing
 * of the parser it checks. One point, no comments.
 */
final class ReferenceLineProtocol {
    /** Values as Double, Long, BigInteger (unsigned), Boolean or String. */
    record Point(
            String measurement,
            Map<String, String> tags,
            Map<String, Object> fields,
            @Nullable Long time) {}

    private static final String NAME = "(?:\\\\[, ]|[^, \n])++";
    private static final String KEY = "(?:\\\\[,= ]|[^,= \n])++";
    private static final String STRING = "\"(?:\\\\[\"\\\\]|[^\"])*+\"";
    private static final String BARE = "[^\", \n\r][^, \n\r]*+";
    private static final String FIELD = "(" + KEY + ")=(" + STRING + "|" + BARE + ")";
    private static final Pattern LINE =
            Pattern.compile(
                    "[ \t]*+("
                            + NAME
                            + ")((?:,"
                            + KEY
                            + "="
                            + KEY
                            + ")*+) [ \t]*+("
                            + FIELD.replace("(" + KEY, "(?:" + KEY).replace("=(", "=(?:")
                            + "(?:,"
                            + FIELD.replace("(" + KEY, "(?:" + KEY).replace("=(", "=(?:")
                            + ")*+)(?: [ \t]*+(-?\\d++)?[ \t]*+)?\r?");
    private static final Pattern TAG = Pattern.compile(",(" + KEY + ")=(" + KEY + ")");
    private static final Pattern FIELDS = Pattern.compile("(?:^|,)" + FIELD);
    private static final Pattern FLOAT =
            Pattern.compile("-?(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?");

    private ReferenceLineProtocol() {}

    /** Empty for what is no point. */
    static Optional<Point> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> tags = new TreeMap<>();
        List<String> keys = new ArrayList<>();
        Matcher tag = TAG.matcher(matcher.group(2));
        while (tag.find()) {
            keys.add(tag.group(1));
            tags.put(plain(tag.group(1), ",= "), plain(tag.group(2), ",= "));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        Matcher field = FIELDS.matcher(matcher.group(3));
        while (field.find()) {
            Object value = value(field.group(2));
            if (value == null) {
                return Optional.empty();
            }
            fields.put(plain(field.group(1), ",= "), value);
        }
        try {
            Long time = matcher.group(4) == null ? null : Long.valueOf(matcher.group(4));
            boolean repeated = tags.size() < keys.size();
            return repeated || (time != null && time == Long.MIN_VALUE)
                    ? Optional.empty()
                    : Optional.of(new Point(plain(matcher.group(1), ", "), tags, fields, time));
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    /** Without the backslash before each of some characters. */
    private static String plain(String text, String escaped) {
        return text.replaceAll("\\\\([" + escaped.replace("\\", "\\\\") + "])", "$1");
    }

    private static @Nullable Object value(String text) {
        if (text.startsWith("\"")) {
            return plain(text.substring(1, text.length() - 1), "\"\\");
        }
        if (text.matches("t|T|true|True|TRUE")) {
            return true;
        }
        if (text.matches("f|F|false|False|FALSE")) {
            return false;
        }
        if (text.matches("-?\\d+i")) {
            BigInteger number = new BigInteger(text.substring(0, text.length() - 1));
            return number.bitLength() < 64 ? number.longValue() : null;
        }
        if (text.matches("\\d+u")) {
            BigInteger number = new BigInteger(text.substring(0, text.length() - 1));
            return number.bitLength() <= 64 ? number : null;
        }
        if (!FLOAT.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : number;
    }
}
