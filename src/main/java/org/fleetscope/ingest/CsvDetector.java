package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fleetscope.model.CsvOptions;

/**
 * Finds the spelling of delimited text by trying: the one whose records are most alike in shape and
 * whose cells look most like values, after the consistency measure of G. van den Burg, A. Nazábal
 * and C. Sutton, Wrangling messy CSV files by detecting row and type patterns, 2019. Unlike theirs
 * a few records of another shape count little, and a cell's look is graded.
 */
final class CsvDetector {
    private static final int BYTES = 16 << 10;
    private static final int RECORDS = 100;

    /** What text without any delimiter scores at best; a delimiter has to do better. */
    private static final double ONE_CELL = 0.2;

    private static final double NAMED = 100;
    private static final double NAMED_LOOK = 0.5;

    private final byte[] bytes;
    private final int limit;
    private final boolean whole;
    private final CsvOptions options;

    /**
     * @param sample text, UTF-8
     * @param whole whether the file ends with it
     * @param options what is known of the dialect
     */
    CsvDetector(byte[] sample, boolean whole, CsvOptions options) {
        this.options = options;
        this.bytes = sample;
        this.limit = Math.min(sample.length, BYTES);
        this.whole = whole && limit == sample.length;
    }

    /** A spelling and how well it does. */
    record Scored(CsvSpelling spelling, double score, int width) {}

    /** The likeliest spelling; an empty delimiter stands for records of one cell. */
    CsvSpelling detect() {
        CsvDelimiters found = new CsvDelimiters(bytes, limit);
        Scored best = null;
        String given = options.delimiter();
        for (String delimiter : given == null ? found.candidates() : Set.of(given)) {
            for (String quotes : quotes(delimiter)) {
                Scored scored = score(CsvSpelling.of(delimiter, quotes), found);
                if (best == null || scored.score > best.score * (1 + 1e-6)) {
                    best = scored;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("no candidate");
        }
        String escape = options.escape();
        if (escape != null) {
            return best.spelling.quotes().equals(escape)
                    ? best.spelling
                    : best.spelling.escapedBy(escape.charAt(0));
        }
        return best.spelling.quotes().isEmpty() ? best.spelling : escapes(best, found).spelling;
    }

    private Set<String> quotes(String delimiter) {
        String given = options.quote();
        if (given != null) {
            return Set.of(given);
        }
        Set<String> quotes = new LinkedHashSet<>();
        quotes.add("\"");
        if (has('\'')) {
            quotes.add("'");
            if (has('"')) {
                quotes.add("\"'");
            }
        }
        for (char other : new CsvQuotes(bytes, limit, delimiter).others()) {
            quotes.add(String.valueOf(other));
        }
        return quotes;
    }

    private boolean has(char wanted) {
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Whether quotes are escaped in another way than the cells show by themselves. */
    private Scored escapes(Scored best, CsvDelimiters found) {
        CsvSpelling spelling = best.spelling;
        CsvQuotes quotes = new CsvQuotes(bytes, limit, spelling.delimiter());
        Scored chosen = best;
        for (char escape : quotes.escapes(spelling.quotes().charAt(0))) {
            Scored scored = score(spelling.escapedBy(escape), found);
            boolean better = scored.score > chosen.score * (1 + 1e-6);
            if (better || (scored.score >= chosen.score * (1 - 1e-6) && showsOnly(scored))) {
                chosen = scored;
            }
        }
        Scored unescaped = score(spelling.unescaped(), found);
        return unescaped.score > chosen.score * 1.01 ? unescaped : chosen;
    }

    /** Whether quotes in cells are always behind the escape character, and never doubled. */
    private boolean showsOnly(Scored scored) {
        CsvScanner scanner = new CsvScanner(scored.spelling);
        CsvRecord record = new CsvRecord();
        int escaped = 0;
        int at = 0;
        while (at < limit) {
            int end = scanner.scan(bytes, at, limit, true, false, null, record);
            for (int i = 0; i < record.count; i++) {
                if (record.form[i] == CsvRecord.DOUBLED || isDoubled(record, i)) {
                    return false;
                }
                escaped += record.form[i] == CsvRecord.ESCAPED ? 1 : 0;
            }
            at = end;
        }
        return escaped > 0;
    }

    private boolean isDoubled(CsvRecord record, int cell) {
        byte quote = record.quote[cell];
        for (int i = record.from[cell]; quote != 0 && i + 1 < record.to[cell]; i++) {
            if (bytes[i] == record.escape) {
                i++;
            } else if (bytes[i] == quote && bytes[i + 1] == quote) {
                return true;
            }
        }
        return false;
    }

    private Scored score(CsvSpelling spelling, CsvDelimiters found) {
        List<List<String>> records = new ArrayList<>();
        List<boolean[]> quoted = new ArrayList<>();
        read(spelling, records, quoted);
        Map<Integer, Integer> widths = new HashMap<>();
        records.forEach(record -> widths.merge(record.size(), 1, Integer::sum));
        int width = 0;
        double alike = 0;
        for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
            int count = entry.getValue();
            alike += (double) count * count / records.size() / records.size();
            int most = widths.getOrDefault(width, 0);
            if (count > most || (count == most && entry.getKey() > width)) {
                width = entry.getKey();
            }
        }
        double looks = looks(spelling, records, quoted, width);
        if (spelling.delimiter().isEmpty()) {
            return new Scored(spelling, ONE_CELL * looks, 1);
        }
        int named = namedWidth(records);
        int most = Math.max(width, named);
        double columns = (most - 1.0) / most;
        double prior = found.prior(spelling.delimiter()) * (named > 0 ? NAMED : 1);
        double look = named > 0 ? Math.max(looks, NAMED_LOOK) : looks;
        return new Scored(spelling, alike * columns * look * look * prior, most);
    }

    private void read(CsvSpelling spelling, List<List<String>> records, List<boolean[]> quoted) {
        CsvScanner scanner = new CsvScanner(spelling);
        CsvRecord record = new CsvRecord();
        int at = 0;
        while (at < limit && records.size() < RECORDS) {
            int end = scanner.scan(bytes, at, limit, whole, false, null, record);
            if (end < 0) {
                end = scanner.scan(bytes, at, limit, true, false, null, record);
                if (!records.isEmpty()) {
                    return;
                }
            }
            if (!record.isBlank()) {
                CsvProfile.Cells cells = CsvProfile.Cells.of(record);
                records.add(cells.texts());
                quoted.add(cells.quoted());
            }
            at = end;
        }
    }

    private static double looks(
            CsvSpelling spelling, List<List<String>> records, List<boolean[]> quoted, int width) {
        double sum = 0;
        int cells = 0;
        for (int i = 0; i < records.size(); i++) {
            List<String> record = records.get(i);
            if (record.size() == width) {
                for (int j = 0; j < width; j++) {
                    sum += CsvLooks.of(record.get(j), quoted.get(i)[j], spelling);
                    cells++;
                }
            }
        }
        return cells == 0 ? 0 : sum / cells;
    }

    /**
     * Width of a record that has names of the domain, as a header has, and others about share; 0
     * when there is none.
     */
    private static int namedWidth(List<List<String>> records) {
        for (List<String> record : records) {
            long known = record.stream().map(CsvLayout::name).filter(EntityKinds::isKnown).count();
            boolean shared =
                    records.size() == 1
                            || records.stream()
                                    .anyMatch(other ->
                                            other != record
                                                    && Math.abs(other.size() - record.size()) < 2);
            if (known >= CsvLayout.TELLING_NAMES && shared) {
                return record.size();
            }
        }
        return 0;
    }
}
