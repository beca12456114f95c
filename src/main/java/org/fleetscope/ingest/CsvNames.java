package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of the columns of a table, from its header rows. */
final class CsvNames {
    private CsvNames() {}

    /**
     * Names for so many columns, or for as many as the header has. Of several header rows the one
     * with most names of the domain counts, and without such names all of them.
     */
    static List<String> of(List<List<String>> headers, int width) {
        if (headers.isEmpty()) {
            return made(width);
        }
        List<String> telling = headers.getFirst();
        long most = 0;
        for (List<String> header : headers) {
            long known = header.stream().map(CsvLayout::name).filter(EntityKinds::isKnown).count();
            if (known > most) {
                most = known;
                telling = header;
            }
        }
        int size = telling.size() > width && telling.getLast().isBlank() ? width : telling.size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = most > 0 ? CsvLayout.name(telling.get(i)) : joined(headers, i);
            names.add(name.isEmpty() ? "column_" + (i + 1) : name);
        }
        return names;
    }

    private static List<String> made(int width) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add("column_" + i);
        }
        return names;
    }

    private static String joined(List<List<String>> headers, int column) {
        Set<String> parts = new LinkedHashSet<>();
        for (List<String> header : headers) {
            String part = column < header.size() ? CsvLayout.name(header.get(column)) : "";
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }
}
