package org.fleetscope.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A polluted file and the rows its author meant.
 *
 * @param kind of pollution, for the table of scores
 * @param what exactly was done
 * @param expected header rows first, none when there is none
 */
record Polluted(String kind, String what, byte[] bytes, List<List<String>> expected) {
    static Polluted of(String kind, String what, String text, List<List<String>> expected) {
        return new Polluted(kind, what, text.getBytes(StandardCharsets.UTF_8), expected);
    }

    static Polluted of(
            String kind, String what, String text, Charset charset, List<List<String>> expected) {
        return new Polluted(kind, what, text.getBytes(charset), expected);
    }

    static List<List<String>> rows(CleanTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.header());
        rows.addAll(table.records());
        return rows;
    }
}
