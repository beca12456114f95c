package org.fleetscope.ui.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.control.ColumnFit;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.QualityReport.RuleLine;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the tables of rules and of rejected rows. */
final class QualityColumns {
    private static final String EXPECTED = ", expected ";

    private QualityColumns() {}

    static void ofRules(TableView<RuleLine> table, TimeText times) {
        TableColumn<RuleLine, ?> trend =
                Cells.node(
                        "Trend",
                        60,
                        line -> line,
                        TrendBars::new,
                        (bars, line) -> bars.show(line.trend(), times));
        table.getColumns()
                .setAll(
                        List.of(
                                Cells.node(
                                        "Rule",
                                        126,
                                        line -> line,
                                        Label::new,
                                        QualityColumns::showRule),
                                Cells.number(
                                        "Rows",
                                        46,
                                        RuleLine::rows,
                                        rows -> Numbers.count(rows.longValue())),
                                Cells.number("Share", 58, RuleLine::share, QualityColumns::share),
                                trend));
        table.getColumns().forEach(column -> column.setSortable(false));
        ColumnFit.keep(table, List.of(trend));
    }

    private static void showRule(Label label, RuleLine line) {
        label.setText(line.id());
        label.setGraphic(
                new FontIcon(
                        line.rows() == 0
                                ? "mdi2c-check-circle-outline"
                                : RuleChips.icon(line.severity())));
        label.getStyleClass()
                .setAll(
                        "label",
                        "rule-name",
                        line.rows() == 0
                                ? "rule-kept"
                                : "rule-" + line.severity().name().toLowerCase(Locale.ROOT));
        label.setTooltip(new Tooltip(line.id() + "\n" + line.explanation()));
        label.setAccessibleText(
                line.id()
                        + (line.rows() == 0
                                ? ", kept by every row"
                                : ", " + line.severity().name().toLowerCase(Locale.ROOT)));
    }

    /** Shares are mostly small: a single row among a million is not 0.0 %. */
    static String share(double share) {
        return share == 0 ? "0 %" : share < 0.001 ? "< 0.1 %" : Numbers.percent(share);
    }

    static void ofRows(TableView<QuarantinedRow> table) {
        TableColumn<QuarantinedRow, String> raw =
                Cells.text("Row as it stands in the file", 220, row -> oneLine(row.raw()));
        raw.getStyleClass().add("raw-column");
        TableColumn<QuarantinedRow, String> expected =
                Cells.text("Expected", 150, row -> expected(first(row)));
        table.getColumns()
                .setAll(
                        List.of(
                                Cells.text("File", 112, row -> fileName(row.origin().file())),
                                Cells.number(
                                        "Line",
                                        52,
                                        row -> row.origin().line(),
                                        line -> Numbers.count(line.longValue())),
                                Cells.text("Field", 98, row -> field(first(row))),
                                Cells.text("Found", 84, row -> found(first(row))),
                                expected,
                                Cells.node(
                                        "Rules broken",
                                        134,
                                        QuarantinedRow::violations,
                                        RuleChips::new,
                                        RuleChips::show),
                                raw));
        table.getColumns().forEach(column -> column.setSortable(false));
        ColumnFit.keep(table, List.of(raw, expected));
    }

    private static RuleViolation first(QuarantinedRow row) {
        return row.violations().isEmpty()
                ? new RuleViolation("", RuleSeverity.ERROR, "", null, "")
                : row.violations().getFirst();
    }

    private static String field(RuleViolation violation) {
        return violation.field().isEmpty() ? "whole row" : violation.field();
    }

    private static String found(RuleViolation violation) {
        String value = violation.value();
        return value == null ? "nothing" : value;
    }

    /** The second half of the sentence, the whole where it has no halves. */
    static String expected(RuleViolation violation) {
        int at = violation.message().indexOf(EXPECTED);
        return at < 0 ? violation.message() : violation.message().substring(at + EXPECTED.length());
    }

    private static String oneLine(String raw) {
        return raw.replace('\n', ' ').replace('\r', ' ');
    }

    static String fileName(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }
}
