package org.fleetscope.ingest;

import java.util.List;

/** Tells header rows that a file repeats, as appended exports have them. */
final class CsvHeaderRows {
    private final List<List<String>> headers;

    CsvHeaderRows(CsvDialect dialect) {
        headers = dialect.headers().stream().map(CsvHeaderRows::names).toList();
    }

    boolean isRepeated(CsvRecord record) {
        for (List<String> header : headers) {
            if (header.size() == record.count
                    && CsvLayout.name(record.text(0)).equals(header.getFirst())
                    && names(record.texts()).equals(header)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(List<String> cells) {
        return cells.stream().map(CsvLayout::name).toList();
    }
}
