package org.fleetscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fleetscope.model.EntityKind;
import org.fleetscope.workspace.ImportSummary;

/** An import or a validation for people: the files, the sum of the rows, the rules broken. */
final class SummaryText {
    private SummaryText() {}

    static void print(String done, ImportSummary summary, CommandContext context) {
        context.job().clear();
        lines(done, summary).forEach(context.out()::println);
    }

    /** What to do about rows that are there already with other values; nothing without any. */
    static void tellOfDiffering(ImportSummary summary, CommandContext context) {
        if (summary.differing() > 0) {
            context.message(
                    count(summary.differing())
                            + " of the rows already there would have other values by this mapping. They keep"
                            + " those that the earlier import gave them; to have the new ones, import the"
                            + " files into a new workspace.");
        }
    }

    static List<String> lines(String done, ImportSummary summary) {
        List<String> lines = new ArrayList<>();
        int files = summary.files().size();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s %d file%s in %.1f s%s",
                        done,
                        files,
                        files == 1 ? "" : "s",
                        summary.seconds(),
                        summary.importId() > 0 ? " as import " + summary.importId() : ""));
        TextTable table = new TextTable();
        for (ImportSummary.FileSummary file : summary.files()) {
            table.row(
                    "  " + file.path(),
                    count(file.rowsRead()),
                    "rows",
                    file.format(),
                    mapped(file));
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.addAll(sum(summary).lines());
        if (!summary.rules().isEmpty()) {
            lines.add("");
            lines.add("Rows that broke a rule");
            TextTable rules = new TextTable();
            new TreeMap<>(summary.rules())
                    .forEach((rule, rows) -> rules.row("  " + rule, count(rows)));
            lines.addAll(rules.lines());
        }
        return lines;
    }

    private static String mapped(ImportSummary.FileSummary file) {
        String by = file.mapping() == null ? "" : "mapped by " + file.mapping();
        return file.otherRows() == 0
                ? by
                : by + "; " + count(file.otherRows()) + " other rows are no runs";
    }

    private static TextTable sum(ImportSummary summary) {
        TextTable sum = new TextTable();
        sum.row("  accepted", count(summary.accepted()), entities(summary.entities()));
        sum.row("+ rejected", count(summary.rejected()));
        sum.row("+ already there", count(summary.skippedExisting()));
        sum.row("= rows read", count(summary.rowsRead()));
        return sum;
    }

    private static String entities(Map<EntityKind, Long> rows) {
        return new TreeMap<>(rows)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> entry.getKey().label() + " " + count(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
