package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fleetscope.model.RowField;

/** Rows that are records of a CSV file. */
final class CsvSyntax implements RowSyntax {
    private final CsvDialect dialect;
    private final CsvCells cells;
    private final CsvRows rows;

    CsvSyntax(CsvDialect dialect, Set<String> textColumns) {
        this.dialect = dialect;
        this.cells = new CsvCells(dialect, textColumns);
        this.rows = new CsvRows(dialect.spelling(), dialect.profile());
    }

    @Override
    public JsonRow parse(String text) throws MalformedRowException {
        return cells.row(cells(text));
    }

    private List<String> cells(String text) throws MalformedRowException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int end = rows.read(bytes, 0, bytes.length, true);
        CsvRecord record = rows.record;
        if (bytes.length == 0 || record.isBlank()) {
            throw new MalformedRowException("nothing", "the cells of a row");
        }
        CsvParser.check(record, 0, record.end);
        if (!new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8).isBlank()) {
            throw new MalformedRowException("more than one row", "the cells of one row");
        }
        return record.texts();
    }

    @Override
    public List<RowField> fields(String text) throws MalformedRowException {
        List<String> found = cells(text);
        List<RowField> fields = new ArrayList<>();
        int columns = dialect.columns().size();
        for (int i = 0; i < Math.max(found.size(), columns); i++) {
            fields.add(
                    new RowField(
                            i < columns ? dialect.columns().get(i) : "",
                            i < found.size() ? found.get(i) : ""));
        }
        return fields;
    }

    @Override
    public String write(List<RowField> fields) {
        List<String> values = new ArrayList<>(fields.stream().map(RowField::value).toList());
        while (values.size() > dialect.columns().size() && values.getLast().isBlank()) {
            values.removeLast();
        }
        return line(values);
    }

    @Override
    public String change(String text, List<String> names, Change change)
            throws MalformedRowException {
        List<String> values = new ArrayList<>(cells(text));
        for (String name : names) {
            int column = dialect.columns().indexOf(name);
            if (column >= 0) {
                while (values.size() <= column) {
                    values.add("");
                }
                String old = values.get(column);
                boolean comma = dialect.decimalComma() && old.indexOf('.') < 0;
                String plain = comma ? old.replace(',', '.') : old;
                boolean number = CsvNumber.parse(plain.strip()) != null;
                String changed = change.of(number ? plain.strip() : old, number);
                if (changed.equals(number ? plain.strip() : old)) {
                    return text;
                }
                if (changed.equals(Change.REMOVED)) {
                    values.set(column, "");
                } else {
                    values.set(column, number && comma ? changed.replace('.', ',') : changed);
                }
                return line(values);
            }
        }
        return text;
    }

    @Override
    public String head() {
        return dialect.headers().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(List<String> values) {
        return values.stream().map(this::cell).collect(Collectors.joining(dialect.delimiter()));
    }

    /** A cell, in quotes where its text would be taken apart without, and the file has quotes. */
    private String cell(String value) {
        CsvSpelling spelling = dialect.spelling();
        if (spelling.quotes().isEmpty()) {
            return value;
        }
        String quote = spelling.quotes().substring(0, 1);
        boolean plain =
                value.equals(value.strip())
                        && !value.contains(quote)
                        && value.indexOf('\n') < 0
                        && value.indexOf('\r') < 0
                        && (spelling.delimiter().isEmpty()
                                || !value.contains(spelling.delimiter()));
        return plain ? value : quote + escaped(value, quote, spelling) + quote;
    }

    private static String escaped(String value, String quote, CsvSpelling spelling) {
        return switch (spelling.escapes()) {
            case BY_CELL -> value.replace(quote, quote + quote);
            case ALWAYS -> {
                String escape = String.valueOf(spelling.escape());
                String text = escape.equals("\\") ? value.replace(escape, escape + escape) : value;
                yield text.replace(quote, escape + quote);
            }
            case NEVER -> value;
        };
    }
}
