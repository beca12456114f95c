package org.fleetscope.ingest;

import java.util.List;

/** Tells header rows that a file repeats, as appended exports have them. */
final class CsvHeaderRows {
    private final List<List<String>> headers;

    CsvHeaderRows(CsvDialect dialect) {
        headers = dialect.headers().stream().map(CsvHeaderRows::names).toList();
    }

    boolean isRepeated(CsvRecord record) {
        byte first = record.from[0] < record.to[0] ? record.bytes[record.from[0]] : 0;
        for (List<String> header : headers) {
            if (mayStart(first, header.getFirst())
                    && header.size() == record.count
                    && CsvLayout.name(record.text(0)).equals(header.getFirst())
                    && names(record.texts()).equals(header)) {
                return true;
            }
        }
        return false;
    }

    /** Spares most rows the making of strings. */
    private static boolean mayStart(byte first, String name) {
        return first <= ' ' || (!name.isEmpty() && first == (byte) name.charAt(0));
    }

    private static List<String> names(List<String> cells) {
        return cells.stream().map(CsvLayout::name).toList();
    }
}
