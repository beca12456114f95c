package org.fleetscope.sample;

/** Edits of a generated line of JSON by field name; the first field of that name is meant. */
final class RowEdit {
    private RowEdit() {}

    /** Puts other JSON in the place of a field's value. */
    static String set(String row, String field, String json) {
        int value = valueOf(row, field);
        return row.substring(0, value) + json + row.substring(endOf(row, value));
    }

    /** Takes a field away; it must not be the last of its object. */
    static String remove(String row, String field) {
        int value = valueOf(row, field);
        int name = value - field.length() - 3;
        return row.substring(0, name) + row.substring(endOf(row, value) + 1);
    }

    private static int valueOf(String row, String field) {
        String key = "\"" + field + "\":";
        int at = row.indexOf(key);
        if (at < 0) {
            throw new IllegalArgumentException("no field " + field + " in " + row);
        }
        return at + key.length();
    }

    private static int endOf(String row, int value) {
        int depth = 0;
        int i = value;
        while (depth > 0 || (row.charAt(i) != ',' && row.charAt(i) != '}')) {
            char c = row.charAt(i++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return i;
    }
}
