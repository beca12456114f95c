package org.fleetscope.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pollutes a clean table in every way that real files are, one at a time, after the idea of G.
 * Vitagliano and others, Pollock: A Data Loading Benchmark, 2023. What the author meant follows
 * from what was done, never from a reader.
 */
final class Polluter {
    private static final CsvText PLAIN = CsvText.PLAIN;

    private final CleanTable table;
    private final List<Polluted> files = new ArrayList<>();
    private final int[] positions;

    Polluter(CleanTable table) {
        this.table = table;
        int last = table.records().size() - 1;
        this.positions = new int[] {0, 1, last / 3, last / 2, last - 1, last};
    }

    List<Polluted> files() {
        add("none", "clean", PLAIN.text(table), table);
        encodings();
        sizes();
        headers();
        surroundings();
        tables();
        recordEnds();
        delimitersInRows();
        otherDelimiters();
        otherQuotes();
        otherEscapes();
        missingQuotes();
        return files;
    }

    private void add(String kind, String what, String text, CleanTable meant) {
        files.add(Polluted.of(kind, table.name() + ": " + what, text, Polluted.rows(meant)));
    }

    private void add(String kind, String what, String text, List<List<String>> meant) {
        files.add(Polluted.of(kind, table.name() + ": " + what, text, meant));
    }

    private void encodings() {
        String text = PLAIN.text(table);
        List<List<String>> rows = Polluted.rows(table);
        for (String name :
                List.of("ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32")) {
            files.add(
                    Polluted.of(
                            "encoding",
                            table.name() + ": " + name,
                            text,
                            Charset.forName(name),
                            rows));
        }
        files.add(Polluted.of("encoding", "UTF-8 with mark", "\uFEFF" + text, rows));
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        int i = 0;
        for (String line : text.split("(?<=\n)")) {
            mixed.writeBytes(
                    line.getBytes(
                            i++ % 2 == 0
                                    ? StandardCharsets.UTF_8
                                    : Charset.forName("windows-1252")));
        }
        files.add(new Polluted("encoding", table.name() + ": mixed", mixed.toByteArray(), rows));
    }

    private void sizes() {
        files.add(Polluted.of("size", "empty file", "", List.of()));
        CleanTable none = table.with(List.of());
        add("size", "header only", PLAIN.text(none), none);
        for (int position : positions) {
            CleanTable one = table.with(List.of(table.records().get(position)));
            add("size", "one row " + position, PLAIN.text(one), one);
        }
        for (int column = 0; column < table.width(); column++) {
            int kept = column;
            List<List<String>> cells = new ArrayList<>();
            for (List<String> row : Polluted.rows(table)) {
                if (!row.get(kept).isEmpty()) {
                    cells.add(List.of(row.get(kept)));
                }
            }
            String text = PLAIN.text(cells.stream().map(PLAIN::record).toList());
            add("size", "one column " + column, text, cells);
        }
        CleanTable narrow = cut(2);
        add("size", "two columns", PLAIN.text(narrow), narrow);
    }

    private CleanTable cut(int width) {
        return new CleanTable(
                table.name(),
                table.header().subList(0, width),
                table.records().stream().map(row -> row.subList(0, width)).toList());
    }

    private void headers() {
        List<String> lines = PLAIN.lines(table);
        add("no header", "no header", PLAIN.text(lines.subList(1, lines.size())), table.records());
        CleanTable one = table.with(table.records().subList(0, 1));
        add("no header", "one row", PLAIN.text(PLAIN.lines(one).subList(1, 2)), one.records());
        List<String> units = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String name : table.header()) {
            units.add("(" + name.toLowerCase(Locale.ROOT) + ")");
            parts.add("of run");
        }
        List<List<String>> two = Polluted.rows(table);
        two.add(1, units);
        add("header rows", "two", PLAIN.text(two.stream().map(PLAIN::record).toList()), two);
        List<List<String>> three = new ArrayList<>(two);
        three.add(2, parts);
        add("header rows", "three", PLAIN.text(three.stream().map(PLAIN::record).toList()), three);
        for (int position : positions) {
            List<String> repeated = new ArrayList<>(lines);
            repeated.add(position + 2, lines.getFirst());
            add("header rows", "repeated " + position, PLAIN.text(repeated), table);
        }
    }

    private void surroundings() {
        List<String> lines = PLAIN.lines(table);
        String pad = ",".repeat(table.width() - 1);
        List<List<String>> notes =
                List.of(
                        List.of("Fleet report"),
                        List.of("Fleet report", ""),
                        List.of("Fleet report of the north", "Made on 31 January, by hand", ""),
                        List.of("Fleet report" + pad),
                        List.of("Fleet report" + pad, pad),
                        List.of("# exported by a tool", "# version 3", "# all rows"));
        for (List<String> note : notes) {
            List<String> before = new ArrayList<>(note);
            before.addAll(lines);
            add("preamble", String.join("/", note), PLAIN.text(before), table);
            List<String> after = new ArrayList<>(lines);
            after.addAll(note.reversed());
            add("footnote", String.join("/", note), PLAIN.text(after), table);
        }
    }

    private void tables() {
        List<List<String>> rows = Polluted.rows(table);
        int width = table.width();
        for (int other : new int[] {width - 1, width, width + 2, 3}) {
            for (boolean apart : new boolean[] {true, false}) {
                List<List<String>> second = new ArrayList<>();
                List<String> names = new ArrayList<>();
                for (int i = 0; i < other; i++) {
                    names.add("Second" + i);
                }
                second.add(names);
                for (int row = 0; row < 12; row++) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < other; i++) {
                        cells.add(i == 1 ? "word" + row : String.valueOf(row * 10 + i));
                    }
                    second.add(cells);
                }
                List<List<String>> all = new ArrayList<>(rows);
                all.addAll(second);
                String text =
                        PLAIN.text(table)
                                + (apart ? "\n" : "")
                                + PLAIN.text(second.stream().map(PLAIN::record).toList());
                String what = other + " columns" + (apart ? ", apart" : "");
                add("tables", "second with " + what, text, all);
            }
        }
    }

    private void recordEnds() {
        for (String end : List.of("\r\n", "\r")) {
            add("record end", end.equals("\r") ? "CR" : "CRLF", PLAIN.end(end).text(table), table);
        }
        List<String> lines = PLAIN.lines(table);
        StringBuilder mixed = new StringBuilder();
        StringBuilder blank = new StringBuilder();
        String[] ends = {"\n", "\r\n", "\r"};
        for (int i = 0; i < lines.size(); i++) {
            mixed.append(lines.get(i)).append(ends[i % 3]);
            blank.append(lines.get(i)).append(i % 7 == 3 ? "\n\n" : "\n");
        }
        add("record end", "mixed", mixed.toString(), table);
        add("record end", "blank lines", blank.toString(), table);
        String text = PLAIN.text(table);
        add("record end", "none at the end", text.substring(0, text.length() - 1), table);
        for (int position : positions) {
            List<String> one = new ArrayList<>(lines);
            one.set(position + 1, one.get(position + 1) + "\r");
            add("record end", "CRLF once " + position, PLAIN.text(one), table);
        }
    }

    private void delimitersInRows() {
        for (int position : positions) {
            List<String> row = table.records().get(position);
            for (int column = 0; column < table.width(); column += 2) {
                List<String> more = new ArrayList<>(row);
                more.add(column + 1, "");
                add(
                        "extra delimiter",
                        at(position, column),
                        text(position, more),
                        table.with(position, more));
                if (column + 1 < table.width()
                        && isPlain(row.get(column))
                        && isPlain(row.get(column + 1))) {
                    List<String> less = new ArrayList<>(row);
                    less.set(column, row.get(column) + less.remove(column + 1));
                    add(
                            "missing delimiter",
                            at(position, column),
                            text(position, less),
                            table.with(position, less));
                }
            }
            List<String> trailing = new ArrayList<>(row);
            trailing.add("");
            trailing.add("");
            add(
                    "extra delimiter",
                    position + ", two at the end",
                    text(position, trailing),
                    table.with(position, trailing));
        }
        List<String> every = PLAIN.lines(table).stream().map(line -> line + ",").toList();
        add("extra delimiter", "at every end", PLAIN.text(every), table);
        List<String> data = new ArrayList<>(every);
        data.set(0, PLAIN.record(table.header()));
        add("extra delimiter", "at every end but the header's", PLAIN.text(data), table);
        List<String> wide = new ArrayList<>(table.header());
        wide.add(2, "");
        List<List<String>> rows = Polluted.rows(table);
        rows.set(0, wide);
        add(
                "extra delimiter",
                "in the header",
                PLAIN.text(rows.stream().map(PLAIN::record).toList()),
                rows);
        List<String> narrow = new ArrayList<>(table.header());
        narrow.set(0, narrow.get(0) + narrow.remove(1));
        rows = Polluted.rows(table);
        rows.set(0, narrow);
        add(
                "missing delimiter",
                "in the header",
                PLAIN.text(rows.stream().map(PLAIN::record).toList()),
                rows);
    }

    private static String at(int position, int column) {
        return "row " + position + ", column " + column;
    }

    private static boolean isPlain(String cell) {
        return PLAIN.cell(cell).equals(cell) && !cell.isEmpty();
    }

    private String text(int position, List<String> record) {
        List<String> lines = PLAIN.lines(table);
        lines.set(position + 1, PLAIN.record(record));
        return PLAIN.text(lines);
    }

    private void otherDelimiters() {
        for (String delimiter :
                List.of(";", "\t", "|", " ", ", ", ":", "^", "~", "||", "; ", "\u0001", "§")) {
            add(
                    "delimiter of the file",
                    "'" + delimiter + "'",
                    PLAIN.delimiter(delimiter).text(table),
                    table);
        }
        for (String delimiter : List.of(";", "\t", "|", " ", ", ", ":", "^", "||")) {
            for (int position : positions) {
                List<String> lines = PLAIN.lines(table);
                lines.set(
                        position + 1,
                        PLAIN.delimiter(delimiter).record(table.records().get(position)));
                add(
                        "delimiter of a row",
                        "'" + delimiter + "' in row " + position,
                        PLAIN.text(lines),
                        table);
            }
            List<String> lines = PLAIN.lines(table);
            lines.set(0, PLAIN.delimiter(delimiter).record(table.header()));
            add(
                    "delimiter of a row",
                    "'" + delimiter + "' in the header",
                    PLAIN.text(lines),
                    table);
        }
    }

    private void otherQuotes() {
        for (String quote : List.of("'", "`", "~", "|")) {
            add("quotes of the file", quote, PLAIN.quote(quote).text(table), table);
        }
        CsvText single = PLAIN.quote("'");
        for (int position = 0; position < table.records().size(); position += 3) {
            List<String> lines = PLAIN.lines(table);
            lines.set(position + 1, single.record(table.records().get(position)));
            add("quotes of a row", "' in row " + position, PLAIN.text(lines), table);
        }
        for (int column = 0; column < table.width(); column++) {
            List<String> lines = new ArrayList<>();
            boolean any = false;
            for (List<String> row : Polluted.rows(table)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(i == column ? single.cell(row.get(i)) : PLAIN.cell(row.get(i)));
                }
                any |= !isPlain(row.get(column));
                lines.add(String.join(",", cells));
            }
            if (any) {
                add("quotes of a column", "' in column " + column, PLAIN.text(lines), table);
            }
        }
    }

    private void otherEscapes() {
        add("escape of the file", "\\", PLAIN.escape("\\").text(table), table);
        add("escape of the file", "none", PLAIN.escape("").text(table), table);
        add("escape of the file", "'", PLAIN.escape("'").text(table), table);
        add("escape of the file", "^", PLAIN.escape("^").text(table), table);
        for (int position = 0; position < table.records().size(); position += 3) {
            for (String escape : List.of("\\", "")) {
                List<String> lines = PLAIN.lines(table);
                String line = PLAIN.escape(escape).record(table.records().get(position));
                if (!lines.set(position + 1, line).equals(line)) {
                    add(
                            "escape of a row",
                            "'" + escape + "' in row " + position,
                            PLAIN.text(lines),
                            table);
                }
            }
        }
    }

    private void missingQuotes() {
        CsvText bare = PLAIN.quote("");
        for (int position = 0; position < table.records().size(); position++) {
            List<String> lines = PLAIN.lines(table);
            String line = bare.record(table.records().get(position));
            if (!lines.set(position + 1, line).equals(line)) {
                add("missing quotes", "in row " + position, PLAIN.text(lines), table);
            }
        }
        for (int position = 0; position < table.records().size(); position += 2) {
            List<String> lines = PLAIN.lines(table);
            String line = lines.get(position + 1);
            int close = line.indexOf("\",");
            boolean clean = line.chars().filter(c -> c == '"').count() == 2;
            if (close > 0 && clean) {
                lines.set(position + 1, line.substring(0, close) + line.substring(close + 1));
                add("unclosed quote", "in row " + position, PLAIN.text(lines), table);
            }
        }
    }
}
