package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fleetscope.model.RowField;

/** Rows that are records of a CSV file. */
final class CsvSyntax implements RowSyntax {
    private final CsvDialect dialect;
    private final CsvCells cells;

    CsvSyntax(CsvDialect dialect, Set<String> textColumns) {
        this.dialect = dialect;
        this.cells = new CsvCells(dialect, textColumns);
    }

    @Override
    public JsonRow parse(String text) throws MalformedRowException {
        return cells.row(cells(text));
    }

    private List<String> cells(String text) throws MalformedRowException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CsvRecords records = new CsvRecords(bytes, bytes.length, dialect);
        if (!records.next() || records.isBlank()) {
            throw new MalformedRowException("nothing", "the cells of a row");
        }
        CsvParser.check(records, bytes);
        List<String> found = records.cells;
        if (records.next() && !records.isBlank()) {
            throw new MalformedRowException("more than one row", "the cells of one row");
        }
        return found;
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
        return line(dialect.columns());
    }

    private String line(List<String> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : dialect.delimiter()).append(cell(values.get(i)));
        }
        return line.toString();
    }

    private String cell(String value) {
        boolean plain =
                value.equals(value.strip())
                        && value.indexOf('"') < 0
                        && value.indexOf('\n') < 0
                        && value.indexOf('\r') < 0
                        && value.indexOf(dialect.delimiter()) < 0;
        if (plain) {
            return value;
        }
        String escaped =
                dialect.backslash()
                        ? value.replace("\\", "\\\\").replace("\"", "\\\"")
                        : value.replace("\"", "\"\"");
        return '"' + escaped + '"';
    }
}
