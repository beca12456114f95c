package org.fleetscope.cli;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.TableColumn;
import org.fleetscope.model.TablePreview;
import org.jspecify.annotations.Nullable;

/** Prints a preview for people: what the file is, its columns, then row by row. */
final class PreviewText {
    private static final int LONGEST = 60;

    private PreviewText() {}

    static void print(TablePreview preview, CommandContext context) {
        context.job().clear();
        context.out().println("format    " + preview.format());
        context.out().println("encoding  " + preview.encoding());
        for (Map.Entry<String, Object> member : preview.dialect().entrySet()) {
            context.out().println(member.getKey() + "  " + shown(member.getValue().toString()));
        }
        TextTable columns = new TextTable();
        for (TableColumn column : preview.columns()) {
            columns.row(shown(column.name()), column.type().id());
        }
        context.out().println();
        columns.lines().forEach(context.out()::println);
        int number = 1;
        for (List<@Nullable String> row : preview.rows()) {
            context.out().println();
            context.out().println("row " + number++);
            TextTable cells = new TextTable();
            for (int i = 0; i < row.size(); i++) {
                String name =
                        i < preview.columns().size()
                                ? preview.columns().get(i).name()
                                : "(beyond the columns)";
                String cell = row.get(i);
                cells.row("  " + shown(name), cell == null ? "" : shown(cell));
            }
            cells.lines().forEach(context.out()::println);
        }
    }

    /** On one line, cut where it is long. */
    private static String shown(String text) {
        String line = text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
